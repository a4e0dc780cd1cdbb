"""Two figures of one text that are held against each other: "A 94,2 điểm; B 91,7 điểm".

Every two figures of one kind in a paragraph are weighed by how much of the question the words
around them hold, and by how the text itself joins them ("từ … xuống …", "trong khi kế hoạch là …").
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from index.vietnamese import Span, fold
from qa.changes import turned
from qa.figures import Figure, figures, period_of
from qa.indicators import indicator_kind
from qa.paragraph import Paragraph
from qa.period import Period, agreement, find_periods
from qa.question import Question
from qa.readers.reading import Candidate, quote_around
from qa.terms import Unit, units

# Words that only say that things are compared.
ASIDE = frozenset(
    """hon kem thua vuot thieu hut chenh lech so sanh voi cao thap nhieu it lon nho nhanh cham dat re dai ngan
    tang giam nhich con moi toi them""".split()
)
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
_SCALES = {"nghin": 1e3, "ngan": 1e3, "trieu": 1e6, "ty": 1e9, "ti": 1e9}
# Measures as they are written behind a figure.
_MEASURES = {"met": "m", "ki": "km", "cay": "km", "hecta": "ha", "kilogam": "kg"}
# Behind a figure these stand for whatever is counted.
_CLASSIFIERS = frozenset("chiec cai".split())
_NUMBER_OF = re.compile(r"\W*(?:tong )?so(?: luong)? (?!voi\b)(?P<head>\w+)")
# Around a figure its own words end here.
_BREAK = re.compile(
    r"[;,]\s|[.:]\s|\s(?:va|con|trong khi|song|nhung|so voi|xuong|len|thanh|thay vi)\s"
    r"|\b(?:cao|thap|nhieu|it|lon|nho|nhanh|cham|re|dat|dai|ngan) hon\b"
)
_STATEMENT = re.compile(r"[;,]\s|\s(?:song|nhung|trong khi)\s")
_PLAN = re.compile(
    r"\b(?:ke hoach|chi tieu|muc tieu|yeu cau|du toan|cam ket|quy dinh|dinh muc|giao|de ra|duyet|phan dau)\b"
)
# What was before, named by no period.
_EARLIER = re.compile(
    r"\b(?:truoc(?: day| kia| do)?|cung ky|nam ngoai|ban dau|luc dau|khi do|khi ay|luc do|bat dau|moi mo|moi"
    r"|khai truong|hoat dong|ra doi|dau nam|hoi|thay vi)\b"
)
_YEAR_BEFORE = re.compile(r"\b(?:nam truoc|nam ngoai|cung ky|truoc do)\b")
_THEN = re.compile(r"\W*(?:khi|luc) (?:do|ay|nay)\b")
_MONTH = re.compile(r"\bthang (?P<month>\d{1,2})\b(?![/.,]?\d)")
_MOST = re.compile(r"\b(?:toi da|thang(?: diem)?)\s*$")
_BREAKDOWN = re.compile(r"\b(?:trong do|bao gom|gom)\b")
# "phí này giảm còn 58.000 đồng": what it was has been told before.
_REACHED = re.compile(
    r"\b(?:giam|rut|ha|tang|nang|keo)\b[^,;.\d]{0,25}\b(?:con|xuong|len|den)(?: con| den| toi)?\s*$"
)
_OF_TOTAL = re.compile(r"\b(?:trong(?: tong)?(?: so)?|tren(?: tong)?(?: so)?|tong so)\s*$")
_JOINED = re.compile(
    r"\bhon(?: muc| so voi)?\b|\btrong khi\b|\bso voi\b|\bnguoc lai\b|\bhoi\b|\bcung ky\b|\bthay vi\b|\bdu bao\b"
)
_NAMED = 2.0
_LIGHT = 0.35
SAME_CLAUSE, SAME_SENTENCE, NEXT, TURNED, JOINED, PLANNED = 0.35, 0.25, 0.1, 0.25, 0.1, 0.3
AROUND, EACH = 0.5, 0.4
MOST_APART = 1000
LEAD = 600
# What a pair must reach, and by how much it must be better than any other difference.
ENOUGH, CLEAR = 0.7, 0.04
THEIRS, FOUND = 0.5, 0.1


_STATED = re.compile(
    r"\b(?:(?:cao|thấp|nhiều|ít|lớn|nhỏ|tốt|nhanh|chậm|đắt|rẻ|dài|ngắn|sớm|muộn)(?: \w+){0,2}? hơn|vượt|thiếu|hụt"
    r"|thừa|dư|lệch|kém|thua|chênh|tăng|giảm|nhích|tụt|cải thiện|rút ngắn|tiết kiệm|thêm)\b"
    r"(?:[^,;.()]*\s(?:là|tới|đến|thêm|được))?\s*(?:khoảng |gần |hơn )?$"
)


@dataclass(frozen=True, slots=True)
class Noun:
    """What a difference is counted in: the kind of its figures, the words asked, and the folded
    words by which a report may name what is counted."""

    kind: str
    words: str
    counted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Asked:
    """What a difference is asked of: `all` its units, `theirs` those of the second side.

    `than` is that side as typed without accents, `then` the period it names; `names` are the
    folded words typed in capitals, `year_before` is the one before that of the first side.
    """

    theirs: tuple[Unit, ...]
    than: str
    then: Period | None
    noun: Noun
    all: tuple[Unit, ...]
    names: frozenset[str] = frozenset()
    year_before: int | None = None


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
class _Place:
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
        counted = {unit.folded for unit in units(words) if unit.kind == "word"}
        counted |= {_MEASURES[word] for word in counted if word in _MEASURES}
        if named := _NUMBER_OF.match(fold(question.text)):
            counted.add(named["head"])
        return Noun("count", words, frozenset(counted))
    kind = indicator_kind(question)
    return Noun("" if kind == "number" else kind, "")


def best_pair(asked: Asked, sentences: Sequence[Candidate]) -> Pair | None:
    """The two figures that answer; None unless one pair is clearly the best."""
    weighed: list[tuple[float, Pair]] = []
    seen: set[tuple[str, int]] = set()
    for candidate in sentences:
        paragraph = candidate.paragraph
        key = paragraph.document.id, paragraph.start
        if key in seen or paragraph.cells:
            continue
        seen.add(key)
        quotes = [c.quote for c in sentences if c.paragraph is paragraph]
        places = _places(asked, paragraph)
        for one, other in combinations(places, 2):
            worth = _worth(asked, paragraph, one, other)
            pair = _pair(asked, candidate, one, other)
            if pair and worth is not None:
                spans = [place.figure.span[0] for place in (one, other)]
                found = any(q[0] <= start < q[1] for q in quotes for start in spans)
                weighed.append((worth + FOUND * found, pair))
    weighed.sort(key=lambda entry: -entry[0])
    if not weighed or weighed[0][0] < ENOUGH:
        return None
    worth, best = weighed[0]
    rivals = [w for w, pair in weighed[1:] if not _same(pair, best)]
    return best if not rivals or worth - rivals[0] >= CLEAR else None


def _same(one: Pair, other: Pair) -> bool:
    return {one.first.value, one.second.value} == {other.first.value, other.second.value}


def _places(asked: Asked, paragraph: Paragraph) -> list[_Place]:
    """The figures that can be operands, each with the words around it."""
    folded = paragraph.folded
    found: list[_Place] = []
    able = [
        (figure, value, unit)
        for figure in figures(paragraph)
        for value in [_value(paragraph, figure)]
        for unit in [_unit(asked, paragraph, figure)]
        if value is not None
        and unit is not None
        and not _is_change(paragraph, figure)
        and not is_stated(paragraph, figure.whole[0])
        and not _is_total(folded, figure)
    ]
    for at, (figure, value, unit) in enumerate(able):
        sentence = paragraph.sentence_at(figure.span[0])
        last = max([sentence[0], *(f.whole[1] for f, _, _ in able[:at])])
        following = min([sentence[1], *(f.whole[0] for f, _, _ in able[at + 1 :])])
        start = last if last == sentence[0] else _break(folded, last, figure.whole[0])
        ends = _break(folded, figure.whole[1], following)
        words = (
            start,
            ends if following < sentence[1] else _last(folded, figure.whole[1], following),
        )
        inside = [u for u in paragraph.units if words[0] <= u.start < words[1]]
        found.append(
            _Place(
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


def _break(folded: str, start: int, end: int) -> int:
    """Where between two figures the words of the first end and those of the second begin."""
    found = _BREAK.search(folded, start, end)
    return found.start() if found else end


def is_stated(paragraph: Paragraph, start: int) -> bool:
    """Whether the figure at `start` is itself a difference: "ít hơn cuối năm 2024 là | 640 chiếc |"."""
    clause = paragraph.clause_at(start)[0]
    return bool(_STATED.search(paragraph.text[clause:start].lower()))


def _last(folded: str, start: int, end: int) -> int:
    """Where the words of a sentence's last figure end: at its next statement."""
    found = _STATEMENT.search(folded, start, end)
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


