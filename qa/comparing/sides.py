"""One figure for each thing compared, chosen together, and what follows from two of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from index.vietnamese import Span, fold, tokens
from qa.answer import Answer, Cell
from qa.comparing.apart import beside_its_own, told_apart
from qa.findings import Findings, cite
from qa.questions.coordination import TYPES
from qa.questions.indicators import period_name, wants_lowest, written
from qa.questions.matter import asks_sum
from qa.questions.question import Question
from qa.questions.worded import Part
from qa.readers.reading import Candidate, quote_around
from qa.texts.dating import period_of
from qa.texts.figures import Figure, figures, value_of
from qa.words.terms import units

# Of each part so many candidates are weighed against those of the others.
SHORTLIST = 6
# Figures that answer this much worse than the best are of something else.
LIKE_THE_BEST = 0.6
SAME_FIGURE, SAME_KIND, SAME_NATURE = -0.5, 0.1, 0.05
SAME_SENTENCE, SAME_PARAGRAPH, SAME_DOCUMENT = 0.12, 0.08, 0.04
OWN_WORDS, SUNK, LIMIT = 0.4, 0.1, 0.6
_LIMIT = re.compile(r"(?:dưới|không quá)\s", re.IGNORECASE)
LONGEST_VALUE = 80
_NATURES = {
    "achieved": "đạt",
    "target": "mục tiêu",
    "exceeded": "vượt",
    "change": "thay đổi",
    "previous": "trước đó",
}
_STEPS = {"rank": "bậc", "percent": "điểm phần trăm", "score": "điểm"}


@dataclass(frozen=True)
class Side:
    """One side of a comparison: what it is called and the figure found for it."""

    part: Part
    found: Candidate
    value: float | None
    kind: str
    unit: str

    @property
    def label(self) -> str:
        return self.part.label or self.found.place or ""


def side(part: Part, found: Candidate) -> Side:
    told = _told(part, found)
    value, kind, unit = value_in(told)
    if part.question.asks == "score" and kind == "count" and not unit:
        kind, unit = "score", "diem"  # "0,8654" where the words before it say that these are scores
    return Side(part, told, value, kind, unit)


def figure_beside(like: Candidate, figure: Figure, said: Span | None = None) -> Candidate:
    """Another figure of a candidate's paragraph as a candidate, as good as that one.

    said: what is said of the figure, where that is not the whole of it.
    """
    paragraph, span = like.paragraph, said or figure.whole
    return replace(
        like,
        span=span,
        quote=quote_around(paragraph, span),
        text=paragraph.text[slice(*span)],
        period=period_of(paragraph, figure.span),
        nature=figure.nature,
    )


def value_in(candidate: Candidate) -> tuple[float | None, str, str]:
    """The value of a candidate's figure, its kind and unit."""
    for figure in figures(candidate.paragraph):
        if candidate.span[0] <= figure.span[0] < candidate.span[1]:
            raw = candidate.paragraph.text[slice(*figure.span)]
            value = figure.value
            if value is None and figure.kind == "rank":
                value = value_of(raw.split("/")[0])
            return value, figure.kind, figure.unit
    return None, "text", ""


def _unit_as_written(candidate: Candidate) -> str:
    """ "tỷ đồng": the unit of a candidate's figure with its accents; empty for a mere count."""
    for figure in figures(candidate.paragraph):
        if candidate.span[0] <= figure.span[0] < candidate.span[1] and figure.unit:
            return candidate.paragraph.text[figure.span[1] : figure.whole[1]].strip()
    return ""


