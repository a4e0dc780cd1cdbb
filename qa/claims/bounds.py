"""Whether so many may: "một nhóm 6 người có được dự thi không" where "tối đa 5 người".

A claim that asks leave for a number is answered by the most or the least that a report sets.
"""

import re

from index.vietnamese import fold
from qa.comparing.sides import value_in
from qa.questions.indicators import spoken
from qa.questions.question import Question
from qa.readers.reading import Candidate
from qa.texts.figures import Figure

_LEAVE = r"\b(?:có )?(?:được|đủ điều kiện|đủ tuổi|hợp lệ)\b.*\b(?:không|chưa)\b\W*$"
_MOST = re.compile(
    r"\b(?:toi da|khong qua|nhieu nhat(?: la)?|khong vuot qua|duoi|cao nhat(?: la)?)\s(?:la )?$"
)
_LEAST = re.compile(r"\b(?:toi thieu|it nhat(?: la)?|du)\s(?:tu )?$")
_OR_MORE = re.compile(r"[^\d,;.]{0,20}\btro len\b")
_OR_LESS = re.compile(r"[^\d,;.]{0,20}\btro xuong\b")
_FEWER = re.compile(r"\b(?:duoi|chua (?:den|toi|day|du)|gan)\s$")
_MORE = re.compile(r"\b(?:tren|hon|vuot)\s$")
# What is asked leave for is not itself a bound.
_BOUNDED = re.compile(r"\b(?:tren|duoi|hon|toi da|toi thieu|it nhat|khong qua|nhieu nhat)\s$")


def allows(question: Question, claimed: Figure, found: Candidate) -> bool | None:
    """Whether a bound that a report sets lets in the number asked about; None where neither is
    one."""
    if claimed.value is None or not spoken(_LEAVE, question.text, question.folded):
        return None
    if _BOUNDED.search(fold(question.text[: claimed.span[0]])):
        return None
    value, kind, _ = value_in(found)
    if value is None or kind != claimed.kind:
        return None
    text = found.paragraph.folded
    digit = next((at for at in range(*found.span) if text[at].isdigit()), found.span[0])
    end = re.compile(r"[\d.,]*\d").match(text, digit)
    before, after = text[:digit], text[end.end() if end else digit :]
    if _MOST.search(before) or _OR_LESS.match(after):
        return claimed.value <= value
    if _LEAST.search(before) or _OR_MORE.match(after):
        return claimed.value >= value
    return None


def on_the_other_side(question: Question, claimed: Figure, found: Candidate) -> bool:
    """Whether less than a number is claimed where more than it is told, or the other way."""
    before = fold(question.text[: claimed.span[0]])
    fewer, more = _FEWER.search(before), _MORE.search(before)
    value, kind, _ = value_in(found)
    if not (fewer or more) or (value, kind) != (claimed.value, claimed.kind):
        return False
    text = found.paragraph.folded
    digit = next((at for at in range(*found.span) if text[at].isdigit()), found.span[0])
    told = text[:digit]
    return bool(_MORE.search(told) if fewer else _FEWER.search(told))