def _is_total(folded: str, figure: Figure) -> bool:
    """Whether a figure is what others are a part of: "11 trong số | 34 | cơ sở"."""
    if _MOST.search(folded[max(0, figure.span[0] - 20) : figure.span[0]]):
        return True
    return bool(_OF_TOTAL.search(folded[max(0, figure.whole[0] - 20) : figure.whole[0]])) and bool(
        re.search(r"\d", folded[max(0, figure.whole[0] - 30) : figure.whole[0]])
    )


def _unit(asked: Asked, paragraph: Paragraph, figure: Figure) -> str | None:
    """The unit in which a figure can answer; None if it cannot."""
    kind = asked.noun.kind
    at = paragraph.unit_at(figure.span[0])
    following = _run(paragraph, figure.span[1], paragraph.units[at + 1 : at + 6])
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
        before = _run(paragraph, figure.span[0], paragraph.units[max(0, at - 4) : at][::-1])
        held = {u.folded for u in (*before, *following[:5])}
        bare = not following or first in _CLASSIFIERS
        return "" if bare or held & asked.noun.counted else None
    return figure.unit or (first if first in _TIMES else "")


def _run(paragraph: Paragraph, start: int, following: Sequence[Unit]) -> list[Unit]:
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


def _worth(asked: Asked, paragraph: Paragraph, one: _Place, other: _Place) -> float | None:
    """How well two figures are the ones asked about; None if they are surely not."""
    if one.figure.kind != other.figure.kind and "score" not in (asked.noun.kind, ""):
        return None
    sentence = paragraph.sentence_at(one.figure.span[0])
    joined = one.sentence == other.sentence and turned(
        paragraph, one.figure, other.figure, sentence
    )
    if not _names_told(asked, paragraph) or _is_part(paragraph, one, other):
        return None
    planned = _is_plan(asked, paragraph, one) or _is_plan(asked, paragraph, other)
    if not (_held_against(asked, paragraph, one, other, joined=joined) or planned):
        return None
    both = _share(asked.all, one.held | other.held, one.groups | other.groups, asked.names)
    each = [_share(asked.all, place.held, place.groups, asked.names) for place in (one, other)]
    worth = (1 - EACH) * both + EACH * sum(each) / 2
    around = [u for u in paragraph.units if sentence[0] <= u.start < sentence[1]]
    last = paragraph.sentence_at(other.figure.span[0])
    around += [u for u in paragraph.units if last[0] <= u.start < last[1]]
    title = units(paragraph.document.title)
    worth += AROUND * _share(
        asked.all,
        frozenset(u.folded for u in (*around, *title)),
        frozenset(u.group for u in (*around, *title) if u.group >= 0),
    )
    between = paragraph.folded[one.figure.whole[1] : other.figure.whole[0]]
    worth += TURNED * joined + PLANNED * planned
    worth += JOINED * bool(_JOINED.search(between))
    if one.clause == other.clause:
        return worth + SAME_CLAUSE
    if one.sentence == other.sentence:
        return worth + SAME_SENTENCE
    return worth + NEXT * (other.sentence - one.sentence == 1)


