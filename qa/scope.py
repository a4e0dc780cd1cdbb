"""Which reports a question is put to: those of some provinces, years, issuers, or some by name."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cached_property

from index.documents import Document
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

    def documents(self, scope: Scope) -> frozenset[str] | None:
        """Ids of the reports within a scope; None, which is all, for one that asks nothing.

        Of a report and its copies only one can be found, so it is within when one of them is.
        """
        if not scope:
            return None
        inside = {facts.id for facts in self._facts if facts.within(scope)}
        originals = (self._index.original_of(name) for name in inside)
        return frozenset(inside | {name for name in originals if name})

    @cached_property
    def facets(self) -> Facets:
        """The values of the reports present in order, years latest first, the unstated last."""
        return Facets(
            provinces=_counted(facts.province for facts in self._facts),
            years=_counted((facts.year for facts in self._facts), latest_first=True),
            sources=_counted(facts.source for facts in self._facts),
        )

    @cached_property
    def _facts(self) -> list["_Facts"]:
        return [_Facts.of(document) for document in self._index.documents.values()]


@dataclass(frozen=True, slots=True)
class _Facts:
    id: str
    province: str
    year: str
    source: str

    @classmethod
    def of(cls, document: Document) -> "_Facts":
        day = document.published or document.event or UNSTATED
        return cls(document.id, document.province or UNSTATED, day[:4], document.source or UNSTATED)

    def within(self, scope: Scope) -> bool:
        return (
            (not scope.provinces or self.province in scope.provinces)
            and (not scope.years or self.year in scope.years)
            and (not scope.sources or self.source in scope.sources)
            and (not scope.documents or self.id in scope.documents)
        )


def _counted(values: Iterable[str], *, latest_first: bool = False) -> dict[str, int]:
    counted = Counter(values)
    ordered = sorted(counted, key=fold, reverse=latest_first)
    return {value: counted[value] for value in sorted(ordered, key=lambda one: one == UNSTATED)}
