"""Organisations as answers: "bộ nào", "bệnh viện nào", "tờ báo nào" …"""

import re
from functools import lru_cache

from index.places import find_provinces
from index.vietnamese import Span, fold
from qa.readers.bodies.companions import along_fits
from qa.readers.bodies.roles import role
from qa.readers.denied import denied_fit
from qa.readers.reading import Candidate, Reading, quote_around
from qa.readers.signs import met, weigh
from qa.texts.dating import reported_in
from qa.texts.initials import initials
from qa.texts.offices import offices_apart
from qa.texts.organizations import STATE, Organization, organizations
from qa.texts.paragraph import Paragraph
from qa.texts.territory import Territories
from qa.words.wordlists import pairs

ANY = "*"
SAME_KIND, OTHER_KIND = 0.97, 0.2
OTHER_TIME = 0.3
# "UBND huyện": said of any district.
NO_NAME = 0.9
LOOSE_BRAND = 0.6
# A place that seldom acts ("Công viên phần mềm …").
VENUE = 0.6
# "hãng luật nào": a name that does not say what is asked beside its kind.
UNSAID = 0.8
# "Cục A - Bộ B", "Cục A thuộc Bộ B": the second is whose the first is.
OWNER = 0.85
_OWNED = re.compile(r"\s(?:[-–]|thuộc|trực thuộc|của|\()\s?")
_AREAS = frozenset("tinh huyen xa tp phuong quan".split())
_SHORT_NAME = re.compile(r"([A-ZĐ]{3,}) (?:Holdings?|Group|Corp|Corporation|JSC|Co|Việt Nam|VN)$")
_SHORT = re.compile(r"\b[A-ZĐ]{2}")
# "<thing> của <name>, <thing> của <name>": each has its own thing.
_OF = re.compile(r"(?:của|thuộc)\s$")


# A name opens its part of the sentence, and its deed follows it.
_OPENS = re.compile(r"(?:^|[,;:]\s|\s)(?:(?:còn|và|trong khi|riêng|thì|nhưng)\s)?$")
_FOLLOWS = re.compile(
    r"(?:,[^,;]{3,80},)?\s(?!và|của|là|thuộc|cùng|với|hay|hoặc)[^\W\d_]+\s[^,;.]*\d"
)


# So many words tell what a body is ("Đại học", "Công ty"), and so many which.
KIND, LAST = 2, 3


