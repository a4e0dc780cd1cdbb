"""The documents of a library as its list shows them: found, filtered, sorted, a page at a time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from index.vietnamese import Token, fold, has_diacritics, normalize, tokens
from service.library.storage import Storage

LONGEST_SEARCH, MOST_WORDS = 200, 12

NEWEST, OLDEST, TITLE, PROVINCE, FIGURES, RELEVANCE = SORTS = (
    "newest",
    "oldest",
    "title",
    "province",
    "figures",
    "relevance",
)
_ORDERS: Final = {
    NEWEST: "coalesce(d.published, d.event) DESC NULLS LAST, d.sorted_title",
    OLDEST: "coalesce(d.published, d.event) ASC NULLS LAST, d.sorted_title",
    TITLE: "d.sorted_title, d.id",
    PROVINCE: "d.province IS NULL, d.province, coalesce(d.published, d.event) DESC",
    FIGURES: "d.figures DESC NULLS LAST, d.sorted_title",
    RELEVANCE: "bm25(words, 12, 12, 1, 1), d.id",
}
_COLUMNS = "d.id, d.title, d.province, d.published, d.event, d.year, d.source, d.suffix, d.copy_of, d.figures"


@dataclass(frozen=True, slots=True)
class Holding:
    """A document in the list; `figures` is None until they are counted."""

    id: str
    title: str
    province: str | None
    published: str | None
    event: str | None
    year: int | None
    source: str | None
    suffix: str
    copy_of: str | None
    figures: int | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; an empty tuple filters nothing, None in one stands for "not known"."""

    words: str = ""
    provinces: tuple[str | None, ...] = ()
    years: tuple[int | None, ...] = ()
    sources: tuple[str | None, ...] = ()
    suffixes: tuple[str | None, ...] = ()
    sort: str = NEWEST


@dataclass(frozen=True, slots=True)
class Choices:
    """The values there are to filter by, each with the number of its documents."""

    provinces: dict[str | None, int]
    years: dict[int | None, int]
    sources: dict[str | None, int]
    suffixes: dict[str | None, int]


def find(storage: Storage, wanted: Wanted, first: int, count: int) -> tuple[list[Holding], int]:
    """A page of the documents that are wanted, and how many there are in all."""
    for search in searches(wanted.words) or [""]:
        conditions, values = _conditions(wanted, search)
        table = "documents d JOIN words ON words.rowid = d.number" if search else "documents d"
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        [(total,)] = storage.rows(f"SELECT count(*) FROM {table}{where}", values)
        if total:
            sort = wanted.sort if search or wanted.sort != RELEVANCE else NEWEST
            query = (
                f"SELECT {_COLUMNS} FROM {table}{where} ORDER BY {_ORDERS[sort]} LIMIT ? OFFSET ?"
            )
            rows = storage.rows(query, [*values, count, first])
            return [Holding(*row) for row in rows], total
    return [], 0


def choices(storage: Storage) -> Choices:
    """What the list can be filtered by."""

    def counted(column: str, order: str) -> dict[Any, int]:
        query = f"SELECT {column}, count(*) FROM documents GROUP BY {column} ORDER BY {order}"
        return dict(storage.rows(query))

    return Choices(
        provinces=_alphabetical(counted("province", "province")),
        years=counted("year", "year IS NULL, year DESC"),
        sources=_alphabetical(counted("source", "source")),
        suffixes=counted("suffix", "suffix"),
    )


def _alphabetical(found: dict[str | None, int]) -> dict[str | None, int]:
    return dict(sorted(found.items(), key=lambda item: (item[0] is None, fold(item[0] or ""))))


def _conditions(wanted: Wanted, search: str) -> tuple[list[str], list[Any]]:
    conditions, values = (["words MATCH ?"], [search]) if search else ([], [])
    columns: list[tuple[str, Sequence[Any]]] = [
        ("province", wanted.provinces),
        ("year", wanted.years),
        ("source", wanted.sources),
        ("suffix", wanted.suffixes),
    ]
    for column, chosen in columns:
        if chosen:
            known = [value for value in chosen if value is not None]
            marks = ", ".join("?" * len(known))
            missing = f" OR d.{column} IS NULL" if None in chosen else ""
            conditions.append(f"(d.{column} IN ({marks}){missing})")
            values.extend(known)
    return conditions, values


def searches(words: str) -> list[str]:
    """What is typed as queries of the word index: with its accents, then without them.

    The last word may be the beginning of one. A word typed without accents is found however it
    is accented; accents may be composed or not, and tones placed either way.
    """
    said = normalize(words[:LONGEST_SEARCH])
    found = [token for token in tokens(said) if token.key.strip()][:MOST_WORDS]
    if not found:
        return []
    open_ended = not words.endswith(" ")
    strict, loose = [], []
    for at, token in enumerate(found):
        star = "*" if open_ended and at == len(found) - 1 else ""
        raw = said[token.start : token.end]
        folded = (
            dict.fromkeys([token.folded, fold(raw)]) if token.kind == "word" else [token.folded]
        )
        any_form = " OR ".join(f"{_quoted(form)}{star}" for form in folded)
        loose.append(f"{{head text}} : ({any_form})")
        exact = token.kind == "word" and has_diacritics(raw)
        strict.append(
            f"{{head_kept text_kept}} : {_quoted(token.key)}{star}" if exact else loose[-1]
        )
    return list(dict.fromkeys(_all_of(terms, found, open_ended) for terms in (strict, loose)))


def _all_of(terms: Sequence[str], found: Sequence[Token], open_ended: bool) -> str:
    """A query for all of the terms; where they stand side by side as well, they count more."""
    if len(terms) < 2:
        return terms[0]
    beside = _quoted(" ".join(token.folded for token in found)) + ("*" if open_ended else "")
    return f"({' AND '.join(terms)}) OR ({' AND '.join(terms)} AND {{head text}} : {beside})"


def searched_pattern(words: str) -> re.Pattern[str] | None:
    """What the words typed look like in a folded text, to mark them; None for none."""
    said = normalize(words[:LONGEST_SEARCH])
    folded = [fold(said[token.start : token.end]).strip() for token in tokens(said)][:MOST_WORDS]
    if not folded:
        return None
    said_forms = "|".join(sorted(map(re.escape, folded), key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{said_forms})(?:(?<=[^\W_])[^\W_]*)?")


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'
