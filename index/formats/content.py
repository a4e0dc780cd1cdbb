"""What a file holds, whatever its format: paragraphs, headings and tables, and its own facts."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from index.tables import row_lines
from index.vietnamese import normalize

PARAGRAPH, HEADING, ROWS = "paragraph", "heading", "rows"


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a document: a paragraph's or heading's text, or the lines of a table's rows."""

    kind: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class Content:
    """The blocks of a file in order, and facts: name → (value, where it was found)."""

    blocks: tuple[Block, ...]
    facts: dict[str, tuple[str, str]] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, value: dict[str, Any]) -> "Content":
        blocks = tuple(Block(block["kind"], tuple(block["lines"])) for block in value["blocks"])
        return cls(blocks, {name: (fact[0], fact[1]) for name, fact in value["facts"].items()})


def paragraphs(text: str, kind: str = PARAGRAPH) -> list[Block]:
    """A block for each line that is not blank, in normal form."""
    return [Block(kind, (line,)) for line in normalize(text).split("\n") if line]


def table(rows: Sequence[Sequence[str]]) -> list[Block]:
    """The block of a table's rows; none if nothing stands in it."""
    lines = tuple(normalize(line) for line in row_lines(rows))
    return [Block(ROWS, lines)] if lines else []