def read_organizations(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The organisations a paragraph names, of the kind asked for."""
    asked, beside = _asked(reading)
    question = f" {_plain(reading.question.text)} "
    abbreviated = _abbreviated(reading.question.text)
    named = organizations(paragraph.text)
    owning = [one.span for one in named if _OF.search(paragraph.text[: one.span[0]][-10:])]
    owners = reading.territories(paragraph, owning) if len(owning) > 1 else {}
    owners = _by_turns(reading, paragraph, named) | owners
    fits = {one.span: _fit(paragraph, one, asked, beside) for one in named}
    alike = [span for span, fit in fits.items() if fit > OTHER_KIND]
    along = along_fits(reading, paragraph, alike)
    found = []
    for one in named:
        name = paragraph.text[slice(*one.span)]
        if _is_asked_about(question, name) or (abbreviated and initials(name) in abbreviated):
            continue
        signs = {
            **met(reading.match(paragraph, one.span, owners.get(one.span))),
            **_place_signs(reading, paragraph, one.span, named),
            "body": fits[one.span],
            "dated": _dated(reading, paragraph, one.span),
            "role": role(reading.question, paragraph, one.span),
            "denied": denied_fit(reading, paragraph, one.span, (other.span for other in named)),
            "along": along.get(one.span, 1.0),
            "owner": OWNER if _owns(paragraph.text, one.span, named) else 1.0,
        }
        found.append(
            Candidate(
                paragraph=paragraph,
                span=one.span,
                quote=quote_around(paragraph, one.span),
                text=name,
                score=weigh(signs),
                signs=signs,
            )
        )
    return found


def is_led(paragraph: Paragraph, span: Span) -> bool:
    """Whether a body only tells what somebody leads: "Chủ tịch UBND tỉnh"."""
    return any(
        one.span[0] < span[0] < one.span[1] and one.span[1] >= span[1]
        for one in offices_apart(paragraph.text)
    )


def _owns(text: str, span: Span, named: list[Organization]) -> bool:
    """Whether a body only tells whose another one is that is named before it."""
    before = [one.span for one in named if one.kind in STATE and one.span[1] < span[0]]
    return bool(before) and _OWNED.fullmatch(text[before[-1][1] : span[0]]) is not None


def _by_turns(
    reading: Reading, paragraph: Paragraph, named: list[Organization]
) -> dict[Span, Territories]:
    """The territories of names that open the parts of a sentence in turn: "Viettel tặng …, VNPT
    tặng …, còn FPT tặng …"."""
    text = paragraph.text
    opening: dict[Span, list[Span]] = {}
    for one in named:
        start, end = paragraph.sentence_at(one.span[0])
        follows = _FOLLOWS.match(text, one.span[1], end)
        if follows and _OPENS.search(text, start, one.span[0]):
            opening.setdefault((start, end), []).append(one.span)
    spans = [span for turns in opening.values() if len(turns) > 1 for span in turns]
    return reading.territories(paragraph, spans) if spans else {}


def _abbreviated(question: str) -> frozenset[str]:
    """The initials of the bodies that a question names in short: "Sở TT&TT"."""
    named = (question[slice(*one.span)] for one in organizations(question))
    return frozenset(
        initials(name) for name in named if len(initials(name)) > 2 and _SHORT.search(name)
    )


def _is_asked_about(question: str, name: str) -> bool:
    """Whether the question says the name itself, whatever place it adds to it."""
    said = _plain(name)
    if f" {said} " in question:
        return True
    short = _SHORT_NAME.match(name)
    if short and f" {fold(short[1])} " in question:
        return True  # "DHM Holdings" is asked about as "DHM"
    places = [_plain(name[mention.start : mention.end]) for mention in find_provinces(name)]
    for place in places:
        bare = re.sub(rf"(?:\s(?:tinh|thanh pho|tp))?\s{place}$", "", said)
        if bare != said and bare.count(" ") > 1 and f" {bare} " in question:
            return True
    return _says_its_last_words(question, name)


def _says_its_last_words(question: str, name: str) -> bool:
    """Whether a question says the last words of a name: "Đại học Dân lập Hoa Mai" is asked about as
    "ĐH Hoa Mai"; what it is and whose province's it is sets none apart."""
    placed = [(mention.start, mention.end) for mention in find_provinces(name)]
    own = [
        fold(word.group())
        for word in re.finditer(r"\w+", name)
        if not any(start <= word.start() < end for start, end in placed)
    ][KIND:]
    return len(own) >= LAST and f" {' '.join(own[-LAST:])} " in question


def _place_signs(
    reading: Reading, paragraph: Paragraph, span: Span, named: list[Organization]
) -> dict[str, float]:
    """How well the place fits; a district in another's name ("Bệnh viện quận 7") limits nothing."""
    question = reading.question
    signs = reading.place_signs(paragraph, span)
    start = paragraph.clause_at(span[0])[0]
    limits = [place[0] for place, _ in paragraph.districts if start <= place[0] < span[0]]
    in_names = all(
        any(one.span[0] <= limit < one.span[1] for one in named if one.span != span)
        for limit in limits
    )
    if limits and in_names and not question.districts and not question.names:
        signs["narrower"] = 1.0
    return signs


def _dated(reading: Reading, paragraph: Paragraph, span: Span) -> float:
    """A deed is dated by its report; a year that the report does not name tells against."""
    asked = reading.question.period
    if asked and reported_in(asked, paragraph):
        return 1.0
    if asked and asked.year and str(asked.year) not in paragraph.document.text:
        return OTHER_TIME
    return max(0.5, reading.times.period_fit(paragraph, span))


def _asked(reading: Reading) -> tuple[str, list[str]]:
    """The word the question asks for an organisation by, and the words beside it."""
    question = reading.question
    said = _plain(question.text[slice(*question.focus)]).split()
    while said and said[-1] in ("nao", "gi", "la"):
        said.pop()
    for length in range(len(said), 0, -1):
        if " ".join(said[:length]) in _kinds_asked():
            return " ".join(said[:length]), said[length:]
    return "", said


def _fit(paragraph: Paragraph, one: Organization, asked: str, beside: list[str]) -> float:
    name = paragraph.text[slice(*one.span)]
    words = _plain(name).split()
    said = UNSAID if beside and not any(word in words for word in beside) else 1.0
    if asked and words[: len(asked.split())] == asked.split():
        return said
    kinds = _kinds_asked().get(asked, ANY)
    if len(words) <= 2 and words[-1] in _AREAS:
        said *= NO_NAME
    if one.kind == "brand":
        return said * _brand_fit(paragraph, one.span, asked, kinds)
    if kinds == ANY:
        return said * VENUE if one.kind == "venue" else said
    return said * SAME_KIND if one.kind in kinds.split() else OTHER_KIND


def _brand_fit(paragraph: Paragraph, span: Span, asked: str, kinds: str) -> float:
    """A name without a head fits by what it is called here, or if companies are asked for."""
    name = paragraph.text[slice(*span)]
    loose = not any(letter.isupper() for letter in name[1:])
    called = asked and f"{asked} {_plain(name)}" in _plain(paragraph.document.text)
    if called:
        return 1.0
    if kinds == ANY:
        return LOOSE_BRAND if loose else 1.0
    if "bank" in kinds.split() and "business" not in kinds.split():
        return 1.0 if fold(name).split()[0].endswith("bank") else OTHER_KIND
    if "business" in kinds.split():
        return LOOSE_BRAND if loose else 1.0
    return OTHER_KIND


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


@lru_cache(maxsize=1)
def _kinds_asked() -> dict[str, str]:
    return {fold(asked): kinds for asked, kinds in pairs("organization_asked.tsv").items()}
