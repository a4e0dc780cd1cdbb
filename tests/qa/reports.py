"""The reports as read, and paragraphs of them by their words."""

from functools import lru_cache
from pathlib import Path

from index.documents import Document, read_document
from qa.texts.paragraph import Paragraph, paragraphs

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
INVENTED = ROOT / "tests" / "data" / "reports"
QUESTIONS = ROOT / "tests" / "data" / "questions.jsonl"
SHARED = ROOT.parent / "shared" / "eval" / "questions.jsonl"


@lru_cache(maxsize=1)
def reports() -> tuple[Document, ...]:
    return tuple(
        read_document(path, folder)
        for folder in (CORPUS, INVENTED)
        for path in sorted(folder.glob("*.txt"))
    )


def paragraph_of(document: Document, words: str = "") -> Paragraph:
    """The first paragraph of a document that holds the words."""
    at = document.text.index(words)
    return paragraphs(document, at, at + 1)[0]


def paragraph(words: str) -> Paragraph:
    """The first paragraph of the reports that holds the words."""
    return next(paragraph_of(report, words) for report in reports() if words in report.text)


def plain(text: str, published: str | None = None, province: str | None = None) -> Paragraph:
    """A paragraph of a report that says nothing else."""
    return Paragraph(Document("d", "", text, province, published=published), 0, len(text))
