"""Figures of a text as operands: which can be held against each other, and in what unit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.vietnamese import Span, fold
from qa.questions.indicators import indicator_kind
from qa.questions.question import Question
from qa.readers.reading import Candidate, quote_around
from qa.texts.dating import period_of
from qa.texts.figure_units import SCALES
from qa.texts.figures import Figure, figures
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt
from qa.words.terms import Unit, units

_KINDS = (
    ("percent", r"diem phan tram|phan tram|%"),
    ("score", r"diem"),
    ("rank", r"bac|hang"),
    ("money", r"tien|(?:(?:nghin )?(?:ty|ti|trieu)(?: dong| usd)?|dong|usd)"),
)
# Seconds of units of time, and how many units a word of scale stands for.
_TIMES = {
    "giay": 1,
    "phut": 60,
    "tieng": 3600,
    "gio": 3600,
    "ngay": 86400,
    "tuan": 604800,
    "thang": 2592000,
    "nam": 31536000,
}
# Measures as they are written behind a figure.
_MEASURES = {"met": "m", "ki": "km", "cay": "km", "hecta": "ha", "kilogam": "kg"}
# Behind a figure these stand for whatever is counted.
CLASSIFIERS = frozenset("chiec cai".split())
_NUMBER_OF = re.compile(r"\W*(?:tong )?so(?: luong)? (?!voi\b)(?P<head>\w+)")
# Around a figure its own words end here.
_BREAK = Spelt(
    r"[;,]\s|[.:]\s|\s(?:và|còn|trong khi|song|nhưng|so với|xuống|lên|thành|thay vì)\s"
    r"|\b(?:cao|thấp|nhiều|ít|lớn|nhỏ|nhanh|chậm|rẻ|đắt|dài|ngắn) hơn\b"
)
_STATEMENT = Spelt(r"[;,]\s|\s(?:song|nhưng|trong khi)\s")
_MOST = re.compile(r"\b(?:toi da|thang(?: diem)?)\s*$")
_OF_TOTAL = re.compile(r"\b(?:trong(?: tong)?(?: so)?|tren(?: tong)?(?: so)?|tong so)\s*$")
MOST_APART = 1000
_STATED = re.compile(
    r"\b(?:(?:cao|thấp|nhiều|ít|lớn|nhỏ|tốt|nhanh|chậm|đắt|rẻ|dài|ngắn|sớm|muộn)(?: \w+){0,2}? hơn|vượt|thiếu|hụt"
    r"|thừa|dư|lệch|kém|thua|chênh|tăng|giảm|nhích|tụt|cải thiện|rút ngắn|tiết kiệm|thêm)\b"
    r"(?:[^,;.()]*\s(?:là|tới|đến|thêm|được))?\s*(?:khoảng |gần |hơn )?$"
)


@dataclass(frozen=True, slots=True)
class Noun:
    """What a difference is counted in: the kind of its figures, the words asked, and those by which
    a report may name what is counted, without accents if `folded`."""

    kind: str
    words: str
    counted: frozenset[str] = frozenset()
    folded: bool = False

    def spelt(self, unit: Unit) -> str:
        """A word as `counted` spells it: "hộ" is no "hồ sơ" of a question with accents."""
        return unit.folded if self.folded else unit.key


@dataclass(frozen=True)
class Operand:
    """A figure as one side: its value in the unit of the difference."""

    candidate: Candidate
    value: float
    text: str


@dataclass(frozen=True)
class Pair:
    first: Operand
    second: Operand
    unit: str


@dataclass(frozen=True)
class Place:
    """A figure in its paragraph with the words around it, up to the next figure or break."""

    figure: Figure
    value: float
    unit: str
    words: Span
    clause: Span
    sentence: int
    held: frozenset[str]
    groups: frozenset[int]
    said: str


def noun_of(question: Question, words: str) -> Noun:
    """The kind of figure that "bao nhiêu điểm", "mấy cơ sở" asks for."""
    plain = fold(words)
    for kind, rule in _KINDS:
        if re.match(rf"(?:{rule})(?!\w)", plain):
            return Noun(kind, words)
    if plain.split()[:1] and plain.split()[0] in _TIMES:
        return Noun("time", words)
    if plain:
        noun = Noun("count", words, folded=question.folded)
        named = _NUMBER_OF.match(fold(question.text))
        head = question.text[slice(*named.span("head"))] if named else ""
        said = [unit for unit in units(f"{words} {head}") if unit.kind == "word"]
        counted = {noun.spelt(unit) for unit in said}
        counted |= {_MEASURES[unit.folded] for unit in said if unit.folded in _MEASURES}
        return replace(noun, counted=frozenset(counted))
    kind = indicator_kind(question)
    return Noun("" if kind == "number" else kind, "")


def places(noun: Noun, paragraph: Paragraph) -> list[Place]:
    """The figures that can be operands, each with the words around it."""
    folded = paragraph.folded
    found: list[Place] = []
    able = [
        (figure, value, unit)
        for figure in figures(paragraph)
        for value in [_value(paragraph, figure)]
        for unit in [_unit(noun, paragraph, figure)]
        if value is not None
        and unit is not None
        and not _is_change(paragraph, figure)
        and not is_stated(paragraph, figure.whole[0])
        and not is_no_level(folded, figure)
    ]
    for at, (figure, value, unit) in enumerate(able):
        sentence = paragraph.sentence_at(figure.span[0])
        last = max([sentence[0], *(f.whole[1] for f, _, _ in able[:at])])
        following = min([sentence[1], *(f.whole[0] for f, _, _ in able[at + 1 :])])
        start = last if last == sentence[0] else _break(paragraph.text, last, figure.whole[0])
        ends = _break(paragraph.text, figure.whole[1], following)
        words = (
            start,
            ends if following < sentence[1] else _last(paragraph.text, figure.whole[1], following),
        )
        inside = paragraph.units_in(words)
        found.append(
            Place(
                figure,
                value,
                unit,
                words,
                paragraph.clause_at(figure.span[0]),
                paragraph.sentences.index(sentence),
                frozenset(u.folded for u in inside),
                frozenset(u.group for u in inside if u.group >= 0),
                folded[slice(*words)],
            )
        )
    return found


def _break(text: str, start: int, end: int) -> int:
    """Where between two figures the words of the first end and those of the second begin."""
    found = _BREAK.search(text, start, end)
    return found.start() if found else end


def is_stated(paragraph: Paragraph, start: int) -> bool:
    """Whether the figure at `start` is itself a difference: "ít hơn cuối năm 2024 là | 640 chiếc |"."""
    clause = paragraph.clause_at(start)[0]
    return bool(_STATED.search(paragraph.text[clause:start].lower()))


def _last(text: str, start: int, end: int) -> int:
    """Where the words of a sentence's last figure end: at its next statement."""
    found = _STATEMENT.search(text, start, end)
    return found.start() if found else end


