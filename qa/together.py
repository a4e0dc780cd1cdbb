"""Several things asked at once, answered from the one sentence that tells them all.

"Năm 2025 và năm 2030 phải vào nhóm mấy?" needs no figure for each where the report says: "nằm
trong nhóm 50 vào năm 2025 và nhóm 30 vào năm 2030".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qa.answer import Answer
from qa.comparing.sides import cells, conclusion, listed, side
from qa.confidence import calibration
from qa.findings import Find, Findings, answered
from qa.questions.coordination import conjuncts
from qa.questions.indicators import spoken
from qa.questions.parting import periods_of
from qa.questions.question import Question
from qa.questions.worded import MEASURED, Part
from qa.readers.reading import Candidate
from qa.texts.figures import Figure, figures
from qa.texts.period import find_periods
from qa.words.terms import Unit, units
from qa.words.wordlists import is_vietnamese

# The question words that may be asked twice.
_TWICE = (
    r"\b(?:bao nhiêu|mấy)\b",
    r"\b(?:khi nào|bao giờ|lúc nào|hôm nào|ngày nào|tháng nào|năm nào)\b",
    r"(?:^|(?<=\s))ai\b",
    r"\b(?:ở đâu|tại đâu|tỉnh nào)\b",
)
_SHARE = r"\b(?:bao nhiêu|mấy)\s*(?:phần trăm|%)"
_MOST = 2
SENTENCES = 3
# Less of the signs for names and periods says that one stands nowhere near.
NAMED, TIMED = 0.9, 0.7
# A report tells in so many characters what it is about.
LEAD = 600
_JOINT = r"\s(?:và|hay|còn)\s(?:(?:trên|theo|cho|của|ở|tại|đến|trong|với|các|đối với)\s)*"
_WHICH = r"\bnào\b.*\bhơn\b"
# So many words tell one side from the other.
WORDS = 2


def asks_the_same_twice(question: Question) -> bool:
    """Whether one question word stands twice: "thử năm nào và bán năm nào"."""
    return any(len(spoken(rule, question.text, question.folded)) == _MOST for rule in _TWICE)


def told_together(question: Question, find: Find) -> Answer | None:
    """The sentence that holds what each part names and as many figures; None without one."""
    sentences = find(replace(question, asks="how", nature="achieved", stated=()))
    for found in sentences.candidates[:SENTENCES]:
        if found.confidence < calibration().threshold:
            return None
        if _tells_all(question, found):
            return answered(sentences, found.text, [found])
    return None


def _tells_all(question: Question, found: Candidate) -> bool:
    text = found.text
    times = find_periods(text)
    if found.signs.get("name", 1.0) < NAMED:
        return False
    if question.asks == "date" and len(times) < _MOST:
        return False
    if question.asks in MEASURED | {"how"} and not _has_as_many(question, _figures(found)):
        return False
    start, end = found.quote
    places = {m.name for m in found.paragraph.provinces if start <= m.start < end}
    years = {period.year for period in periods_of(question) if period.year}
    words = {unit.folded for unit in units(text)}
    framed = words | {unit.folded for unit in units(found.paragraph.document.text[:LEAD])}
    return (
        (len(question.provinces) < _MOST or places >= set(question.provinces))
        and (
            years <= {period.year for period in times}
            if len(years) > 1
            else found.signs.get("period", 1.0) >= TIMED
        )
        and all(unit.folded in framed for unit in question.units if _is_foreign(question, unit))
        and all(_names(question.text[slice(*span)]) <= words for span in conjuncts(question))
    )


def _has_as_many(question: Question, told: Sequence[Figure]) -> bool:
    """Whether a sentence holds two figures, as many shares of a whole among them as are asked for."""
    shares = len(spoken(_SHARE, question.text, question.folded))
    asked = len(spoken(_TWICE[0], question.text, question.folded))
    if asked < _MOST:
        shares = _MOST if question.asks == "percent" else 0
    percents = sum(figure.kind == "percent" for figure in told)
    return percents >= shares and len(told) - percents >= _MOST - shares


def _is_foreign(question: Question, unit: Unit) -> bool:
    """Whether a word is a name by its spelling alone: "Agribank"."""
    typed = question.text[unit.start : unit.end]
    placed = any(m.start <= unit.start < m.end for m in question.mentions)
    return not placed and typed[:1].isupper() and unit.kind == "word" and not is_vietnamese(typed)


def _names(words: str) -> set[str]:
    """The words that are written in capitals."""
    return {unit.folded for unit in units(words) if words[unit.start].isupper()}


def each_of_two(question: Question, findings: Findings) -> Answer | None:
    """Both figures, where the sentence of the best one gives each of two things its own.

    "cho cá nhân và tập thể bao nhiêu": "cho cá nhân 3 triệu đồng và cho tập thể 15 triệu đồng".
    """
    best = findings.best
    if best is None:
        return None
    for sides in _sides(question):
        pair = _one_each(best, sides)
        if pair and any(one.whole[0] <= best.span[0] < one.whole[1] for one in pair):
            return _both(question, findings, pair)
    return None


def _sides(question: Question) -> Iterator[tuple[list[str], list[str]]]:
    """The folded words of two coordinated things, and those next to each joint on either side."""
    spans = conjuncts(question)
    if len(spans) == _MOST:
        first, second = (
            [u.folded for u in question.units if start <= u.start < end] for start, end in spans
        )
        yield first, second
    for joint in spoken(_JOINT, question.text, question.folded):
        before = [u for u in question.units if u.end <= joint.start()][-WORDS:]
        behind = [u for u in question.units if u.start >= joint.end()][:WORDS]
        asks = behind and question.focus[0] < behind[0].end <= question.focus[1]
        if before and behind and not asks:
            yield [u.folded for u in before], [u.folded for u in behind]


def _one_each(found: Candidate, sides: tuple[list[str], list[str]]) -> tuple[Figure, Figure] | None:
    """The figure behind each side's words, if they come in this order and are of one kind."""
    paragraph = found.paragraph
    inside = paragraph.units_in(paragraph.sentence_at(found.span[0]))
    ends = [_end_of(inside, side) for side in sides]
    first, second = ends
    if first is None or second is None or first >= second:
        return None
    told = _figures(found)
    mine = [f for f in told if first <= f.whole[0] < second]
    theirs = [f for f in told if f.whole[0] >= second]
    if not mine or not theirs:
        return None
    one, other = mine[0], theirs[0]
    return (one, other) if (one.kind, one.unit) == (other.kind, other.unit) else None