def _names_told(asked: Asked, paragraph: Paragraph) -> bool:
    """Whether every name of the question stands in the paragraph or heads the report."""
    text = paragraph.document.text[:LEAD] + (paragraph.document.province or "")
    around = {u.folded for u in (*units(text), *paragraph.units)}
    return asked.names <= around


def _is_part(paragraph: Paragraph, one: _Place, other: _Place) -> bool:
    """Whether the second of two figures is a part of the first: "347 tỷ đồng, trong đó …"."""
    behind = paragraph.folded[one.figure.whole[1] : other.figure.whole[0]]
    return one.sentence == other.sentence and bool(_BREAKDOWN.search(behind))


def _is_plan(asked: Asked, paragraph: Paragraph, place: _Place) -> bool:
    if not _PLAN.search(asked.than):
        return False
    sentence = paragraph.sentences[place.sentence]
    lead = paragraph.folded[sentence[0] : place.figure.span[0]]
    introduced = lead[: lead.rfind(":") + 1]
    return (
        place.figure.nature == "target"
        or bool(_PLAN.search(place.said))
        or bool(_PLAN.search(introduced))
    )


def _held_against(
    asked: Asked, paragraph: Paragraph, one: _Place, other: _Place, *, joined: bool
) -> bool:
    """Whether one of two figures is what the question holds the other against."""
    if asked.then:
        for place in (one, other):
            named = [*find_periods(paragraph.text[slice(*place.words)]), *_months(place.said)]
            if _agree(asked.then, named):
                return True
            before = paragraph.sentences[: place.sentence][-1:]
            if before and _THEN.match(place.said.strip()):
                named = find_periods(paragraph.text[slice(*before[0])])
                if _agree(asked.then, named):
                    return True
        if joined and _agree(asked.then, find_periods(paragraph.text)):
            return True
        if asked.then.year == asked.year_before and any(
            _YEAR_BEFORE.search(place.said) for place in (one, other)
        ):
            return True
    if _PLAN.search(asked.than):
        return False
    if _EARLIER.search(asked.than) or (not asked.than and not asked.theirs):
        reached = paragraph.folded[: other.figure.whole[0]]
        told = any(_EARLIER.search(place.said) for place in (one, other))
        return joined or told or bool(_REACHED.search(reached))
    if asked.then:
        return False
    shares = [_share(asked.theirs, place.held, place.groups) for place in (one, other)]
    of_theirs = {u.folded for u in asked.theirs} & asked.names
    if not (of_theirs <= one.held or of_theirs <= other.held):
        return False
    return max(shares) >= THEIRS and shares[0] != shares[1]


