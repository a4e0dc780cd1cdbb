"""What was counted, asked on: a part of it, another noun in its place, what it is one by one."""

import re

from index.vietnamese import Span, fold
from qa.dialogue.nouns import asked_noun, noun_at
from qa.dialogue.statements import question_word, statement
from qa.dialogue.turns import Filled, Turn
from qa.questions.indicators import spoken
from qa.questions.question import Question
from qa.questions.worded import MEASURED

# A part of what was told: "Trong đó về môi trường bao nhiêu?", "Riêng cấp xã?".
PART = (
    r"^\W*(?:(?:thế |vậy |còn )?(?:trong (?:đó|số đó|số này|số ấy"
    r"|(?:số )?\d[\d.,]*(?: [^\W\d]+){1,2} (?:đó|này|ấy))|riêng)"
    r"|(?:là |thế |còn )?(?:loại|cái|phần|nhóm) (?=có|đã))(?:\s+(?:thì|là|có|chuyện|loại|phần|khoản|cái|số)\b)*"
    r"\s*,?\s*"
)
# Some of what was counted, which is not named again: "Bao nhiêu cái về môi trường?".
SOME = (
    r"^\W*(?:(?:thế|vậy|còn|và|rồi)\s+)?(?=(?:bao nhiêu|mấy) (?:cái|trường hợp) "
    r"(?:về|ở|của|do|từ|cho|thuộc|trong|liên quan|được|bị|đã|đang|chưa|còn|mới|không|là)\b)"
)
AMONG = r"\btrong (?:đó|số đó|số này|số ấy)\b"
# What only says that something is meant instead: "Không, ý tôi là cấp xã".
MEANT = (
    r"^\W*(?:(?:à|ồ|không|nhầm|xin lỗi)\W+)*"
    r"(?:ý (?:tôi|mình|em|anh|chị|là)(?: (?:là|hỏi|nói))*|(?:tôi|mình|em) (?:hỏi|nói)(?: là)?)\s+"
)
# The things behind a count: "Cụ thể là những gì?", "Đó là những đơn vị nào?", "Kể tên mấy xã đó".
_LISTED = (
    r"^\W*(?:(?:vậy |thế |và )?(?:cụ thể|gồm|bao gồm|đó|kể(?: tên| ra| cho)?|liệt kê)\b[\s,:]*)+"
    r"(?:(?:là|gồm|có|ra)\s+)*(?:(?:những|các|mấy|vài|một vài|một số)\s+)?(?P<noun>[^?.,]*?)\s*(?:gì|nào|ai|đó|này|ấy)?"
    r"(?:\s+(?:vậy|thế|nhỉ|ạ|đi|ra|với|xem))*\W*$"
)
_CLASSIFIERS = frozenset("cái chiếc vụ cuộc khoản trường cai chiec vu cuoc khoan".split())
# An abbreviation of a noun has so many letters at most.
INITIALS = 3


def listed(question: Question, turn: Turn) -> str | None:
    """ "Cụ thể là những gì?" after "có bao nhiêu hệ thống …?": which they are."""
    asked = spoken(_LISTED, question.text, question.folded)
    if not asked or question.provinces:
        return None
    noun = question.text[slice(*asked[0].span("noun"))].strip()
    for one in turn.back():
        counted = _counted(one.question)
        named = one.question.text[slice(*counted)] if counted else ""
        if counted and fold(noun) in fold(named):
            return _which(one.question, counted, named)
    if not noun:
        return None
    if counted := _counted(turn.question):
        return _which(turn.question, counted, noun)
    return f"{turn.subject}, cụ thể là những {noun} nào?"


def _counted(question: Question) -> Span | None:
    return noun_at(question, question.focus[1]) if question.asks == "number" else None


def _which(question: Question, counted: Span, noun: str) -> str:
    """ "có bao nhiêu hệ thống …" as "có những hệ thống nào …"."""
    text = question.text
    asked = f"{text[: question.focus[0]]}những {noun} nào{text[counted[1] :]}"
    return asked[:1].upper() + asked[1:]


