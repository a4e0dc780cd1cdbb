"""A conversation as a file to keep: Word, PDF, Markdown, each with its citations as notes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from service.exports.content import Content


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: how its name ends, its MIME type, and how it is made."""

    suffix: str
    mime: str
    make: Callable[[Content], bytes]


# The libraries behind Word and PDF are slow to import: not before a file is wanted.
def _word(content: Content) -> bytes:
    from service.exports import word

    return word.write(content)


def _pdf(content: Content) -> bytes:
    from service.exports import pdf

    return pdf.write(content)


def _markdown(content: Content) -> bytes:
    from service.exports import markdown

    return markdown.write(content)


FORMATS: Final = {
    "word": Format(
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _word,
    ),
    "pdf": Format(".pdf", "application/pdf", _pdf),
    "markdown": Format(".md", "text/markdown", _markdown),
}