def choose_together(
    found: Sequence[tuple[Part, Findings]], threshold: float
) -> list[Candidate | None]:
    """A candidate for each part, or None: good by itself and of one kind with the others."""
    lists: list[list[Candidate | None]] = []
    apart = told_apart([part for part, _ in found])
    for at, (part, findings) in enumerate(found):
        good = [c for c in findings.candidates[: 4 * SHORTLIST] if c.score >= threshold]
        good = [beside_its_own(apart[at], c) for c in good] if apart[at] else good
        good = sorted((_of_its_own(part, _as_level(c)) for c in good), key=lambda c: -c.score)
        good = [c for c in good if c.score >= max(SUNK, LIKE_THE_BEST * good[0].score)][:SHORTLIST]
        lists.append([*good] or [None])
    if len(lists) > 3:
        lists = [one[:2] for one in lists]
    one_place = len({part.question.provinces for part, _ in found}) == 1
    chosen = max(product(*lists), key=lambda choice: _worth(choice, one_place))
    return list(chosen)


def _as_level(found: Candidate) -> Candidate:
    """A limit is hardly what one thing has beside others: "trẻ tuổi (dưới 40): 268"."""
    return replace(found, score=LIMIT * found.score) if _LIMIT.match(found.text) else found


def _of_its_own(part: Part, found: Candidate) -> Candidate:
    """A candidate counts less whose clause lacks the words that are the part's own."""
    own = {unit.folded for unit in units(part.words) if unit.kind == "word"}
    own -= {"bao", "nhieu", "may"}
    if not own:
        return found
    paragraph = found.paragraph
    start, end = paragraph.clause_at(found.span[0])
    named = part.words[:1].isupper() or fold(part.words).split()[0] in TYPES
    first, last = paragraph.sentence_at(found.span[0])
    said = f"{paragraph.text[first:last]} {paragraph.document.title}"
    if named and not own - TYPES <= {unit.folded for unit in units(said)}:
        return replace(found, score=0.0)
    held = {unit.folded for unit in units(found.paragraph.text[start:end])}
    return replace(found, score=found.score * (1 - OWN_WORDS * (1 - len(own & held) / len(own))))


def _worth(choice: Sequence[Candidate | None], one_place: bool) -> float:
    held = [candidate for candidate in choice if candidate is not None]
    worth = sum(candidate.score for candidate in held)
    for one, other in combinations(held, 2):
        if value_in(one)[1] == value_in(other)[1]:
            worth += SAME_KIND
        if one.nature == other.nature:
            worth += SAME_NATURE
        if one.paragraph == other.paragraph:
            worth += SAME_FIGURE if _overlap(one, other) else SAME_PARAGRAPH * one_place
            same = one.paragraph.sentence_at(one.span[0]) == one.paragraph.sentence_at(
                other.span[0]
            )
            worth += (SAME_SENTENCE - SAME_PARAGRAPH) * (same and one_place)
        elif one.paragraph.document.id == other.paragraph.document.id:
            worth += SAME_DOCUMENT * one_place
    return worth


def _overlap(one: Candidate, other: Candidate) -> bool:
    return one.span[0] < other.span[1] and other.span[0] < one.span[1]


def _told(part: Part, found: Candidate) -> Candidate:
    """The figure with the words that tell its part from the others: "2 dịch vụ … mức độ 4"."""
    own = tokens(part.words)
    if not own or own[-1].kind != "number":
        return found
    text = found.paragraph.text
    stop = re.search(r"[,;.:()|]|\svà\s|$", text[found.span[1] :])
    assert stop is not None
    following = text[found.span[1] : found.span[1] + stop.start()]
    last = [token for token in tokens(following) if token.key == own[-1].key]
    if not last or found.span[1] + last[0].end - found.span[0] > LONGEST_VALUE:
        return found
    span = found.span[0], found.span[1] + last[0].end
    quote = found.quote[0], max(found.quote[1], span[1])
    return replace(found, span=span, quote=quote, text=text[slice(*span)])


def listed(sides: Sequence[Side], *, numbered: bool) -> str:
    """ "cấp tỉnh: 98,4%; cấp xã: 76,3%"; without `numbered` no label that holds a number."""
    said = []
    for one in sides:
        label, value = one.label, one.found.text
        named = label and label.lower() not in value.lower()
        if named and (numbered or not re.search(r"\d", label)):
            said.append(f"{label}: {value}")
        else:
            said.append(value)
    return "; ".join(said)


