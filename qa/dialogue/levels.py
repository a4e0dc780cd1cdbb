"""Levels of administration named by themselves: "Huyện với xã?", "Dưới huyện có chưa?"."""

import re

from qa.dialogue.statements import statement
from qa.dialogue.turns import Turn
from qa.questions.indicators import like, spoken
from qa.questions.question import Question

_LEVEL = r"(?:tỉnh|sở|ban|ngành|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|thôn|bản|cơ sở)"
_LEVELS = (
    rf"(?:(?:dưới|bên|ở|các|cấp|trên) )*"
    rf"(?P<levels>{_LEVEL}(?:(?:\s*,\s*|\s+(?:với|và|hay|hoặc|cùng) (?:các )?){_LEVEL})*)"
)
_THERE = rf"\bcấp\s+(?P<levels>{_LEVEL}(?:(?:\s*,\s*|\s+(?:và|hoặc)\s+){_LEVEL})*)\b"
_APART = re.compile(
    r"\s*,\s*|\s+(?:với|và|hay|hoặc|cùng|voi|va|hoac|cung)\s+(?:(?:các|cac)\s+)?", re.IGNORECASE
)
_OPENED = r"^\W*(?:(?:thế còn|vậy còn|thế|vậy|còn|rồi) )?"
# "Tỉnh với huyện thì mấy điểm?": the same counted of other levels.
_COUNTED = rf"{_OPENED}{_LEVELS} (?:thì|có|được|là)(?: được| có)? (?:mấy|bao nhiêu)\b"
# "Dưới huyện cũng có rồi chứ?": whether they have it, too.
_HAVE = (
    rf"{_OPENED}{_LEVELS}(?: (?:thì|cũng|đã|thế))* có(?: rồi)? (?:chưa|chứ|không|à)"
    r"(?: (?:vậy|nhỉ|ạ|thế))*\W*$"
)
# So many words at least name what one may have.
NAMED = 2


def with_level(previous: Question, topic: str) -> str | None:
    """ "huyện với xã" in place of "cấp sở, ngành"."""
    new = spoken(rf"^{_LEVELS}$", topic, previous.folded)
    old = spoken(_THERE, previous.text, previous.folded)
    if not new or not old:
        return None
    levels = ", ".join(_APART.split(topic[slice(*new[0].span("levels"))])).lower()
    start, end = old[0].span("levels")
    return previous.text[:start] + levels + previous.text[end:]


def of_another_level(question: Question, turn: Turn) -> str | None:
    """What was counted or told of one level, asked of another in a question of its own."""
    if counted := spoken(_COUNTED, question.text, question.folded):
        levels = question.text[slice(*counted[0].span("levels"))]
        filled = (with_level(one.question, levels) for one in turn.back())
        return next((text for text in filled if text), None)
    if not (have := spoken(_HAVE, question.text, question.folded)):
        return None
    levels = question.text[slice(*have[0].span("levels"))]
    thing = re.split(r"\s(?:của|ở|tại|cua|o|tai)\s", statement(turn.question))[0]
    if len(thing.split()) < NAMED:
        return None
    place = f" {like(thing, 'của')} {turn.place}" if turn.place else ""
    thing = thing if thing[1:2].isupper() else f"{thing[:1].lower()}{thing[1:]}"
    return f"{like(thing, 'Các')} {levels.lower()}{place} {like(thing, 'có')} {thing} {like(thing, 'chưa')}?"
