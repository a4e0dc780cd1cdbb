"""What a stated figure is of: "Con số 92,5% nói lên điều gì?" is answered by the clause that holds it."""

import re

from index.vietnamese import Span
from qa.readers.reading import Candidate, Reading
from qa.readers.signs import met, weigh
from qa.texts.figures import figures
from qa.texts.paragraph import Paragraph
from qa.words.terms import Unit

# A figure that hardly stands twice tells the place alone; a round or small one needs the words.
ODD, ROUND, SMALL = 0.75, 0.5, 0.3
_SMALL = 100
# A period that the report does not tell is no other one.
LEAST_PERIOD = 0.7
# So many units may stand before a figure that opens its part: "có tới 93,4% hồ sơ …".
_OPENING = 2
_COMMA = re.compile(r",\s")
SHORTEST = 2
# "600 triệu" is no 600.
_TIMES = re.compile(r"\s?(?P<word>nghin|ngan|trieu|ty|ti)\b")
_ALIKE = {
    word: [[one] for one in alike]
    for alike in (("nghin", "ngan"), ("trieu",), ("ty", "ti"))
    for word in alike
}
# "15.000 đồng" is money, and no 15.000 cards.
_MONEY = re.compile(r"\s?(?P<times>(?:(?:nghin|ngan|trieu|ty|ti)\s)*)(?:dong|usd|do la|euro)\b")


def read_measured(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The parts of sentences that hold the figure asked about."""
    return [
        _candidate(reading, paragraph, unit, at)
        for unit in _asked(reading)
        for at in _places(reading, paragraph, unit)
    ]


def holds_figure(reading: Reading, paragraph: Paragraph) -> bool:
    """Whether a paragraph holds the figure asked about, however few other words of the question."""
    return any(_places(reading, paragraph, unit) for unit in _asked(reading))


def _asked(reading: Reading) -> list[Unit]:
    return [unit for unit in reading.question.stated if _is_asked(reading, unit)][:1]


def _is_asked(reading: Reading, unit: Unit) -> bool:
    """Whether a number of the question is a figure, and no part of a name or a document's."""
    text = reading.question.text
    return text[unit.end : unit.end + 1] != "/" and not text[: unit.start].endswith("/")


def _places(reading: Reading, paragraph: Paragraph, unit: Unit) -> list[int]:
    """Where a paragraph holds the same figure, of its kind: a share is no count."""
    key = reading.matcher.key(unit)
    share = f"{key.rstrip('%')}%" if _is_share(reading, unit) else key
    keys = paragraph.columns.folded
    times = _TIMES.match(reading.question.plain, unit.end)
    money = _MONEY.match(reading.question.plain, unit.end)
    return [
        at
        for at, one in enumerate(keys)
        if one == share
        and (not times or keys[at + 1 : at + 2] in _ALIKE[times["word"]])
        and (not money or _is_money(paragraph, at, bool(money["times"])))
    ]


def _is_money(paragraph: Paragraph, at: int, times: bool) -> bool:
    """Whether a number of a paragraph is of money, of thousands and more or of less."""
    found = _MONEY.match(paragraph.folded, paragraph.columns.spans[at][1])
    return found is not None and bool(found["times"]) == times


def _is_share(reading: Reading, unit: Unit) -> bool:
    behind = reading.question.plain[unit.end :].lstrip()
    return unit.kind == "percent" or behind.startswith(("phan tram", "%"))


def _candidate(reading: Reading, paragraph: Paragraph, unit: Unit, at: int) -> Candidate:
    place = paragraph.columns.spans[at]
    sentence = paragraph.sentence_at(place[0])
    clause = paragraph.clause_at(place[0])
    part = _part(paragraph, clause, place)
    found = met(reading.match(paragraph, sentence))
    anchor = _anchor(unit)
    signs = {
        **found,
        "coverage": anchor + (1 - anchor) * found["coverage"],
        "kept": 1.0,
        **reading.place_signs(paragraph, place),
        "period": max(LEAST_PERIOD, reading.times.period_fit(paragraph, place)),
    }
    return Candidate(
        paragraph=paragraph,
        span=part,
        quote=clause if paragraph.text[slice(*clause)].strip() else sentence,
        text=paragraph.text[slice(*part)].strip(" ,;."),
        score=weigh(signs),
        signs=signs,
    )


def _anchor(unit: Unit) -> float:
    """How much a figure tells by itself."""
    digits = unit.key.rstrip("%")
    if not digits.isdigit() or (len(digits) > 2 and digits.rstrip("0") != digits[:1]):
        return ODD
    if unit.kind == "percent":
        return ROUND if digits.endswith("0") or len(digits) == 1 else ODD
    return SMALL if int(digits) < _SMALL else ROUND


def _part(paragraph: Paragraph, clause: Span, place: Span) -> Span:
    """The part of a clause that one of several figures is told in."""
    others = [one.span for one in figures(paragraph) if clause[0] <= one.span[0] < clause[1]]
    before = [end for _, end in others if end <= place[0]]
    behind = [start for start, _ in others if start >= place[1]]
    text = paragraph.text
    commas = [one.end() for one in _COMMA.finditer(text, *clause)]
    nearest = max((one for one in commas if one <= place[0]), default=clause[0])
    start, end = clause
    opens = paragraph.unit_at(place[0]) - paragraph.unit_at(nearest) <= _OPENING
    if before:
        later = [one for one in commas if max(before) <= one <= place[0]]
        if later:
            start = nearest if opens else later[0]
    if behind:
        until = [one for one in commas if place[1] <= one <= min(behind) + 1]
        if until:
            end = (until[-1] if opens else until[0]) - 1
    told = [unit for unit in paragraph.units_in((start, end)) if not unit.is_stop]
    return (start, end) if len(told) > SHORTEST else clause
