"""By how much one thing exceeds another: "kém … bao nhiêu điểm", "còn thiếu mấy so với kế hoạch".

What answers is a difference: one that a report states, else one computed from two figures that
it states. One figure alone is never given for it.
"""

import re
from dataclasses import replace

from index.vietnamese import Span, fold
from qa.answer import Answer
from qa.catalogue.labels import label_of_figure
from qa.comparing.operands import Pair, is_stated, noun_of
from qa.comparing.pairing import ASIDE, Asked, best_pair
from qa.comparing.sides import rows
from qa.confidence import calibration
from qa.findings import Find, Findings, abstained, answered
from qa.questions.coordination import conjuncts
from qa.questions.indicators import spoken, written
from qa.questions.parting import periods_of
from qa.questions.question import Question
from qa.readers.reading import Candidate
from qa.texts.period import Period, find_periods
from qa.words.terms import Unit

_MANY = r"\b(?:bao nhiêu|mấy)\b(?! lần)"
_ADJECTIVE = (
    r"(?:cao|thấp|nhiều|ít|lớn|nhỏ|tốt|nhanh|chậm|đắt|rẻ|dài|ngắn|đông|sớm|muộn|rộng|nặng|nhẹ|hẹp)"
)
_MORE = rf"\b{_ADJECTIVE}(?: \w+){{0,2}}? hơn\b"
_GROWS = (
    r"\b(?:tăng|giảm|nhích|tụt|hạ|cải thiện|rút ngắn|cắt giảm|bớt|vọt|nhảy|tiết kiệm|đỡ|thêm)\b"
)
_PLAN = (
    r"(?:kế hoạch|chỉ tiêu|mục tiêu|yêu cầu|dự toán|cam kết|quy định|định mức|đề án|mức đề ra|mốc)"
)
_FALLS_SHORT = r"\b(?:vượt|thiếu|hụt|thừa|dư|lệch|kém|thua|hơn|chênh)\b"
_LEADS = r"\s*(?:(?:là|tới|đến|những|khoảng) )?"
# "cấp huyện, xã": two words may name the second thing, and no more is said behind the comma.
_BOTH_NAMED = (
    r"(?:, (?!(?:đạt|được|có|thì|vậy|và|hỏi|cụ|tổng|với|tức|là|hơn|kém|chênh|cách|mỗi|từng|hai|cả)\b)"
    r"(?:[^\W\d]+ ?){1,2})?"
)
# How a difference is asked for; `than` is what the first thing is held against.
_RULES = (
    rf"{_MORE}(?: so với)?(?P<than>[^,?]*?{_BOTH_NAMED}),?{_LEADS}(?:(?:và )?hơn )?{_MANY}",
    rf"\b(?:kém|thua|lệch|chênh)(?: xa| lệch| nhau)?(?: so)?(?: với)?(?P<than>[^,?]*?{_BOTH_NAMED}){_LEADS}{_MANY}",
    rf"(?:{_FALLS_SHORT}|{_GROWS}|{_MORE})[^,?]*?{_MANY}[^?]*?\bso với (?P<than>[^,?]+)",
    rf"\bso với (?P<than>[^,?]+?)(?:,|\s(?=(?:thì|còn|đã|mới)\b|{_FALLS_SHORT}|{_GROWS}|{_MORE}))"
    rf"(?=[^?]*(?:{_FALLS_SHORT}|{_GROWS})[^?]*{_MANY})",
    rf"(?<!đạt và )(?<!đạt, )\b(?:vượt|thiếu|hụt)(?: so với)? (?P<than>{_PLAN}\b[^,?]*?){_LEADS}{_MANY}",
)
_THAN_NAME = rf"\bhơn (?P<than>[^,?]+?){_LEADS}{_MANY}"
_NO_NOUN = r"(?:so|hơn|và|thì|có|được|đã|ở|tại|về|của|trong|với|theo|là|qua|nữa|nhau)"
_UNIT = rf"{_MANY}\s*(?P<unit>điểm phần trăm|phần trăm|%|(?:(?!{_NO_NOUN}\b)\w+\s?){{1,2}})?"
_LESS = r"\b(?:thấp|ít|nhỏ|ngắn|rẻ|nhanh|sớm|nhẹ|hẹp|kém|thua|giảm|tụt|hạ|thiếu|hụt|bớt|rút ngắn|tiết kiệm)\b"
# What it was and what it became are asked for, and not how far apart they are.
_BOTH = rf"\btừ {_MANY}.*\b(?:lên|xuống|còn|đến|tới|thành|sang)\b.*{_MANY}"
_WHICH = r"\b(?:nào|ai|hay)\b"
# What is no name of anything: "… lớn hơn và hơn bao nhiêu".
_NOTHING = ("", "va", "hon", "va hon", "nhau")
SENTENCES, SHORTLIST = 8, 4
LIKE_THE_BEST = 0.6


def asks_difference(question: Question) -> bool:
    """Whether it is asked by how much one thing exceeds another."""
    if question.asks in ("yesno", "reason", "office") or _than(question) is None:
        return False
    return not spoken(_BOTH, question.text, question.folded)


def difference_between(question: Question, find: Find, threshold: float) -> Answer | None:
    """The difference with the two figures it was computed from; abstains without both.

    None where the reports state it outright.
    """
    asked = _asked(question)
    stated = find(replace(question, asked_period=None) if asked.then else question)
    if (
        stated.best
        and _is_stated(stated.best)
        and stated.best.confidence >= calibration().threshold
    ):
        return None
    said = next((c for c in stated.candidates[:SHORTLIST] if _is_stated(c)), None)
    if said and stated.best and said.score >= max(threshold, LIKE_THE_BEST * stated.best.score):
        return answered(stated, said.text, [said])
    timed = len(periods_of(question)) > 1 or asked.then is not None
    read = replace(
        question,
        asks="how",
        nature="achieved",
        asked_period=None if timed else question.asked_period,
        stated=(),
    )
    sentences = find(read)
    good = [c for c in sentences.candidates[:SENTENCES] if c.score >= threshold]
    pair = best_pair(asked, good)
    return _told(question, sentences, pair) if pair else abstained(sentences)


