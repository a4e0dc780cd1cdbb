"""Places as answers: "tỉnh nào", "huyện nào", "ở đâu"."""

import re
from dataclasses import replace

from index.places import Mention
from index.vietnamese import Span, fold
from qa.questions.question import Question
from qa.readers.denied import denied_fit
from qa.readers.locating import place_of
from qa.readers.people.homes import asks_home, read_homes
from qa.readers.places.abroad import asks_abroad, read_abroad
from qa.readers.places.localities import BETWEEN, in_rows, is_street, localities, subjects, type_of
from qa.readers.places.own import read_own_district
from qa.readers.places.stated import states_figures, with_figure
from qa.readers.places.wheres import (
    asks_where,
    is_in_a_name,
    read_cities,
    read_wheres,
    unaddressed,
)
from qa.readers.reading import Candidate, Reading, quote_around
from qa.readers.rows import rows
from qa.readers.signs import met, weigh
from qa.texts.paragraph import Paragraph

_WITH = re.compile(r"\b(?:voi|cung|giap|giua .* va)\s(?:cac\s)?$")
OTHER_TYPE, UNTYPED, SAID_SO = 0.3, 0.85, 1.1
# Several places are asked for; one alone is rather not the list.
ALONE = 0.75
# "ở đâu": a province that only the report is of, where the clause has a figure that is asked about
# or none, one in the name of a body, and one that nothing is said to be at.
UNNAMED_FIGURE, UNNAMED, IN_A_NAME, NOT_AT = 0.6, 0.35, 0.4, 0.7
_AT = re.compile(
    r"\b(?:o|tai|den|ve|tu|thuoc|sang|vao|tren)\s(?:(?:tinh|thanh pho|tp\.?|huyen|xa|phuong|quan|thi xa|thi tran)\s?)*$"
)
_PLACED = re.compile(r"\b(?:o|tai|voi|rieng|con|cua)\s(?:tinh\s|thanh pho\s|tp\.?\s)?$")
LONGEST_NAME = 20
# A province where the clause tells of the district that the report is of.
OF_DISTRICT = 0.7
_LOCAL = re.compile(r"\b(?:huyen|xa|(?<!dia )phuong|quan)\b")
_WHOLE = re.compile(r"\b(?:tinh|thanh pho)\b")
# What may be asked for inside of a province: "Mây Trắng làm thí điểm ở địa bàn nào".
_OF_ANY_TYPE = ("dia ban", "khu vuc", "dia phuong")
_INSIDE = (*_OF_ANY_TYPE, "thanh pho")