def difference(first: Side, second: Side) -> str | None:
    """ "22,1 điểm phần trăm"; None where two figures are not of one unit."""
    if first.value is None or second.value is None or first.unit != second.unit:
        return None
    unit = _STEPS.get(first.kind) or _unit_as_written(first.found)
    return f"{written(abs(first.value - second.value))} {unit}".strip()


def conclusion(question: Question, sides: Sequence[Side]) -> str | None:
    """ "Thái Bình cao hơn 6 bậc": computed from the cited figures; None when they do not
    compare."""
    if difference_in_kind(sides) or any(one.value is None for one in sides):
        return None
    if asks_sum(question):
        return _sum(sides)
    ranked = sorted(sides, key=lambda one: (one.value or 0.0) * (-1 if one.kind == "rank" else 1))
    if ranked[0].value == ranked[-1].value:
        return "Bằng nhau"
    if len(sides) > 2:
        lowest = wants_lowest(question)
        extreme = (ranked[0] if lowest else ranked[-1]).value
        first = ", ".join(one.label for one in sides if one.value == extreme)
        return f"{first} {'thấp' if lowest else 'cao'} nhất"
    by = difference(sides[0], sides[1])
    if by is None:
        return None
    if over_time(sides):
        later = max(sides, key=_time)
        return f"{'Tăng' if ranked[-1] is later else 'Giảm'} {by}"
    if wants_lowest(question):
        return f"{ranked[0].label} thấp hơn {by}"
    return f"{ranked[-1].label} cao hơn {by}"


def _sum(sides: Sequence[Side]) -> str | None:
    """ "Tổng cộng 175 điểm": the figures of all sides put together; None for shares and ranks."""
    if any(one.kind not in ("count", "money") or one.unit != sides[0].unit for one in sides):
        return None
    total = sum(one.value or 0.0 for one in sides)
    return f"Tổng cộng {written(total)} {_unit_as_written(sides[0].found)}".strip()


def over_time(sides: Sequence[Side]) -> bool:
    """Whether the sides are one thing at two times."""
    first, second = (one.part.question for one in sides[:2])
    times = [(one.period.year, one.period.part) if one.period else None for one in (first, second)]
    alike = first.provinces == second.provinces
    return alike and first.document_numbers == second.document_numbers and times[0] != times[1]


def _time(one: Side) -> tuple[int, str]:
    period = one.part.question.period
    return (period.year or 0, period.part or "") if period else (9999, "")


def difference_in_kind(sides: Sequence[Side]) -> str | None:
    natures = {one.found.nature for one in sides}
    if len({one.kind for one in sides}) > 1:
        return "Các báo cáo nêu những loại số liệu khác nhau, không so sánh trực tiếp được"
    if len(natures) > 1:
        named = ", ".join(_NATURES[nature] for nature in sorted(natures))
        return f"Các số liệu khác tính chất ({named}), không so sánh trực tiếp được"
    return None


def cells(answer: Answer, sides: Sequence[Side]) -> tuple[Cell, ...]:
    """The values as a table, each pointing to its citation."""
    return rows(answer, [(one.label, one.found) for one in sides])


def rows(answer: Answer, found: Sequence[tuple[str, Candidate]]) -> tuple[Cell, ...]:
    """Candidates with what the question calls each, as the rows of a table."""
    positions = {citation: at for at, citation in enumerate(answer.citations)}
    return tuple(
        Cell(
            place=one.place or "",
            period=period_name(one.period)
            if one.period and (one.period.year or one.period.part)
            else "",
            value=one.text,
            nature=one.nature,
            citation=positions[cite(one)],
            label=label,
        )
        for label, one in found
    )
