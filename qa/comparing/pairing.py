"""Two figures of one text that are held against each other: "A 94,2 điểm; B 91,7 điểm".

Every two figures of one kind in a paragraph are weighed by how much of the question the words
around them hold, and by how the text itself joins them ("từ … xuống …", "trong khi kế hoạch là …").
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from index.vietnamese import Span
from qa.comparing.changes import turned
from qa.comparing.operands import (
    CLASSIFIERS,
    Noun,
    Pair,
    Place,
    pair_in_one_unit,
    places,
    run_beside,
)
from qa.readers.reading import Candidate
from qa.texts.paragraph import Paragraph, kept
from qa.texts.period import Period, agreement, find_periods
from qa.words.terms import Columns, Unit, units

# Words that only say that things are compared.
ASIDE = frozenset(
    """hon kem thua vuot thieu hut chenh lech so sanh voi cao thap nhieu it lon nho nhanh cham dat re dai ngan
    tang giam nhich con moi toi them""".split()
)
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
_BREAKDOWN = re.compile(r"\b(?:trong do|bao gom|gom)\b")
# "phí này giảm còn 58.000 đồng": what it was has been told before.
_REACHED = re.compile(
    r"\b(?:giam|rut|ha|tang|nang|keo)\b[^,;.\d]{0,25}\b(?:con|xuong|len|den)(?: con| den| toi)?\s*$"
)
_JOINED = re.compile(
    r"\bhon(?: muc| so voi)?\b|\btrong khi\b|\bso voi\b|\bnguoc lai\b|\bhoi\b|\bcung ky\b|\bthay vi\b|\bdu bao\b"
)
_NAMED = 2.0
_LIGHT = 0.35
SAME_CLAUSE, SAME_SENTENCE, NEXT, TURNED, JOINED, PLANNED = 0.35, 0.25, 0.1, 0.25, 0.1, 0.3
AROUND, EACH = 0.5, 0.4
LEAD = 600
# What a pair must reach, and by how much it must be better than any other difference.
ENOUGH, CLEAR = 0.7, 0.04
THEIRS, FOUND = 0.5, 0.1


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


def best_pair(asked: Asked, sentences: Sequence[Candidate]) -> Pair | None:
    """The two figures that answer; None unless one pair is clearly the best."""
    weighed: list[tuple[float, Pair]] = []
    seen: set[tuple[str, int]] = set()
    for candidate in sentences:
        paragraph = candidate.paragraph
        key = paragraph.document.id, paragraph.start
        if key in seen or paragraph.cells or not _names_told(asked, paragraph):
            continue
        seen.add(key)
        quotes = [c.quote for c in sentences if c.paragraph is paragraph]
        for one, other in combinations(places(asked.noun, paragraph), 2):
            worth = _worth(asked, paragraph, one, other)
            if worth is None:
                continue
            if pair := pair_in_one_unit(asked.noun, candidate, one, other):
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


def _worth(asked: Asked, paragraph: Paragraph, one: Place, other: Place) -> float | None:
    """How well two figures are the ones asked about; None if they are surely not."""
    if one.figure.kind != other.figure.kind and "score" not in (asked.noun.kind, ""):
        return None
    sentence = paragraph.sentence_at(one.figure.span[0])
    joined = one.sentence == other.sentence and turned(
        paragraph, one.figure, other.figure, sentence
    )
    if _is_part(paragraph, one, other):
        return None
    if not asked.noun.kind and _counts_apart(asked.all, paragraph, one, other):
        return None
    planned = _is_plan(asked, paragraph, one) or _is_plan(asked, paragraph, other)
    if not (_held_against(asked, paragraph, one, other, joined=joined) or planned):
        return None
    both = _share(asked.all, one.held | other.held, one.groups | other.groups, asked.names)
    each = [_share(asked.all, place.held, place.groups, asked.names) for place in (one, other)]
    worth = (1 - EACH) * both + EACH * sum(each) / 2
    last = paragraph.sentence_at(other.figure.span[0])
    worth += AROUND * _share(asked.all, *_around(paragraph, sentence, last))
    between = paragraph.folded[one.figure.whole[1] : other.figure.whole[0]]
    worth += TURNED * joined + PLANNED * planned
    worth += JOINED * bool(_JOINED.search(between))
    if one.clause == other.clause:
        return worth + SAME_CLAUSE
    if one.sentence == other.sentence:
        return worth + SAME_SENTENCE
    return worth + NEXT * (other.sentence - one.sentence == 1)


def _counts_apart(asked: Sequence[Unit], paragraph: Paragraph, one: Place, other: Place) -> bool:
    """Whether two counts are of other things, of which the question names one alone: "905 hồ sơ" and
    "41.300 hộ dân"."""
    behind = []
    for place in (one, other):
        at = paragraph.unit_at(place.figure.span[0]) + 1
        run = run_beside(paragraph, place.figure.span[1], paragraph.units[at : at + 1])
        if not run or run[0].folded in CLASSIFIERS or place.figure.kind != "count":
            return False
        behind.append(run[0])
    named = [any(unit.key == word.key for unit in asked) for word in behind]
    return behind[0].key != behind[1].key and named[0] != named[1]


def _names_told(asked: Asked, paragraph: Paragraph) -> bool:
    """Whether every name of the question stands in the paragraph or heads the report."""
    text = paragraph.document.text[:LEAD] + (paragraph.document.province or "")
    return asked.names <= {*Columns(text).folded, *paragraph.columns.folded}


@kept
def _around(paragraph: Paragraph, first: Span, last: Span) -> tuple[frozenset[str], frozenset[int]]:
    """Keys and groups of two sentences and of the report's title."""
    around = [*paragraph.units_in(first), *paragraph.units_in(last)]
    around += units(paragraph.document.title)
    return frozenset(u.folded for u in around), frozenset(u.group for u in around if u.group >= 0)


def _is_part(paragraph: Paragraph, one: Place, other: Place) -> bool:
    """Whether the second of two figures is a part of the first: "347 tỷ đồng, trong đó …"."""
    behind = paragraph.folded[one.figure.whole[1] : other.figure.whole[0]]
    return one.sentence == other.sentence and bool(_BREAKDOWN.search(behind))


def _is_plan(asked: Asked, paragraph: Paragraph, place: Place) -> bool:
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
    asked: Asked, paragraph: Paragraph, one: Place, other: Place, *, joined: bool
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
