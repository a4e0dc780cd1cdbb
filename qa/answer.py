"""What the assistant returns: plain frozen values and their JSON form."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from index.documents import Document
from index.vietnamese import number_key, one_spelling

KINDS = (
    "province",
    "number",
    "date",
    "person",
    "organization",
    "document",
    "list",
    "reason",
    "compare",
    "passage",
)

# What is asked for after a figure is another one.
_NEW_EACH_TIME = frozenset({"number", "date"})
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*(?:/\d+(?:[.,]\d+)*)*")


@dataclass(frozen=True, slots=True)
class Citation:
    """A span of a document that says what is claimed: `document.text[start:end] == quote`.

    `mark` is the span of the short answer itself inside the quote, when it stands there.
    `copies` are other documents that tell the same story: one source with this one, not more.
    """

    document: str
    title: str
    province: str | None
    published: str | None
    start: int
    end: int
    quote: str
    mark: tuple[int, int] | None = None
    copies: tuple[str, ...] = ()

    @classmethod
    def of(
        cls, document: Document, start: int, end: int, mark: tuple[int, int] | None = None
    ) -> "Citation":
        """Cite a span of a document. Raises `ValueError` when it lies outside the text."""
        quote = document.text[start:end]
        if not 0 <= start < end <= len(document.text):
            raise ValueError(f"span {start}–{end} is not inside {document.id}")
        if mark and not start <= mark[0] < mark[1] <= end:
            mark = None
        return cls(
            document=document.id,
            title=document.title,
            province=document.province,
            published=document.published,
            start=start,
            end=end,
            quote=quote,
            mark=mark,
        )


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """A passage that was read for the question, with its retrieval score."""

    document: str
    start: int
    end: int
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a comparison: what it is for, the value as written, its citation's index.

    `label` is what the question calls it ("cấp tỉnh"), where place and period may be one; `nature` is
    empty for what is no figure.
    """

    place: str
    period: str
    value: str
    nature: str
    citation: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with everything that supports it; `answer` is None for an abstention.

    `understood` is the question as it was read, filled from the conversation; `note` says
    in Vietnamese what a reader should know besides ("Có số liệu của …, không có của …").
    """

    question: str
    kind: str
    answer: str | None
    confidence: float
    citations: tuple[Citation, ...] = ()
    passages: tuple[ReadPassage, ...] = ()
    computed: bool = False
    understood: str = ""
    note: str | None = None
    cells: tuple[Cell, ...] = ()
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    id: str | None = None

    @property
    def abstained(self) -> bool:
        return self.answer is None

    def withheld(self) -> "Answer":
        """The same without what it says: an abstention with the passages that were read."""
        return replace(self, answer=None, citations=(), cells=(), computed=False, note=None)

    @property
    def is_new_each_time(self) -> bool:
        """Whether it says what is never asked for twice running: a figure, a date."""
        return self.answer is not None and self.kind in _NEW_EACH_TIME

    @property
    def is_marked(self) -> bool:
        """Whether what it says is read in its citations, and not told of them."""
        return any(one.mark for one in self.citations)

    def repeats(self, other: "Answer") -> bool:
        """Whether it says something that another said, from the very same place."""
        said = {(one.document, one.mark) for one in other.citations if one.mark}
        return any((one.document, one.mark) in said for one in self.citations)

    @property
    def reread(self) -> bool:
        """Whether the question was read as something else than what was typed."""
        # Capitals and where a tone stands ("hoá", "hóa") make no difference.
        typed, read = (one_spelling(text).casefold() for text in (self.question, self.understood))
        return bool(read) and read != typed

    @property
    def labelled(self) -> bool:
        """Whether it takes their labels to tell the cells apart, not place and period alone."""
        told = {(cell.place, cell.period) for cell in self.cells}
        return len(told) < len(self.cells) and any(cell.label for cell in self.cells)

    def with_id(self, identifier: str | None) -> "Answer":
        return replace(self, id=identifier)

    def to_dict(self) -> dict[str, Any]:
        """The JSON contract of `python -m qa ask --json`."""
        return {
            "id": self.id,
            "question": self.question,
            "understood": self.understood or self.question,
            "kind": self.kind,
            "abstained": self.abstained,
            "answer": self.answer,
            "computed": self.computed,
            "confidence": round(self.confidence, 4),
            "note": self.note,
            "citations": [_citation_dict(citation) for citation in self.citations],
            "cells": [
                {
                    "place": cell.place,
                    "period": cell.period,
                    "value": cell.value,
                    "nature": cell.nature,
                    "citation": cell.citation,
                    "label": cell.label,
                }
                for cell in self.cells
            ],
            "passages": [
                {
                    "document": passage.document,
                    "start": passage.start,
                    "end": passage.end,
                    "text": passage.text,
                    "score": round(passage.score, 4),
                }
                for passage in self.passages
            ],
            "timings_ms": {step: round(spent, 2) for step, spent in self.timings_ms.items()},
        }

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> "Answer":
        """The answer that `to_dict` wrote. Raises `ValueError` when it is not one."""
        try:
            return cls(
                question=values["question"],
                kind=values["kind"],
                answer=values["answer"],
                confidence=float(values["confidence"]),
                citations=tuple(
                    Citation(
                        **{
                            **citation,
                            "mark": tuple(citation["mark"]) if citation["mark"] else None,
                            "copies": tuple(citation["copies"]),
                        }
                    )
                    for citation in values["citations"]
                ),
                passages=tuple(ReadPassage(**passage) for passage in values["passages"]),
                computed=bool(values["computed"]),
                understood=values["understood"],
                note=values["note"],
                cells=tuple(Cell(**cell) for cell in values["cells"]),
                timings_ms=dict(values["timings_ms"]),
                id=values["id"],
            )
        except (KeyError, TypeError) as error:
            raise ValueError(f"not an answer: {error}") from error


def _citation_dict(citation: Citation) -> dict[str, Any]:
    return {
        "document": citation.document,
        "title": citation.title,
        "province": citation.province,
        "published": citation.published,
        "start": citation.start,
        "end": citation.end,
        "quote": citation.quote,
        "mark": list(citation.mark) if citation.mark else None,
        "copies": list(citation.copies),
    }


def loose_figures(answer: str, citations: tuple[Citation, ...]) -> list[str]:
    """The numbers of an answer that stand in none of its citations' quotes."""
    cited = {
        number_key(number) for citation in citations for number in _NUMBER.findall(citation.quote)
    }
    return [number for number in _NUMBER.findall(answer) if number_key(number) not in cited]
