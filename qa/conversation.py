"""Follow-ups: what a short question leaves out is taken from the one before it."""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress

from index.errors import ReportsError
from index.vietnamese import UPPER, fold, normalize
from qa.period import find_periods
from qa.question import Question, understand

_OPENING = re.compile(
    r"^\W*(?:(?:thế|vậy|the|vay)\s+)?(?:còn|con|thế|vậy|vay|rồi|và)\b\s*(?:ở|o|với|của|voi|cua)?\s*(?:tỉnh|tinh)?\s*",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\s*(?:th[ìi] (?:sao|thế nào|the nao|bao nhiêu|bao nhieu)|(?:là |la )?(?:bao nhiêu|bao nhieu))?"
    r"\s*(?:\bthì|\bthi)?\s*(?:nhỉ|ạ|vậy|nữa|nua)?\s*[?.!]*\s*$",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"\b(?:ai (?:nói|phát biểu|cho biết|đưa ra|khẳng định)|ai noi)\b", re.IGNORECASE
)
_TARGET = re.compile(r"\b(?:mục tiêu|chỉ tiêu|muc tieu|chi tieu)\b", re.IGNORECASE)
_LOCALITY = re.compile(
    rf"(?:huyện|thành phố|thị xã|quận|xã|phường|TP\.?)\s+[{UPPER}][\w’']*(?:\s[{UPPER}][\w’']*){{0,2}}",
    re.IGNORECASE,
)


REMEMBERED = 8


def resolve(
    text: str, history: Sequence[str], read: Callable[[str], Question] = understand
) -> Question:
    """A question read in its conversation; a complete one ignores what came before.

    `read` understands what was typed. Only the last `REMEMBERED` turns count. Raises
    `QuestionError` as `understand` does.
    """
    question = read(text)
    if is_complete(question):
        return question
    previous: Question | None = None
    for turn in history[-REMEMBERED:]:
        with suppress(ReportsError):
            previous = _read_after(read(turn), previous)
    return _read_after(question, previous)


def _read_after(question: Question, previous: Question | None) -> Question:
    """A question filled from the one before it; as it is when that cannot be read."""
    if previous is None or is_complete(question):
        return question
    try:
        return understand(_filled(question, previous))
    except ReportsError:
        return question


def is_complete(question: Question) -> bool:
    """Whether a question can be answered without the conversation."""
    text = question.text
    if _is_opened(text) or re.search(
        r"\b(?:thì|thi)\s+(?:sao|thế nào|the nao|bao nhi[êe]u)\b|\b(?:nữa|nua)\W*$",
        text,
        re.IGNORECASE,
    ):
        return False
    content = [unit for unit in question.content if not _is_pointing(unit.folded)]
    if _SPEAKER.search(text) and len(content) <= 2:
        return False
    framed = bool(
        question.provinces or question.names or question.districts or question.document_numbers
    )
    if _TARGET.search(text) and len(content) <= 3 and not framed:
        return False
    if not content:
        return False
    return framed or len(content) >= 4 or bool(question.figures)


def _is_opened(text: str) -> bool:
    return bool(re.match(r"^\W*(?:thế còn|vậy còn|còn|the con|con|thế|vậy)\s", text, re.IGNORECASE))


def _is_pointing(folded: str) -> bool:
    return folded in ("noi", "do", "nay", "ay", "vay", "muc", "tieu", "chi")


