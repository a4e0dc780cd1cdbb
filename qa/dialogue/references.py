"""What "ông ấy", "tỉnh này", "nó" and "con số đó" mean: found in the turns before."""

import re
from collections.abc import Callable

from index.vietnamese import UPPER
from qa.dialogue.statements import statement
from qa.dialogue.turns import Turn
from qa.questions.indicators import spoken
from qa.questions.question import Question
from qa.texts.people import people

# The answer of an earlier question as text; None when it had none.
Recall = Callable[[Question], str | None]

_THAT = r"(?:này|đó|ấy)"
_PERSON = (
    rf"\b(?:(?:ông|bà|anh|chị|cô|thầy|người|vị|đồng chí|vị lãnh đạo|vị đại biểu|đại biểu) {_THAT}"
    r"|ổng|bả|(?<!gia )(?<!dòng )họ(?! (?:tên|hàng|và tên|tộc|nhà)))(?!\w)"
)
_PLACE = (
    rf"\b(?:ở |tại |của )?(?:(?:tỉnh|thành phố|địa phương|nơi|huyện|xã|phường|quận|thị xã) {_THAT}"
    r"|(?:ở|tại) (?:đó|đây|đấy))(?!\w)"
)
_THING = rf"\b(?:nó|(?:điều|việc|con số|tỷ lệ|tỉ lệ|chỉ số|chỉ tiêu|số tiền|khoản|mức|cái) {_THAT})(?!\w)"
_NAMED = (
    rf"\b(?P<noun>chiến dịch|chương trình|nghị quyết|quyết định|kế hoạch|đề án|dự án|cuộc họp|hội nghị|hệ thống"
    rf"|nền tảng|ứng dụng|mô hình|trung tâm|phần mềm|báo cáo|lễ ký|công ty|doanh nghiệp|trường|bệnh viện|văn bản"
    rf"|công văn|chỉ thị|thông tư|nghị định|phiên họp|buổi họp|buổi làm việc|đơn vị|cơ quan) {_THAT}(?!\w)"
)
_POINTING = f"{_PERSON}|{_PLACE}|{_THING}|{_NAMED}"
# What a figure measures of a thing: "kinh phí chiến dịch …" is about the campaign.
_OF_A_THING = (
    r"^\s*(?:(?:tổng )?(?:kinh phí|vốn|mức đầu tư|số tiền|chi phí|giá trị)|thời gian|số lượng|hiệu quả)"
    r"(?:\s+(?:của|cho|thực hiện))?\s+"
)
# "Ông Nhã": a title and one name of someone.
_TITLED = re.compile(rf"\b(?:ông|bà|anh|chị|cô|thầy|đồng chí)\s+[{UPPER}]\w+", re.IGNORECASE)
_PERSON_ASKED = frozenset({"person", "office"})
# "Họ" are a body, too.
_THEY_ASKED = _PERSON_ASKED | {"organization"}
_PLACE_ASKED = frozenset({"province", "superlative", "places"})
# Kinds of questions whose answer "văn bản đó", "đơn vị này" may mean.
_NAMED_ASKED = frozenset({"document", "organization"})


def points_back(question: Question) -> bool:
    """Whether the question names something by pointing at what was said before."""
    return bool(spoken(_POINTING, question.text, question.folded))


def without_thing(question: Question) -> str:
    """The question's text without the words that point at a thing: "Cao Bằng con số này thì sao?"."""
    text = question.text
    for found in reversed(spoken(_THING, text, question.folded)):
        text = f"{text[: found.start()]} {text[found.end() :]}"
    return " ".join(text.split())


def with_referents(question: Question, turn: Turn, recall: Recall) -> str:
    """The question's text with what it points at put in the place of the pointing words."""
    text = question.text
    for rule, referent in (
        (_PERSON, _person),
        (_PLACE, _place),
        (_NAMED, _named),
        (_THING, _thing),
    ):
        found = spoken(rule, text, question.folded)
        if not found:
            continue
        meant = referent(turn, recall, found[0])
        if meant:
            text = f"{text[: found[0].start()]}{meant}{text[found[0].end() :]}"
    return re.sub(r"\s+", " ", text)


def _person(turn: Turn, recall: Recall, found: re.Match[str]) -> str | None:
    for one in turn.back():
        said = one.question
        # "Ngoài ông Nhã còn ai dự?": the one who was asked for, not the one who was named.
        if said.asks == "person" and (answer := recall(said)):
            return answer
        if named := [
            said.text[slice(*person.name)]
            for person in people(said.text)
            if not _is_other(said.text[: person.name[0]], found.group())
        ]:
            return named[-1]
        titled = _TITLED.search(said.text)
        if titled and titled.group().split()[-1][0].isupper():
            return titled.group()
        asked = _THEY_ASKED if found.group().startswith("họ") else _PERSON_ASKED
        if said.asks in asked and (answer := recall(said)):
            return answer
    return None


def _is_other(before: str, pointing: str) -> bool:
    """Whether somebody is called a man where a woman is pointed at, or the other way round."""
    called = before.lower().split()[-1:]
    return {*called, pointing.split()[0]} == {"ông", "bà"}


def _place(turn: Turn, recall: Recall, found: re.Match[str]) -> str | None:
    link = re.match(r"(?:ở|tại|của|o|tai|cua)\s", found.group())
    lead = link.group() if link else ""
    local = re.search(r"\b(?:huyện|xã|phường|quận|thị xã)\b", found.group())
    for one in turn.back():
        said = one.question
        if local and said.districts:
            return f"{lead}{local.group()} {said.districts[-1]}"
        if said.mentions and not local:
            mention = said.mentions[-1]
            return lead + said.text[mention.start : mention.end]
        if said.asks in _PLACE_ASKED:
            answer = recall(said)
            return lead + answer if answer else None
        if said.districts:
            return lead + said.districts[-1]
    return None


def _named(turn: Turn, recall: Recall, found: re.Match[str]) -> str | None:
    """The phrase of an earlier question that begins with the noun pointed at, or its answer."""
    noun = found["noun"]
    for one in turn.back():
        said = one.question
        at = said.text.lower().find(noun)
        asked = said.focus[0] <= at < said.focus[1]
        if at >= 0 and not asked and not at >= said.focus[0] > 0:
            end = said.focus[0] if said.focus[0] > at else len(said.text)
            phrase = said.text[at:end].strip(" ?.,")
            return re.sub(r"\s+(?:là|được|đạt|bằng|do|có|có hiệu lực|không|chưa)$", "", phrase)
        if said.asks in _NAMED_ASKED and (answer := recall(said)):
            return answer
    if not turn.place:
        return None
    framed = turn.period if turn.question.period else ""
    return f"{noun} của {turn.place} {framed}".strip()


def _thing(turn: Turn, recall: Recall, found: re.Match[str]) -> str | None:
    previous = turn.question
    said = statement(previous)
    if found.group() == "nó":
        measured = spoken(_OF_A_THING, said, previous.folded)
        return said[measured[0].end() :] if measured else said
    return f"{said[:1].lower()}{said[1:]}" if not said[1:2].isupper() else said
