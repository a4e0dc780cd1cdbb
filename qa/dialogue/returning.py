"""A question that goes back to an earlier turn: "Quay lại hồ sơ trực tuyến, …", "cái hạng 4 lúc nãy"."""

import re

from index.vietnamese import fold, number_key
from qa.dialogue.references import Recall
from qa.dialogue.turns import Turn
from qa.questions.indicators import spoken
from qa.questions.question import Question, understand

_BACK = (
    r"^\W*(?:à |ừ |vâng |rồi |thế |vậy )*(?:quay (?:lại|về)|trở (?:lại|về)|nói (?:lại|tiếp)|về lại)"
    r"(?: (?:với|về|sang|chuyện|vụ|câu|cái))*\s+(?P<what>[^,?]*?)\s*,\s*(?=\S+\s)"
)
_FIRST = r"\b(?:đầu tiên|lúc đầu|ban đầu|câu đầu|ở đầu|đầu)$"
# "Cái hạng 4 lúc nãy", "con số 15.000 đó": what was answered, pointed at by its value.
_VALUE = (
    r"(?<!trong )(?<!trong số )\b(?:cái |con số |chỗ |khoản |mức |tỷ lệ |tỉ lệ |số )?"
    r"(?:hạng |thứ |mức )?(?P<value>\d+(?:[.,/]\d+)*)\s*%?"
    r"(?: [^\W\d]+){0,2}? (?:lúc nãy|hồi nãy|ban nãy|khi nãy|nãy|vừa (?:rồi|nói|nêu|kể|xong)|ở trên|kia|ấy|đó|này)"
    r"(?: (?:là|thì))?(?!\w)"
)
_NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")


def returned(question: Question, turn: Turn) -> tuple[Question, Turn] | None:
    """ "Quay lại hồ sơ trực tuyến, vượt mấy phần trăm?": what is asked, and the turn it is asked of."""
    back = spoken(_BACK, question.text, question.folded)
    if not back:
        return None
    what = question.text[slice(*back[0].span("what"))]
    asked = understand(question.text[back[0].end() :])
    turns = list(turn.back())
    if spoken(_FIRST, what, question.folded):
        return asked, turns[-1]
    named = fold(what)
    return next(((asked, one) for one in turns if named and named in one.question.plain), None)


def of_the_value(question: Question, turn: Turn, recall: Recall) -> str | None:
    """ "Cái hạng 4 lúc nãy tăng mấy bậc?": what was asked when that was answered, and what now is."""
    for found in spoken(_VALUE, question.text, question.folded):
        value = number_key(found["value"])
        if any(
            one.start < found.end("value") and found.start("value") < one.end
            for one in question.periods
        ):
            continue
        for one in turn.back():
            answer = recall(one.question) or ""
            if value not in map(number_key, _NUMBER.findall(answer)):
                continue
            rest = f"{question.text[: found.start()]} {question.text[found.end() :]}".strip(" ?.,")
            rest = re.sub(r"^(?:thế|vậy|còn|rồi|và)\s+", "", rest, flags=re.IGNORECASE)
            return f"{one.subject} {' '.join(rest.split())}?" if rest else None
    return None


def names_a_value(question: Question) -> bool:
    """Whether a question may point at an answer by its value."""
    return bool(spoken(_VALUE, question.text, question.folded))


def goes_back(question: Question) -> bool:
    """Whether a question says that it returns to what was asked before."""
    return bool(spoken(_BACK, question.text, question.folded))
