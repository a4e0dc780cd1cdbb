"""Documents cut into passages at exact offsets.

The cutting is langchain-text-splitters'; the boundaries are Vietnamese, and the offsets are
our own: with no overlap and nothing stripped the pieces join to the text again, so each
offset is a running sum (the library's `add_start_index` searches for the piece instead, and
finds the wrong one where a text repeats itself).
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from index.vietnamese import ABBREVIATIONS, LOWER, UPPER

if TYPE_CHECKING:
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    from index.documents import Document

SIZE = 900
SETTINGS = f"vietnamese-boundaries/{SIZE}"


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a document: `document.text[start:end] == text`."""

    document: str
    start: int
    end: int
    text: str


def split(document: "Document") -> list[Passage]:
    """Cut a document into passages of at most `SIZE` characters, in order.

    Together they hold every character of the text that is not white space.
    """
    return [
        Passage(document.id, start, end, document.text[start:end])
        for start, end in _spans(document.text)
    ]


def _spans(text: str) -> list[tuple[int, int]]:
    spans, at = [], 0
    for piece in _splitter().split_text(text):
        start = at + len(piece) - len(piece.lstrip())
        end = at + len(piece.rstrip())
        at += len(piece)
        if start < end:
            spans.append((start, end))
    if at != len(text):
        raise AssertionError(f"pieces hold {at} of {len(text)} characters")
    return spans


@lru_cache(maxsize=1)
def _splitter() -> "RecursiveCharacterTextSplitter":
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    return RecursiveCharacterTextSplitter(
        separators=_separators(),
        is_separator_regex=True,
        keep_separator="end",
        strip_whitespace=False,
        chunk_size=SIZE,
        chunk_overlap=0,
    )


def _separators() -> list[str]:
    """Boundaries from the widest to the narrowest, as regular expressions.

    None lies inside a number or a date (those hold no space after a comma or stop), behind
    an abbreviation, or between the capitalised syllables of a name.
    """
    not_abbreviated = "".join(rf"(?<!\b{re.escape(name)}\.)" for name in sorted(ABBREVIATIONS))
    sentence = rf"(?<=[.!?…])(?<!\b[{UPPER}]\.){not_abbreviated}\s+(?=[^{LOWER}])"
    not_in_name = rf"\s+(?![{UPPER}\d])"
    return [
        "\n{2,}",
        "\n",
        sentence,
        r";\s+|(?<=…)-\s",
        rf",\s+(?![{UPPER}])",
        not_in_name,
        r"\s+",
        "",
    ]