def _value(paragraph: Paragraph, figure: Figure) -> float | None:
    if figure.value is not None or figure.kind != "rank":
        return figure.value
    number = re.search(r"\d+", paragraph.text[slice(*figure.span)])
    return float(number.group()) if number else None


def _is_change(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether a figure is a step and no level: "tăng 12%", but not "tăng lên 418 chiếc"."""
    if figure.nature not in ("change", "exceeded"):
        return False
    before = paragraph.text[: figure.whole[0]].lower()
    return not re.search(r"\b(?:lên|xuống|còn|thành|tặng|tầng|tảng)\W*$", before)


def is_no_level(folded: str, figure: Figure) -> bool:
    """Whether a figure is a total or a scale: "11 trong số | 34 | cơ sở", "thang | 10 |"."""
    if _MOST.search(folded[max(0, figure.span[0] - 20) : figure.span[0]]):
        return True
    return bool(_OF_TOTAL.search(folded[max(0, figure.whole[0] - 20) : figure.whole[0]])) and bool(
        re.search(r"\d", folded[max(0, figure.whole[0] - 30) : figure.whole[0]])
    )


def _unit(noun: Noun, paragraph: Paragraph, figure: Figure) -> str | None:
    """The unit in which a figure can answer; None if it cannot."""
    kind = noun.kind
    at = paragraph.unit_at(figure.span[0])
    following = run_beside(paragraph, figure.span[1], paragraph.units[at + 1 : at + 6])
    first = following[0].folded if following else ""
    if kind in ("percent", "money", "rank"):
        return figure.unit if figure.kind == kind else None
    if kind == "score":
        bare = figure.kind == "count" and (not first or following[0].kind != "word")
        return "" if figure.kind == "score" or bare else None
    if kind == "time":
        return first if figure.kind == "count" and first in _TIMES else None
    if kind == "count":
        if figure.kind not in ("count", "ratio") or first in _TIMES:
            return None
        before = run_beside(paragraph, figure.span[0], paragraph.units[max(0, at - 4) : at][::-1])
        held = {noun.spelt(u) for u in (*before, *following[:5])}
        bare = not following or first in CLASSIFIERS
        return "" if bare or held & noun.counted else None
    return figure.unit or (first if first in _TIMES else "")


def run_beside(paragraph: Paragraph, start: int, following: Sequence[Unit]) -> list[Unit]:
    """The words next to a figure, up to a mark or another figure."""
    found: list[Unit] = []
    for unit in following:
        gap = paragraph.text[min(start, unit.start) : max(start, unit.start)]
        if unit.kind != "word" and found and found[-1].folded in ("so", "trong", "tren"):
            continue  # "11 trong số 34 cơ sở"
        if unit.kind != "word" or re.search(r"[.;,:()]", gap):
            break
        found.append(unit)
    return found


def pair_in_one_unit(noun: Noun, candidate: Candidate, one: Place, other: Place) -> Pair | None:
    """Both figures brought to one unit."""
    sizes = [_size(place.unit) for place in (one, other)]
    if max(sizes) > MOST_APART * min(sizes):
        return None
    named = [_unit_as_written(candidate.paragraph, place) for place in (one, other)]
    unit, size = named[0], sizes[0]
    if noun.kind == "time" and (wanted := noun.words.split()[0]):
        unit, size = wanted, _TIMES[fold(wanted)]
    elif noun.kind == "count":
        unit, size = noun.words, 1.0
        if fold(unit) in _MEASURES:
            after = candidate.paragraph.text[one.figure.whole[1] :].split()
            unit = after[0].strip(".,;)") if after else unit
    elif named[0] != named[1] and sizes[0] != sizes[1]:
        unit, size = (named[0], sizes[0]) if sizes[0] < sizes[1] else (named[1], sizes[1])
    first, second = (
        Operand(_candidate(candidate, place), place.value * of / size, "")
        for place, of in zip((one, other), sizes, strict=True)
    )
    if first.value == second.value:
        return None
    steps = {"percent": "điểm phần trăm", "rank": "bậc", "score": "điểm"}
    told = steps.get(noun.kind) or steps.get(one.figure.kind) or unit
    return Pair(
        replace(first, text=first.candidate.text),
        replace(second, text=second.candidate.text),
        told,
    )


def _unit_as_written(paragraph: Paragraph, place: Place) -> str:
    written = paragraph.text[place.figure.span[1] : place.figure.whole[1]].strip()
    return written or place.unit


def _size(unit: str) -> float:
    word = unit.split()[0] if unit else ""
    return float(_TIMES.get(word) or SCALES.get(word) or 1.0)


def _candidate(like: Candidate, place: Place) -> Candidate:
    paragraph = like.paragraph
    end = place.figure.whole[1]
    following = paragraph.units[paragraph.unit_at(end) : paragraph.unit_at(end) + 1]
    if (
        following
        and following[0].folded in _TIMES
        and paragraph.text[end : following[0].start] == " "
    ):
        end = following[0].end
    span = place.figure.whole[0], end
    return replace(
        like,
        span=span,
        quote=quote_around(paragraph, span),
        text=paragraph.text[slice(*span)],
        period=period_of(paragraph, place.figure.span),
        nature=place.figure.nature,
    )
