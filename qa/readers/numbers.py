"""Figures as answers: "bao nhiêu", "mấy", "tỷ lệ", "hạng mấy", "tăng bao nhiêu"."""

import re
from itertools import pairwise

from index.vietnamese import fold
from qa.dating import period_of
from qa.figures import Figure, figures
from qa.paragraph import Paragraph
from qa.readers.locating import place_of
from qa.readers.reading import Candidate, Reading, quote_around
from qa.readers.signs import met, weigh
from qa.terms import Unit

LONGEST_ANSWER = 80

# How far a figure of one kind answers a question for another; absent is not at all.
_KIND_FIT: dict[str, dict[str, float]] = {
    "percent": {"percent": 1.0, "ratio": 0.5},
    "rank": {"rank": 1.0},
    "score": {"score": 1.0},
    "money": {"money": 1.0},
    "change": {"percent": 1.0, "steps": 1.0, "score": 1.0, "count": 1.0, "money": 1.0},
    "count": {"count": 1.0, "ratio": 0.9},
    "number": {
        "count": 1.0,
        "ratio": 1.0,
        "percent": 0.5,
        "score": 0.6,
        "money": 0.6,
        "steps": 0.8,
    },
}
_OPEN_FIT = {"count": 1.0, "ratio": 1.0, "percent": 1.0, "score": 0.9, "money": 0.9, "rank": 0.4}
_OTHER_NATURE = 0.35

# The words that end the noun counted: "bao nhiêu kiến nghị | qua ứng dụng …".
_NOUN_ENDS = frozenset(
    """là của có được qua trên ở tại trong để cho đã đang sẽ thì mà và với về theo do bởi từ đến tới vào
    ra khi sau trước bằng bị hoàn đạt nào không chưa so trực chủ sử đưa nộp kết tham""".split()
)
_NUMBER_OF = re.compile(r"\W*(?:tổng |tong )?(?:số|so)(?: lượng| luong)?\s+(?!liệu|lieu|hóa|hoa)")
_UNIT_LENGTH = 4
_NO_UNIT, UNIT_NEAR = 0.25, 0.5
# "bao nhiêu cái": any thing counted.
_CLASSIFIERS = frozenset("cái chiếc món thứ cai chiec".split())
UNASKED_NOUN = 0.6
UNSTATED = 0.4
HALF_NOUN = 0.7
# These stand left of any figure.
_ANYWHERE = frozenset({"co", "la", "duoc"})
# A share is no count of things; what is measured in these units counts nothing else.
OTHER_MEASURE = 0.8
_MEASURE = re.compile(
    r"\s?(?:gio|phut|giay|ngay|thang|nam|tuan|tuoi|km|m2|m|met|ha|kg|tan|lit|mbps|dong|usd|do)\b"
)
BESIDE = 1.1
# A figure that its other signs leave less than this is not met with the question's words.
WORTH_MATCHING = 0.05
# Figures of one family are rivals for the words of a sentence.
_FAMILIES = (("percent",), ("rank",), ("score",), ("money",), ("steps",), ("count", "ratio"))
_COMMENTS = ("change", "exceeded", "target")