def _end_of(inside: list[Unit], words: list[str]) -> int | None:
    keys = [unit.folded for unit in inside]
    many = len(words)
    at = next((i for i in range(len(keys) - many + 1) if keys[i : i + many] == words), None)
    return None if at is None else inside[at + many - 1].end


def _both(question: Question, findings: Findings, pair: tuple[Figure, Figure]) -> Answer:
    """Both figures; which of the two is more where that is asked, too."""
    best = findings.candidates[0]
    text, sentence = best.paragraph.text, best.paragraph.sentence_at(best.span[0])
    used = [
        replace(best, span=one.whole, text=text[slice(*one.whole)], quote=sentence) for one in pair
    ]
    named = [question.text[slice(*span)] for span in conjuncts(question)]
    if len(named) == len(used) and spoken(_WHICH, question.text, question.folded):
        parts = (Part(question, label, label) for label in named)
        sides = [side(part, one) for part, one in zip(parts, used, strict=True)]
        if concluded := conclusion(question, sides):
            told = f"{concluded} ({listed(sides, numbered=True)})"
            answer = answered(findings, told, used, computed=True, kind="compare")
            return replace(answer, cells=cells(answer, sides))
    return answered(findings, "; ".join(one.text for one in used), used, kind="compare")


def _figures(found: Candidate) -> list[Figure]:
    """The figures of a candidate's sentence."""
    start, end = found.paragraph.sentence_at(found.span[0])
    return [one for one in figures(found.paragraph) if start <= one.span[0] < end]
