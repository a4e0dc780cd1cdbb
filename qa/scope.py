"""Which reports a question is put to: those of some provinces, years, issuers, or some by name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np

from index.store import Index
from index.vietnamese import fold

# How a scope and the facets name what a report does not state.
UNSTATED = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """What the reports read must be of; an empty field asks nothing of them.

    `provinces` and `sources` as reports state them, `years` as four digits, `UNSTATED` for
    reports that state none (or are on no one province), `documents` by their ids.
    """

    provinces: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is asked of the reports."""
        return any(getattr(self, field.name) for field in fields(self))


EVERYTHING = Scope()


@dataclass(frozen=True, slots=True)
class Facets:
    """What the reports present can be chosen by: each value with the number of its reports."""

    provinces: dict[str, int]
    years: dict[str, int]
    sources: dict[str, int]


class Scopes:
    """Which reports of one index lie within a scope; safe to share between threads."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def passages(self, scope: Scope) -> np.ndarray | None:
        """Sorted ids of the passages within a scope; None, which is all, for one that asks nothing.

        Of a report and its copies only one can be found, so it is within when one of them is.
        """
        if not scope:
            return None
        asked = {column: getattr(scope, field) for field, column in _COLUMNS.items()}
        stated = {column: _stated(values) for column, values in asked.items() if values}
        return self._index.passage_ids(stated, or_copies=True)

    @cached_property
    def facets(self) -> Facets:
        """The values of the reports present in order, years latest first, the unstated last."""
        return Facets(
            provinces=_ordered(self._index.counted("province")),
            years=_ordered(self._index.counted("year"), latest_first=True),
            sources=_ordered(self._index.counted("source")),
        )


# Fields of a scope, each with the column of the index that it narrows.
_COLUMNS = {"provinces": "province", "years": "year", "sources": "source", "documents": "id"}


def _stated(values: Iterable[str]) -> list[str | None]:
    return [None if value == UNSTATED else value for value in values]


def _ordered(counted: Mapping[str | None, int], *, latest_first: bool = False) -> dict[str, int]:
    named = {value or UNSTATED: count for value, count in counted.items()}
    ordered = sorted(named, key=fold, reverse=latest_first)
    return {value: named[value] for value in sorted(ordered, key=lambda one: one == UNSTATED)}