def of_a_part(question: Question, turn: Turn) -> list[Filled]:
    """ "Trong đó về môi trường bao nhiêu?": what was counted, as far as it is of a part."""
    text = question.text
    if meant := spoken(MEANT, text, question.folded):
        text = text[meant[0].end() :]
    rules = (PART, AMONG, SOME) if turn.question.asks in MEASURED else (PART, AMONG)
    part = next((found for rule in rules if (found := spoken(rule, text, question.folded))), None)
    base, noun = turn.question.text, asked_noun(turn.question)
    if not part:
        return []
    said = f"{text[: part[0].start()]} {text[part[0].end() :]}"
    own = None
    if word := question_word(question):
        own = noun_at(question, question.focus[1]) if question.asks in MEASURED else None
        said = said.replace(word, " ")
    said = re.sub(r"^\W*(?:thì|là)\s|\s+(?:thì|là|có|được|chiếm)?\W*$", "", said)
    said = " ".join(said.split()).strip(" ?.,")
    if own:
        # "Riêng xã Mây mấy mục tiêu?", "Trong đó có mấy cái ở xã Mây?" after "Có bao nhiêu mục tiêu?".
        named = question.text[slice(*own)]
        for one in turn.back():
            counted = asked_noun(one.question)
            whole = one.question.text[slice(*counted)] if counted else ""
            if whole and fold(named).startswith(fold(whole)):
                base, noun, named, own = one.question.text, counted, named[: len(whole)], None
                break
        if own and named.split()[0].lower() in _CLASSIFIERS:
            named, own = named.split()[0], None
        said = said if own else " ".join(said.replace(named, " ").split())
    if not said or noun is None:
        return []
    inserted = Filled(f"{base[: noun[1]]} {said}{base[noun[1] :]}", part=said)
    return [joined(question, turn), inserted] if own else [inserted]


def of_another_part(turn: Turn, topic: str) -> Filled | None:
    """ "Thủ tục hành chính nữa?" after "Trong đó về môi trường bao nhiêu?"."""
    if not turn.part or turn.part not in turn.question.text:
        return None
    lead = re.match(r"(?:về|ở|của|do|từ|cho)\s", turn.part)
    if lead is None:
        return None
    part = topic if topic.startswith(lead.group()) else f"{lead.group()}{topic}"
    return Filled(turn.question.text.replace(turn.part, part, 1), part=part)


def counted_otherwise(question: Question, previous: Question) -> str | None:
    """ "Bao nhiêu nhiệm vụ?" after "có mấy chỉ tiêu?": another noun in the place of that counted,
    or of the same that was only told of ("đã đưa sản phẩm lên sàn chưa?")."""
    noun = noun_at(question, question.focus[1]) if question.asks in MEASURED else None
    if noun is None:
        return None
    named, word = question.text[slice(*noun)], question_word(question).lower()
    if previous.asks == "yesno":
        at = _told_at(question, noun, previous)
        said = statement(previous)
        return f"{said[:at]}{word} {said[at:]}?" if at is not None else None
    counted = asked_noun(previous)
    if counted is None or len(question.text[: question.focus[0]].split()) > 1:
        return None
    start, end = min(previous.focus[0], counted[0]), max(previous.focus[1], counted[1])
    again = f"{previous.text[:start]}{word} {named}{previous.text[end:]}"
    return again[:1].upper() + again[1:]


def _told_at(question: Question, noun: Span, previous: Question) -> int | None:
    """Where a noun of the new question stands in the one before, spelt out or not."""
    said = [unit for unit in question.units if noun[0] <= unit.start < noun[1]]
    wanted = [unit.folded for unit in said]
    told = [unit.folded for unit in previous.units]
    for at in range(len(told) - len(wanted) + 1):
        if told[at : at + len(wanted)] == wanted:
            return previous.units[at].start
    if len(wanted) > 1:
        return None
    # "sp" for "sản phẩm".
    initials = "".join(word[:1] for word in told)
    at = initials.find(wanted[0]) if 1 < len(wanted[0]) <= INITIALS else -1
    return previous.units[at].start if at >= 0 else None


def joined(question: Question, turn: Turn) -> Filled:
    """What the question before is about, and what is now asked of it."""
    said = re.sub(r"^\W*(?:và|thế|vậy|còn)\s+", "", question.text, flags=re.IGNORECASE)
    text = f"{turn.subject} {said[0].lower()}{said[1:].rstrip(' ?.')}?"
    return Filled(text, topic=turn.subject)
