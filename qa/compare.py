"""Comparisons and superlatives: one figure a place and period, and what follows from them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from index.vietnamese import fold
from qa.answer import Answer, Cell
from qa.figures import figures, value_of
from qa.findings import Find, Findings, abstained, answered, cite
from qa.period import Period
from qa.question import Question
from qa.readers.reading import Candidate

# Words of comparing, which no report of one side holds.
_LOWER_WORDS = (
    "thap nhat",
    "it nhat",
    "nho nhat",
    "kem nhat",
    "cuoi",
    "thap hon",
    "it hon",
    "kem hon",
)
_INDICATOR_KINDS = (
    ("rank", ("hang", "thu may", "xep", "dung thu", "vi tri", "thu bac")),
    ("score", ("diem",)),
    ("percent", ("ty le", "ti le", "phan tram", "%", "ty trong")),
    ("money", ("kinh phi", "von", "tien", "ngan sach", "doanh thu")),
)
# An extreme is said within this many characters of the place.
REACH = 90
# Figures that answer this much worse than the best are of something else.
LIKE_THE_BEST = 0.6
# Above this share of the threshold a side may be reported after all: it is not denied.
UNCERTAIN = 0.6
_NATURES = {
    "achieved": "đạt",
    "target": "mục tiêu",
    "exceeded": "vượt",
    "change": "thay đổi",
    "previous": "trước đó",
}


@dataclass(frozen=True)
class Side:
    """One side of a comparison: the question narrowed to it and the figure found for it."""

    question: Question
    found: Candidate
    value: float | None
    kind: str

    @property
    def label(self) -> str:
        place = self.question.provinces[0] if self.question.provinces else self.found.place
        period = self.question.period
        if period is None or (period.year is None):
            return place or ""
        return f"{place or ''} {period_name(period)}".strip()


def compare(question: Question, find: Find, threshold: float) -> Answer:
    """A figure for each place and period asked about, and the conclusion in words.

    Abstains unless every side is reported, saying which is.
    """
    sides, missing, evidence = [], [], []
    last: Findings | None = None
    for part in split(question):
        last = find(part)
        evidence += list(last.evidence)
        side = _side(part, last, threshold)
        if side is None and part.period and len(question.provinces) > 1 and _one_period(question):
            part = replace(part, asked_period=None)
            last = find(part)
            side = _side(part, last, threshold)
        if side is None:
            score = last.best.score if last.best else 0.0
            missing.append((part, score))
        else:
            sides.append(side)
    if last is None:
        return abstained(find(question))
    findings = Findings(question, evidence, last.candidates)
    if missing or len(sides) < 2:
        sure = [part for part, score in missing if score < UNCERTAIN * threshold]
        return abstained(findings, _what_is_there(sides, sure))
    text = "; ".join(f"{side.label}: {side.found.text}" for side in sides)
    conclusion = _conclusion(question, sides)
    answer = answered(
        findings,
        f"{conclusion} ({text})" if conclusion else text,
        [side.found for side in sides],
        computed=conclusion is not None,
        note=_difference_in_kind(sides),
        kind="compare",
    )
    return replace(answer, cells=_cells(answer, sides))


def superlative(question: Question, find: Find, threshold: float) -> Answer:
    """The place that a report calls highest or lowest, else the extreme of those reported."""
    stated = find(replace(question, asks="province"))
    best = next((c for c in stated.candidates if _says_extreme(question, c)), None)
    if best and best.score >= threshold:
        return answered(stated, best.text, [best], kind="province")
    numbers = find(replace(question, asks=indicator_kind(question)))
    by_place: dict[str, Candidate] = {}
    for candidate in numbers.candidates:
        enough = max(threshold, LIKE_THE_BEST * numbers.candidates[0].score)
        if candidate.score >= enough and candidate.place and candidate.nature == "achieved":
            by_place.setdefault(candidate.place, candidate)
    sides = [
        Side(replace(question, provinces=(place,)), found, *value(found))
        for place, found in by_place.items()
    ]
    sides = [side for side in sides if side.value is not None]
    if len(sides) < 2:
        return abstained(numbers)
    lowest = _wants_lowest(question) != (sides[0].kind == "rank")
    order = sorted(sides, key=lambda side: side.value or 0.0, reverse=not lowest)
    text = f"{order[0].label}: {order[0].found.text}"
    answer = answered(numbers, text, [side.found for side in order], computed=True, kind="compare")
    return replace(answer, cells=_cells(answer, order))


def split(question: Question) -> list[Question]:
    """The question narrowed to each place and period it names."""
    periods = [period for period in question.periods if not period.horizon]
    kind = indicator_kind(question)
    base = replace(question, asks=kind, nature=question.nature)
    places: Sequence[str | None] = question.provinces or (None,)
    if len(places) > 1 and len(periods) == len(places):
        pairs: list[tuple[str | None, Period | None]] = list(zip(places, periods, strict=True))
    else:
        asked: Sequence[Period | None] = periods or (None,)
        pairs = list(product(places, asked))
    return [
        replace(base, provinces=(place,) if place else (), asked_period=period)
        for place, period in pairs
    ]


def indicator_kind(question: Question) -> str:
    """The kind of figure that a comparison is about, from its words."""
    text = fold(question.text)
    for kind, words in _INDICATOR_KINDS:
        if re.search(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", text):
            return kind
    return "number"


def period_name(period: Period) -> str:
    """A period in Vietnamese words: "quý I năm 2022", "6 tháng đầu năm 2024"."""
    parts = {"h1": "6 tháng đầu năm", "h2": "6 tháng cuối năm"}
    quarters = {"q1": "quý I năm", "q2": "quý II năm", "q3": "quý III năm", "q4": "quý IV năm"}
    if period.part is None:
        return f"năm {period.year}"
    name = parts.get(period.part) or quarters.get(period.part)
    if name is None:
        number = period.part.strip("m")
        name = f"tháng {number} năm" if period.part.startswith("m") else f"{number} tháng năm"
    return f"{name} {period.year}" if period.year else name


def _one_period(question: Question) -> bool:
    """Whether one period is named for several places: it may be meant for the last alone."""
    return sum(not period.horizon for period in question.periods) == 1


def _side(part: Question, findings: Findings, threshold: float) -> Side | None:
    best = findings.best
    if best is None or best.score < threshold:
        return None
    return Side(part, best, *value(best))


def value(candidate: Candidate) -> tuple[float | None, str]:
    for figure in figures(candidate.paragraph):
        if candidate.span[0] <= figure.span[0] < candidate.span[1]:
            raw = candidate.paragraph.text[slice(*figure.span)]
            value = figure.value
            if value is None and figure.kind == "rank":
                value = value_of(raw.split("/")[0])
            return value, figure.kind
    return None, "text"


def _conclusion(question: Question, sides: Sequence[Side]) -> str | None:
    """ "Thái Bình cao hơn": computed from the cited figures; None when they do not compare."""
    if _difference_in_kind(sides) or len(sides) != 2:
        return None
    first, second = sides
    if first.value is None or second.value is None:
        return None
    if first.value == second.value:
        return "Bằng nhau"
    higher = first if (first.value > second.value) != (first.kind == "rank") else second
    lower = second if higher is first else first
    wanted, word = (lower, "thấp hơn") if _wants_lowest(question) else (higher, "cao hơn")
    return f"{wanted.label} {word}"


def _difference_in_kind(sides: Sequence[Side]) -> str | None:
    natures = {side.found.nature for side in sides}
    kinds = {side.kind for side in sides}
    if len(kinds) > 1:
        return "Các báo cáo nêu những loại số liệu khác nhau, không so sánh trực tiếp được"
    if len(natures) > 1:
        named = ", ".join(_NATURES[nature] for nature in sorted(natures))
        return f"Các số liệu khác tính chất ({named}), không so sánh trực tiếp được"
    return None


def _what_is_there(sides: Sequence[Side], missing: Sequence[Question]) -> str | None:
    lacking = [_label(part) for part in missing if _label(part)]
    if not sides or not lacking:
        return None
    there = ", ".join(side.label for side in sides)
    return f"Có số liệu của {there}, không có của {', '.join(lacking)}"


def _label(part: Question) -> str:
    period = f" {period_name(part.period)}" if part.period else ""
    return f"{part.provinces[0] if part.provinces else ''}{period}".strip()


def _cells(answer: Answer, sides: Sequence[Side]) -> tuple[Cell, ...]:
    positions = {citation: at for at, citation in enumerate(answer.citations)}
    cells = []
    for side in sides:
        period = side.found.period
        cells.append(
            Cell(
                place=side.found.place or "",
                period=period_name(period) if period and (period.year or period.part) else "",
                value=side.found.text,
                nature=side.found.nature,
                citation=positions[cite(side.found)],
            )
        )
    return tuple(cells)


def _wants_lowest(question: Question) -> bool:
    text = fold(question.text)
    return any(word in text for word in _LOWER_WORDS)


_EXTREMES = {
    False: (
        "cao nhat",
        "dan dau",
        "dung dau",
        "nhieu nhat",
        "lon nhat",
        "thu nhat",
        "so 1",
        "hang 1",
    ),
    True: ("thap nhat", "dung cuoi", "it nhat", "cuoi bang", "nho nhat", "thap", "cuoi"),
}


def _says_extreme(question: Question, candidate: Candidate) -> bool:
    """Whether the sentence calls this one place the highest or lowest."""
    folded = candidate.paragraph.folded
    start, end = candidate.span
    if folded[start:end] != fold(candidate.text):
        return False
    behind = re.split(r"[;.]", folded[end : end + REACH])[0]
    before = folded[max(0, start - REACH) : start]
    words = "|".join(_EXTREMES[_wants_lowest(question)])
    row = re.match(r"[^;.]*?(?:,| va ) ?[a-z ]+\(", folded[end : end + 2 * REACH])
    return not row and bool(
        re.search(rf"\b(?:{words})\b", behind)
        or re.search(rf"\b(?:{words})\b[^,;.]* la\W", before + " ")
    )