def read_numbers(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The figures of a paragraph that could answer, scored."""
    question = reading.question
    noun = counted_noun(reading)
    found = []
    stated = {unit.key.rstrip("%") for unit in reading.question.figures}
    listed = figures(paragraph)
    comments = [figure.span for figure in listed if figure.nature in _COMMENTS]
    owners = {}
    for family in _FAMILIES:
        spans = [figure.span for figure in listed if figure.kind in family]
        owners.update(reading.territories(paragraph, spans, comments))
    for figure in listed:
        kind = _kind_fit(reading, figure, noun) or _bare_score(reading, paragraph, figure)
        if not kind:
            continue
        position = paragraph.unit_at(figure.span[0])
        if paragraph.units[position].key.rstrip("%") in stated:
            continue
        unit_fit, unit_end = _unit_fit(reading, paragraph, figure, noun)
        if question.asks == "number" and not noun and figure.kind in ("count", "ratio"):
            unit_fit *= _unasked_noun(reading, paragraph, figure)
        signs = {
            "kind": kind,
            "nature": _nature_fit(reading, figure),
            "unit": unit_fit,
            "beside": BESIDE if _same_left(reading, paragraph, position) else 1.0,
            "counted in": reading.period_fit(paragraph, figure.span),
            "stated": _stated_fit(reading, paragraph, figure),
            "level": _level_fit(reading, paragraph, figure),
            **reading.place_signs(paragraph, figure.span),
            **reading.beside(paragraph, figure.whole),
        }
        if weigh(signs) < WORTH_MATCHING:
            continue
        signs |= met(reading.match(paragraph, figure.span, owners[figure.span]))
        end = max(figure.whole[1], unit_end)
        end += _EXPONENT.match(paragraph.text, end) is not None
        if end - figure.whole[0] > LONGEST_ANSWER:
            end = figure.whole[1]
        found.append(
            Candidate(
                paragraph=paragraph,
                span=(figure.whole[0], end),
                quote=quote_around(paragraph, (figure.whole[0], end)),
                text=paragraph.text[figure.whole[0] : end],
                score=weigh(signs),
                signs=signs,
                place=place_of(paragraph, figure.span),
                period=period_of(paragraph, figure.span),
                nature=figure.nature,
            )
        )
    return found


# "Y Tý 4,71; Bắc Hà 4,66": of a table of scores in prose the word "điểm" stands before it.
_BARE = re.compile(r"\s*(?:[;,.)]|$|và\b)")
_SCORED = re.compile(r"\b(?:điểm|xếp hạng|chấm|thang)\b", re.IGNORECASE)
BARE_SCORE = 0.9


def _bare_score(reading: Reading, paragraph: Paragraph, figure: Figure) -> float:
    """How far a number without a unit, in a sentence about scores, answers a question for one."""
    if reading.question.asks != "score" or figure.kind != "count" or figure.unit:
        return 0.0
    start, _ = paragraph.sentence_at(figure.span[0])
    if "," not in paragraph.text[slice(*figure.span)]:
        return 0.0
    scored = _SCORED.search(paragraph.text, start, figure.span[0])
    return BARE_SCORE if scored and _BARE.match(paragraph.text, figure.whole[1]) else 0.0


_LEVEL = re.compile(r"\bcap (?P<level>tinh|huyen|xa)\b")
_LEVEL_BEHIND = re.compile(r"[^\d,;.()]{0,24}?\bcap (?P<level>tinh|huyen|xa)\b")
OTHER_LEVEL = 0.4


def _level_fit(reading: Reading, paragraph: Paragraph, figure: Figure) -> float:
    """A count for one level of the administration ("14 điểm cầu cấp tỉnh") is none for another."""
    asked = {found["level"] for found in _LEVEL.finditer(fold(reading.question.text))}
    behind = _LEVEL_BEHIND.match(paragraph.folded, figure.whole[1])
    return OTHER_LEVEL if asked and behind and behind["level"] not in asked else 1.0


# "35 km2": the unit's own figure.
_EXPONENT = re.compile(r"(?<=[ \dkcm]m)[23](?!\d)")


def _same_left(reading: Reading, paragraph: Paragraph, position: int) -> bool:
    """Whether the same word stands left of the figure as left of the question word."""
    before = [u for u in reading.question.units if u.end <= reading.question.focus[0]]
    if not before or not position or before[-1].folded in _ANYWHERE:
        return False
    return reading.matcher.key(before[-1]) == reading.matcher.key(paragraph.units[position - 1])


def _unasked_noun(reading: Reading, paragraph: Paragraph, figure: Figure) -> float:
    """A count of something that the question does not name answers it less."""
    following = paragraph.units[paragraph.unit_at(figure.span[0]) + 1 :][:1]
    if not following or paragraph.text[figure.span[1] : following[0].start].strip():
        return 1.0
    named = {reading.matcher.key(unit) for unit in reading.question.units}
    return 1.0 if reading.matcher.key(following[0]) in named else UNASKED_NOUN


def _stated_fit(reading: Reading, paragraph: Paragraph, figure: Figure) -> float:
    """A percentage that the question states ("dưới 30%") must stand in the sentence."""
    wanted = {unit.key.rstrip("%") for unit in reading.question.figures if unit.kind == "percent"}
    if not wanted:
        return 1.0
    start, end = paragraph.sentence_at(figure.span[0])
    held = {u.key.rstrip("%") for u in paragraph.units if start <= u.start < end}
    return 1.0 if wanted <= held else UNSTATED


def counted_noun(reading: Reading) -> list[Unit]:
    """The units of what is counted: "kiến nghị" in "bao nhiêu kiến nghị qua ứng dụng …"."""
    question = reading.question
    noun: list[Unit] = []
    for unit in question.units:
        if unit.start < question.focus[1]:
            continue
        gap = question.text[(noun[-1].end if noun else question.focus[1]) : unit.start]
        word = question.text[unit.start : unit.end].lower()
        if len(noun) == _UNIT_LENGTH or any(mark in gap for mark in ",?.;:("):
            break
        if word in _NOUN_ENDS or unit.kind != "word":
            break
        if any(m.start <= unit.start < m.end for m in question.mentions):
            break
        if not noun and word in _CLASSIFIERS:
            continue
        noun.append(unit)
    if question.asks in ("percent", "money", "rank", "score"):
        return []
    return _named_count(reading) or noun


def _named_count(reading: Reading) -> list[Unit]:
    """The units of what is counted in "số quyết định … là bao nhiêu" and "số quyết định …?"."""
    question = reading.question
    match = _NUMBER_OF.match(question.text.lower())
    if not match:
        return []
    following = [unit for unit in question.units if unit.start >= match.end()]
    return [unit for unit in following[:2] if unit.kind == "word"]


def _kind_fit(reading: Reading, figure: Figure, noun: list[Unit]) -> float:
    question = reading.question
    if question.asks == "number" and not noun:
        return _OPEN_FIT.get(figure.kind, 0.0)
    return _KIND_FIT.get(question.asks, _KIND_FIT["number"]).get(figure.kind, 0.0)


def _nature_fit(reading: Reading, figure: Figure) -> float:
    asked = reading.question.nature
    if figure.nature == asked:
        return 1.0
    if reading.question.asks == "change":
        return 0.3
    return _OTHER_NATURE


def _unit_fit(
    reading: Reading, paragraph: Paragraph, figure: Figure, noun: list[Unit]
) -> tuple[float, int]:
    """How well what is counted is what is asked to be counted, and where its name ends."""
    position = paragraph.unit_at(figure.span[0]) + 1
    following = paragraph.units[position : position + _UNIT_LENGTH + 2]
    if paragraph.cells:  # the next cell's heading is no noun of this one's figure
        stop = paragraph.clause_at(figure.span[0])[1]
        following = [unit for unit in following if unit.end <= stop]
    if not noun:
        return 1.0, figure.whole[1]
    if figure.kind in ("percent", "money", "score", "steps"):
        unit_words = reading.question.text[noun[0].start : noun[-1].end].lower()
        named = {"steps": ("bậc", "lần", "bac", "lan"), "score": ("điểm", "diem")}
        wanted = named.get(figure.kind)
        fits = wanted is None or unit_words.startswith(wanted)
        if figure.kind == "percent" and not unit_words.startswith(("phần", "phan")):
            return OTHER_MEASURE, figure.whole[1]
        return (1.0 if fits else 0.4), figure.whole[1]
    head, rest = noun[:2], noun[2:]
    end = figure.whole[1]
    met = 0.0
    for unit in head:
        at = _find(reading, unit, following[:3])
        if at is not None:
            met += 1
            end = max(end, following[at].end)
    share = met / len(head)
    if not met:
        segment = _left_of(paragraph, figure)
        for start, stop in paragraph.labels_of(figure.span[0]):
            segment += [unit for unit in paragraph.units if start <= unit.start < stop]
        left = sum(_find(reading, unit, segment) is not None for unit in head) / len(head)
        near = UNIT_NEAR if _in_clause(reading, paragraph, figure, head) else _NO_UNIT
        measured = _MEASURE.match(paragraph.folded, figure.span[1])
        if measured and not _MEASURE.match(f" {' '.join(unit.folded for unit in head)}"):
            return _NO_UNIT, figure.whole[1]
        return max(near, 0.75 * left if left == 1.0 else 0.0), _noun_end(following, end, paragraph)
    of_rest = 0
    for unit in rest:
        at = _find(reading, unit, following)
        if at is not None and following[at].end - end < 12:
            end = max(end, following[at].end)
            of_rest += 1
    end = _whole_phrase(paragraph, _same_words_on(reading, paragraph, end), noun)
    whole = 0.8 + 0.2 * of_rest / len(rest) if rest else 1.0
    if share < 1.0 and _find(reading, head[0], following[:1]) is not None:
        share = 0.9
    return (share if share >= 0.9 else HALF_NOUN) * whole, end


def _in_clause(reading: Reading, paragraph: Paragraph, figure: Figure, head: list[Unit]) -> bool:
    """Whether what is asked to be counted is named elsewhere in the figure's clause."""
    start, end = paragraph.clause_at(figure.span[0])
    among = [unit for unit in paragraph.units if start <= unit.start < end]
    return all(_find(reading, unit, among) is not None for unit in head)


def _same_words_on(reading: Reading, paragraph: Paragraph, end: int) -> int:
    """The end moved on while text and question go on in the same words: no word is cut."""
    key = reading.matcher.key
    at = paragraph.unit_at(end)
    if not at:
        return end
    spoken = [key(unit) for unit in reading.question.units]
    last = key(paragraph.units[at - 1])
    for place in (place for place, word in enumerate(spoken) if word == last):
        for word, unit in zip(spoken[place + 1 :], paragraph.units[at:], strict=False):
            joined = paragraph.text[end : unit.start].isspace()
            if not joined or not (key(unit) == word or unit.folded.startswith(word)):
                break
            if unit.is_stop:
                break
            end = unit.end
        break
    return end


def _whole_phrase(paragraph: Paragraph, end: int, noun: list[Unit]) -> int:
    """The end moved behind the phrase that it cuts: a synonym's, or a word but for its tone."""
    at = paragraph.unit_at(end)
    while 0 < at < len(paragraph.units):
        last, unit = paragraph.units[at - 1], paragraph.units[at]
        follows = any(
            left.folded == last.folded and right.folded == unit.folded
            for left, right in pairwise(noun)
        )
        joined = paragraph.text[end : unit.start].isspace()
        if not joined or not (last.group == unit.group >= 0 or follows):
            break
        end, at = unit.end, at + 1
    return end


def _left_of(paragraph: Paragraph, figure: Figure) -> list[Unit]:
    position = paragraph.unit_at(figure.span[0])
    segment = paragraph.layout[position]
    return [
        unit
        for unit, place in zip(paragraph.units[:position], paragraph.layout[:position], strict=True)
        if place == segment
    ]


def _noun_end(following: list[Unit], end: int, paragraph: Paragraph) -> int:
    """The end of the two syllables that follow a figure without a break, else `end`."""
    at = end
    for unit in following[:2]:
        if paragraph.text[at : unit.start].strip() or unit.kind != "word":
            break
        at = unit.end
    return at


def _find(reading: Reading, unit: Unit, among: list[Unit]) -> int | None:
    key = reading.matcher.key
    same = (at for at, other in enumerate(among) if key(other) == key(unit))
    kin = (at for at, other in enumerate(among) if other.group == unit.group >= 0)
    return next(same, next(kin, None))