def _is_stated(candidate: Candidate) -> bool:
    """Whether a figure is itself a difference."""
    stepped = candidate.nature in ("change", "exceeded")
    return stepped or is_stated(candidate.paragraph, candidate.span[0])


def _than(question: Question) -> Span | None:
    """Where the question names what the first thing is held against; empty if nowhere."""
    found = [m for rule in _RULES for m in spoken(rule, question.text, question.folded)]
    found += [m for m in spoken(_THAN_NAME, question.text, question.folded) if _names(question, m)]
    named = [m for m in found if fold(m["than"]).strip() not in _NOTHING]
    return next((m.span("than") for m in (*named, *found)), None)


def _names(question: Question, than: re.Match[str]) -> bool:
    """Whether "hơn …" is followed by a name, not by a number: "hơn Bố Trạch bao nhiêu điểm"."""
    words = question.text[slice(*than.span("than"))].split()
    return any(word[:1].isupper() for word in words)


def _asked(question: Question) -> Asked:
    """What the difference is asked of: the words of each side, its kind and unit."""
    text = question.text
    than = _than(question) or (0, 0)
    unit = next((m for m in spoken(_UNIT, text, question.folded)), None)
    unit_span = unit.span("unit") if unit and unit["unit"] else (0, 0)
    first: Span = (0, len(text))
    spans = conjuncts(question) if fold(text[slice(*than)]).strip() in _NOTHING else []
    if len(spans) == 2:
        first, than = spans
    told = [
        u
        for u in question.units
        if not u.is_stop
        and u.folded not in ASIDE
        and not unit_span[0] <= u.start < unit_span[1]
        and not any(p.start <= u.start < p.end for p in question.periods)
    ]
    theirs, mine = _inside(told, than), _inside(told, first)
    if len(spans) != 2 and not _their_own(theirs, told):
        # "cấp tỉnh" beside "cấp huyện": only a word as light as "tỉnh" tells it from the other.
        theirs = _their_own(_inside(list(question.units), than), told)
        told = sorted({*told, *theirs}, key=lambda unit: unit.start)
    if len(spans) == 2:
        # What both of two coordinated things are called tells neither from the other.
        shared = {u.folded for u in theirs} & {u.folded for u in mine}
        theirs, mine = ([u for u in one if u.folded not in shared] for one in (theirs, mine))
        told = [*mine, *theirs]
    now = next((p for p in find_periods(text) if not than[0] <= p.start < than[1]), None)
    then = next((p for p in find_periods(text) if than[0] <= p.start < than[1]), None)
    words = text[slice(*than)]
    return Asked(
        theirs=tuple(theirs),
        than=fold(words).strip(),
        then=then or _year_before(now, words),
        noun=noun_of(question, text[slice(*unit_span)].strip()),
        all=tuple(told),
        year_before=now.year - 1 if now and now.year else None,
        names=frozenset(u.folded for u in told if u.start and text[u.start].isupper()),
    )


def _their_own(theirs: list[Unit], told: list[Unit]) -> list[Unit]:
    """The words of the second side that stand nowhere else in the question."""
    elsewhere = {unit.folded for unit in told if unit not in theirs}
    return [unit for unit in theirs if unit.folded not in elsewhere]


def _inside(units: list[Unit], span: Span) -> list[Unit]:
    return [unit for unit in units if span[0] <= unit.start < span[1]]


def _year_before(now: Period | None, words: str) -> Period | None:
    """ "cùng kỳ năm trước" of the fourth quarter of 2024 is that of 2023."""
    before = re.search(r"\b(?:cung ky|nam truoc|nam ngoai)\b", fold(words))
    if now is None or now.year is None or before is None:
        return None
    return Period(0, 0, now.year - 1, now.part)


def _told(question: Question, findings: Findings, pair: Pair) -> Answer:
    """ "2,5 điểm (A: 94,2 điểm; B: 91,7 điểm)"."""
    first, second = pair.first, pair.second
    by = f"{written(abs(first.value - second.value))} {pair.unit}".strip()
    labels = [_label(question, one.candidate) for one in (first, second)]
    if labels[0] == labels[1]:
        labels = ["", ""]
    said = [
        f"{label}: {one.text}" if label else one.text
        for label, one in zip(labels, (first, second), strict=True)
    ]
    higher = labels[0] if first.value > second.value else labels[1]
    if higher and spoken(_WHICH, question.text, question.folded):
        lower = labels[1] if higher == labels[0] else labels[0]
        smaller = bool(spoken(_LESS, question.text, question.folded)) and lower
        by = f"{lower} kém {by}" if smaller else f"{higher} hơn {by}"
    sides = [first.candidate, second.candidate]
    answer = answered(findings, f"{by} ({'; '.join(said)})", sides, computed=True, kind="compare")
    return replace(answer, cells=rows(answer, list(zip(labels, sides, strict=True))))


def _label(question: Question, candidate: Candidate) -> str:
    """What a figure is said of, if the question names it too."""
    label = label_of_figure(candidate.paragraph, candidate.span)
    asked = {unit.folded for unit in question.units}
    words = {word.strip(".,") for word in fold(label).split()}
    named = words and len(words & asked) * 2 >= len(words) and "(" not in label
    return label if named else ""
