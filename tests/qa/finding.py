"""Finding in given texts as an index would, with every word as rare as the next."""

from collections.abc import Sequence
from dataclasses import replace

from index.documents import Document
from qa.findings import Find, Findings
from qa.questions.question import Question
from qa.reader import Reader
from qa.readers.matching import Matcher
from qa.texts.paragraph import Paragraph


def finding(*texts: str, province: str | None = None) -> Find:
    """Reads each text, a report of its own, for every question."""
    return finding_in([paragraph(at, text, province) for at, text in enumerate(texts)])


def finding_of(*told: tuple[str, str]) -> Find:
    """Reads the texts of the provinces that a question names, of all where it names none."""
    return finding_in([paragraph(at, text, province) for at, (province, text) in enumerate(told)])


def finding_in(told: Sequence[Paragraph]) -> Find:
    """Reads those paragraphs whose report is of no other province than the question names; the
    confidence of a candidate is its score."""

    def find(question: Question) -> Findings:
        read = [(one, 1.0) for one in told if _may_be_of(question, one.document.province)]
        found = Reader(question, Matcher(question, lambda unit: 1, 50)).read(read)
        return Findings(question, [], [replace(one, confidence=one.score) for one in found])

    return find


def paragraph(
    at: int, text: str, province: str | None = None, published: str | None = None
) -> Paragraph:
    """The whole of a report that says nothing else."""
    return Paragraph(Document(f"d{at}", "", text, province, published=published), 0, len(text))


def _may_be_of(question: Question, province: str | None) -> bool:
    return province is None or not question.provinces or province in question.provinces