def read_provinces(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The provinces whose reports say what the question says, clause by clause."""
    if asks_home(reading.question):
        return read_homes(reading, paragraph)
    if asks_abroad(reading.question):
        return read_abroad(reading, paragraph) or read_cities(reading, paragraph)
    asked = reading.question.text[slice(*reading.question.focus)].lower()
    if _LOCAL.search(fold(asked)) and not _WHOLE.search(fold(asked)):
        return _read_districts(reading, paragraph) + read_own_district(reading, paragraph)
    found = read_wheres(reading, paragraph)
    where = asks_where(reading.question)
    if where or (reading.question.provinces and any(word in fold(asked) for word in _INSIDE)):
        found += _read_districts(reading, paragraph)
    own = read_own_district(reading, paragraph)
    found += own
    for sentence in paragraph.sentences:
        for clause in paragraph.clauses[sentence]:
            if not states_figures(reading, paragraph, clause):
                continue
            several = (
                with_figure(reading, paragraph, clause)
                or _partners(reading, paragraph, clause)
                or _rivals(paragraph, clause)
            )
            if several:
                found += _read_mentions(reading, paragraph, clause, several)
                continue
            province = place_of(paragraph, clause)
            if province is None or province in reading.question.provinces:
                continue
            signs = {
                **met(reading.match(paragraph, clause)),
                **reading.other_signs(paragraph, clause),
                "held in": reading.times.period_fit(paragraph, clause),
            }
            if any(one.span == clause for one in own):
                signs["narrower"] = OF_DISTRICT
            span = _named(paragraph, clause, province)
            if where:
                signs["at"] = _placed_fit(reading, paragraph, span, clause)
                signs["address"] = unaddressed(reading.question)
            found.append(
                Candidate(
                    paragraph=paragraph,
                    span=span,
                    quote=quote_around(paragraph, clause),
                    text=_as_said(paragraph, span, province),
                    score=weigh(signs),
                    place=province,
                    signs=signs,
                )
            )
    return found


def _placed_fit(reading: Reading, paragraph: Paragraph, span: Span, clause: Span) -> float:
    """How far something is said to be at a province."""
    if span == clause:
        return UNNAMED_FIGURE if reading.question.figures else UNNAMED
    if is_in_a_name(paragraph, span):
        return IN_A_NAME
    placed = reading.question.figures or _AT.search(paragraph.folded, 0, span[0])
    return 1.0 if placed else NOT_AT


def _as_said(paragraph: Paragraph, span: Span, name: str) -> str:
    """A province by the longer name that the report gives it: "Thừa Thiên Huế"."""
    said = paragraph.text[slice(*span)]
    return said if said.endswith(f" {name}") and len(said) <= LONGEST_NAME else name


def _rivals(paragraph: Paragraph, clause: Span) -> list[Mention]:
    """The provinces that a clause places one thing each in: "ở A …, còn ở B …"."""
    mentions = [m for m in paragraph.provinces if clause[0] <= m.start < clause[1]]
    placed = [m for m in mentions if _PLACED.search(paragraph.folded[: m.start][-24:])]
    return placed if len({m.name for m in placed}) == len(mentions) > 1 else []


def _partners(reading: Reading, paragraph: Paragraph, clause: Span) -> list[Mention]:
    """The provinces beside the one asked about, where it is asked with whom: "giáp tỉnh nào"."""
    question = reading.question
    if not _WITH.search(question.plain[: question.focus[0]]):
        return []
    mentions = [m for m in paragraph.provinces if clause[0] <= m.start < clause[1]]
    others = [m for m in mentions if m.name not in question.place_names]
    return others if len(others) < len(mentions) else []


def _read_mentions(
    reading: Reading, paragraph: Paragraph, clause: Span, mentions: list[Mention]
) -> list[Candidate]:
    spans = [(mention.start, mention.end) for mention in mentions]
    owners = reading.territories(paragraph, spans)
    found = []
    for span, mention in zip(spans, mentions, strict=True):
        if mention.name in reading.question.provinces:
            continue
        signs = {
            **met(reading.match(paragraph, span, owners[span])),
            **reading.other_signs(paragraph, span),
            "held in": reading.times.period_fit(paragraph, span),
        }
        found.append(
            Candidate(
                paragraph=paragraph,
                span=span,
                quote=quote_around(paragraph, clause),
                text=_as_said(paragraph, span, mention.name),
                score=weigh(signs),
                place=mention.name,
                signs=signs,
            )
        )
    return found


def _read_districts(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    found = []
    asked = fold(reading.question.text[slice(*reading.question.focus)]).removesuffix(" nao")
    any_type = asks_where(reading.question)
    named = localities(paragraph)
    names = dict(named)
    untyped = () if any_type else subjects(paragraph)
    names |= {
        span: paragraph.text[slice(*span)]
        for span in untyped
        if not any(start < span[1] and span[0] < end for start, end in names)
    }
    listed = in_rows(paragraph, sorted(names))
    for row in listed:
        first = next(span for span in names if span[0] == row[0])
        if names[first] in reading.question.districts or _is_named(reading, names[first]):
            continue
        typed = type_of(paragraph, row)
        if not any_type and is_street(paragraph, row):
            continue
        same = typed is None or typed in asked or (typed == "tp" and "thanh pho" in asked)
        fits = any_type or same or asked.endswith(_OF_ANY_TYPE)
        told = SAID_SO if typed and not any_type and typed in asked else 1.0
        if not states_figures(reading, paragraph, paragraph.clause_at(row[0])):
            continue
        if row in untyped:
            told = UNTYPED
        signs = {
            **met(reading.match(paragraph, row)),
            "held in": reading.times.period_fit(paragraph, row),
            "type": told if fits else OTHER_TYPE,
            "denied": denied_fit(reading, paragraph, row, listed),
            "address": unaddressed(reading.question) if any_type else 1.0,
        }
        found.append(
            Candidate(
                paragraph=paragraph,
                span=row,
                quote=quote_around(paragraph, row),
                text=paragraph.text[slice(*row)] if row != first else names[first],
                score=weigh(signs),
                signs=signs,
            )
        )
    return found


# "Đơn vị nào đứng đầu cấp huyện": units that are ranked may be districts and communes.
_UNIT = re.compile(r"^(?:nhung |cac )?don vi nao$")
_RANKED = re.compile(
    r"\b(?:dung (?:dau|cuoi|thu|nhat|nhi|ba|bet|o)|dan dau|doi so|bet|chot bang|cuoi bang|dau bang|xep"
    r"|cap (?:huyen|xa)|(?:cao|thap|nhanh|cham|tot|kem|nhieu|it) nhat)\b"
)


def may_be_locality(question: Question) -> bool:
    """Whether "đơn vị nào" may as well ask for a district or commune, as rankings call them."""
    asks = _UNIT.search(question.plain[slice(*question.focus)])
    return asks is not None and _RANKED.search(question.plain) is not None


def read_ranked_localities(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The districts and communes of a paragraph that are said with their type."""
    return [
        replace(one, score=one.score / OTHER_TYPE * UNTYPED, signs={**one.signs, "type": UNTYPED})
        for one in _read_districts(reading, paragraph)
        if type_of(paragraph, one.span) and one.signs["type"] == OTHER_TYPE
    ]


def _is_named(reading: Reading, numbered: str) -> bool:
    """Whether the question names a numbered locality itself."""
    return f" {fold(numbered)} " in " ".join(("", *re.findall(r"\w+", reading.question.plain), ""))


# "Bảy tỉnh đầu tiên … là những nơi nào" asks for provinces too.
_ARE = re.compile(r"^\W*(?:\w+ )?(?:tinh|thanh pho|dia phuong)\b.*\bla\s*$")


def read_place_lists(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """Several places named in a row: "Ea Súp, Buôn Đôn và M'Drắk"."""
    asked = fold(reading.question.text[slice(*reading.question.focus)])
    whole = "tinh" in asked or "dia phuong" in asked or "thanh pho" in asked
    whole = whole or bool(_ARE.search(fold(reading.question.text[: reading.question.focus[0]])))
    if whole:
        asked_of = reading.question.place_names
        named = [m for m in paragraph.provinces if m.name not in asked_of]
        own = [(m.start, m.end) for m in named if m.name == paragraph.document.province]
        spans = [(m.start, m.end) for m in named]
    else:
        own, spans = [], [span for span, _ in localities(paragraph)]
    found = []
    for row in rows(paragraph.folded, sorted(spans), BETWEEN):
        if row in own:
            continue
        typed = None if whole else type_of(paragraph, row)
        several = any(mark in paragraph.text[slice(*row)] for mark in (",", " và "))
        signs = {
            **met(reading.match(paragraph, row)),
            "held in": reading.times.period_fit(paragraph, row),
            "several": 1.0 if several else ALONE,
            "type": 1.0 if typed is None or typed in asked else OTHER_TYPE,
            "denied": denied_fit(reading, paragraph, row, spans),
        }
        found.append(
            Candidate(
                paragraph=paragraph,
                span=row,
                quote=quote_around(paragraph, row),
                text=paragraph.text[slice(*row)],
                score=weigh(signs),
                signs=signs,
            )
        )
    return found


def _named(paragraph: Paragraph, clause: tuple[int, int], province: str) -> tuple[int, int]:
    for mention in paragraph.provinces:
        if mention.name == province and clause[0] <= mention.start < clause[1]:
            return mention.start, mention.end
    return clause