def _filled(question: Question, previous: Question) -> str:
    """The previous question with what the new one says put in its place."""
    if _SPEAKER.search(question.text):
        return f"Ai nói {_statement(previous)}?"
    base = previous.text
    rest = _rest(question)
    if question.provinces:
        base = _with_places(base, previous, question)
        rest = _without(rest, [question.text[m.start : m.end] for m in question.mentions])
    if question.period:
        base = _with_period(base, question)
        spans = [question.text[p.start : p.end] for p in question.periods]
        rest = _without(rest, spans)
    rest = rest.strip(" ,?.:")
    if not rest or not re.search(r"\w{2}", rest):
        return base
    if _TARGET.search(rest) and len(rest.split()) <= 4:
        return f"Mục tiêu {base[0].lower()}{base[1:]}" if not _TARGET.search(base) else base
    if question.asks != "how" and question.focus[0] < question.focus[1]:
        return f"{question.text.rstrip(' ?.')} {_frame(previous)}".strip() + "?"
    return _with_name(base, previous, rest) or _with_topic(base, rest)


def _rest(question: Question) -> str:
    text = _CLOSING.sub("", _OPENING.sub("", normalize(question.text)))
    return re.sub(r"^(?:thế|vậy|còn|năm|trong|vào|ở|của)\s+(?=$)", "", text)


def _without(text: str, phrases: Sequence[str]) -> str:
    for phrase in phrases:
        text = text.replace(phrase, " ")
    return re.sub(
        r"^\W*(?:năm|trong|vào|ở|của|tại|và|tỉnh)?\W*$", "", text.strip(), flags=re.IGNORECASE
    )


def _with_places(base: str, previous: Question, question: Question) -> str:
    typed = (
        [question.text[m.start : m.end] for m in question.mentions]
        if previous.folded
        else question.provinces
    )
    new = " và ".join(dict.fromkeys(typed))
    if not previous.mentions:
        return f"{base.rstrip(' ?.')} của {new}?"
    first = previous.mentions[0]
    return base[: first.start] + new + base[first.end :]


def _with_period(base: str, question: Question) -> str:
    period = question.period
    assert period is not None
    words = question.text[period.start : period.end]
    if re.fullmatch(r"\d{4}", words):
        words = f"năm {words}"
    old = next((p for p in find_periods(base) if not p.horizon), None)
    if old is None:
        return f"{base.rstrip(' ?.')} {words}?"
    start = old.start
    if base[:start].rstrip().lower().endswith("năm") and words.startswith("năm"):
        words = words.removeprefix("năm").strip()
    return base[:start] + words + base[old.end :]


def _with_name(base: str, previous: Question, topic: str) -> str | None:
    """A name in place of the previous question's: "Viettel" for "VNPT", a district for another."""
    if not topic[:1].isupper() and not _LOCALITY.match(topic):
        return None
    named = _LOCALITY.search(base) if _LOCALITY.match(topic) else None
    if named:
        return base[: named.start()] + topic + base[named.end() :]
    for units_of_name in previous.names:
        start, end = units_of_name[0].start, units_of_name[-1].end
        if previous.text == base:
            return base[:start] + topic + base[end:]
    return None


def _with_topic(base: str, topic: str) -> str:
    """The topic in place of the previous one's of the same shape ("kinh tế số"), else added."""
    words = topic.split()
    folded = fold(base).split()
    last = fold(words[-1])
    original = base.split()
    for at in range(len(folded) - len(words), -1, -1):
        piece = [word.strip("?,.") for word in folded[at : at + len(words)]]
        if piece and piece[-1] == last and len(words) > 1:
            tail = original[at + len(words) - 1]
            mark = tail[len(tail.rstrip("?,.")) :]
            return " ".join([*original[:at], topic + mark, *original[at + len(words) :]])
    return f"{topic} {base[0].lower()}{base[1:]}"


def _frame(previous: Question) -> str:
    """Place and period of the previous question."""
    pieces = [previous.text[m.start : m.end] for m in previous.mentions[:1]]
    pieces = [f"của {piece}" for piece in pieces]
    if previous.period:
        pieces.append(previous.text[previous.period.start : previous.period.end])
    return " ".join(pieces)


def _statement(previous: Question) -> str:
    """The previous question without its question word."""
    start, end = previous.focus
    return re.sub(r"\s+", " ", previous.text[:start] + previous.text[end:]).strip(" ?.")