def _months(folded: str) -> list[Period]:
    """Months named without a year: "hồi tháng 7 là …"."""
    return [
        Period(*match.span(), None, f"m{int(match['month'])}") for match in _MONTH.finditer(folded)
    ]


def _agree(then: Period, named: Iterable[Period]) -> bool:
    return any(agreement(then, period) > 0 for period in named)


def _share(
    wanted: Sequence[Unit],
    keys: frozenset[str],
    groups: frozenset[int],
    names: frozenset[str] = frozenset(),
) -> float:
    """The share of units held by a place: a name's count more, light words less."""
    total = met = 0.0
    for unit in wanted:
        weight = _NAMED if unit.folded in names else _LIGHT if unit.is_light else 1.0
        total += weight
        met += weight * (unit.folded in keys or unit.group in groups)
    return met / total if total else 0.0


def _pair(asked: Asked, candidate: Candidate, one: _Place, other: _Place) -> Pair | None:
    """Both figures brought to one unit."""
    sizes = [_size(place.unit) for place in (one, other)]
    if max(sizes) > MOST_APART * min(sizes):
        return None
    named = [_unit_as_written(candidate.paragraph, place) for place in (one, other)]
    unit, size = named[0], sizes[0]
    if asked.noun.kind == "time" and (wanted := asked.noun.words.split()[0]):
        unit, size = wanted, _TIMES[fold(wanted)]
    elif asked.noun.kind == "count":
        unit, size = asked.noun.words, 1.0
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
    told = steps.get(asked.noun.kind) or steps.get(one.figure.kind) or unit
    return Pair(
        replace(first, text=first.candidate.text),
        replace(second, text=second.candidate.text),
        told,
    )


def _unit_as_written(paragraph: Paragraph, place: _Place) -> str:
    written = paragraph.text[place.figure.span[1] : place.figure.whole[1]].strip()
    return written or place.unit


def _size(unit: str) -> float:
    word = unit.split()[0] if unit else ""
    return float(_TIMES.get(word) or _SCALES.get(word) or 1.0)


def _candidate(like: Candidate, place: _Place) -> Candidate:
    paragraph = like.paragraph
    end = place.figure.whole[1]
    following = paragraph.units[paragraph.unit_at(end) :][:1]
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
