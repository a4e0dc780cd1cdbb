"""What "ông ấy", "tỉnh này", "nó" and "con số đó" mean: found in the question before."""

import re
from collections.abc import Callable

from qa.questions.indicators import spoken
from qa.questions.question import Question
from qa.texts.people import people

# The answer of an earlier question as text; None when it had none.
Recall = Callable[[Question], str | None]

_THAT = r"(?:này|đó|ấy)"
_PERSON = (
    rf"\b(?:(?:ông|bà|anh|chị|cô|thầy|người|vị|đồng chí|vị lãnh đạo|vị đại biểu|đại biểu) {_THAT}"
    r"|ổng|bả|họ(?= (?:là|giữ|nói|làm|có)))(?!\w)"
)
_PLACE = (
    rf"\b(?:ở |tại |của )?(?:(?:tỉnh|thành phố|địa phương|nơi|huyện|xã|phường|quận|thị xã) {_THAT}"
    r"|(?:ở|tại) (?:đó|đây|đấy))(?!\w)"
)
_THING = rf"\b(?:nó|điều {_THAT}|việc {_THAT}|(?:con số|tỷ lệ|tỉ lệ|chỉ số|chỉ tiêu|số tiền|khoản|mức) {_THAT})(?!\w)"
_NAMED = (
    rf"\b(?P<noun>chiến dịch|chương trình|nghị quyết|quyết định|kế hoạch|đề án|dự án|cuộc họp|hội nghị|hệ thống"
    rf"|nền tảng|ứng dụng|mô hình|trung tâm|phần mềm|báo cáo|lễ ký|công ty|doanh nghiệp|trường|bệnh viện) {_THAT}(?!\w)"
)
_POINTING = f"{_PERSON}|{_PLACE}|{_THING}|{_NAMED}"
# What a figure measures of a thing: "kinh phí chiến dịch …" is about the campaign.
_OF_A_THING = (
    r"^\s*(?:(?:tổng )?(?:kinh phí|vốn|mức đầu tư|số tiền|chi phí|giá trị)|thời gian|số lượng|hiệu quả)"
    r"(?:\s+(?:của|cho|thực hiện))?\s+"
)
_PERSON_ASKED = frozenset({"person", "office"})
_PLACE_ASKED = frozenset({"province", "superlative", "places"})


def points_back(question: Question) -> bool:
    """Whether the question names something by pointing at what was said before."""
    return bool(spoken(_POINTING, question.text, question.folded))


def with_referents(question: Question, previous: Question, recall: Recall) -> str:
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
        meant = referent(previous, recall, found[0])
        if meant:
            text = f"{text[: found[0].start()]}{meant}{text[found[0].end() :]}"
    return re.sub(r"\s+", " ", text)


def statement(previous: Question) -> str:
    """A question without its question word: what it asks about."""
    start, end = previous.focus
    # "huyện nào" asks for a district: the noun stays.
    kept = re.sub(r"\s*\b(?:nào|nao)$", "", previous.text[start:end])
    noun = kept if kept != previous.text[start:end] else ""
    text = f"{previous.text[:start]} {noun} {previous.text[end:]}"
    tail = r"(?:\s+(?:là|được|đạt|bằng|tên|do|có|chiếm|khoảng|đứng|xếp|xếp hạng|mức))+\s*$"
    return re.sub(tail, "", re.sub(r"\s+", " ", text).strip(" ?.,"), flags=re.IGNORECASE)


def _person(previous: Question, recall: Recall, found: re.Match[str]) -> str | None:
    named = [previous.text[slice(*person.name)] for person in people(previous.text)]
    if named:
        return named[-1]
    return recall(previous) if previous.asks in _PERSON_ASKED else None


def _place(previous: Question, recall: Recall, found: re.Match[str]) -> str | None:
    link = re.match(r"(?:ở|tại|của|o|tai|cua)\s", found.group())
    lead = link.group() if link else ""
    local = re.search(r"\b(?:huyện|xã|phường|quận|thị xã)\b", found.group())
    if local and previous.districts:
        return f"{lead}{local.group()} {previous.districts[-1]}"
    if previous.mentions and not local:
        mention = previous.mentions[-1]
        return lead + previous.text[mention.start : mention.end]
    if previous.asks in _PLACE_ASKED:
        answer = recall(previous)
        return lead + answer if answer else None
    if previous.districts:
        return lead + previous.districts[-1]
    return None


def _named(previous: Question, recall: Recall, found: re.Match[str]) -> str | None:
    """The phrase of the question before that begins with the noun pointed at."""
    at = previous.text.lower().find(found["noun"])
    if at < 0 or at >= previous.focus[0] > 0:
        return f"{found['noun']} {_framed(previous)}".strip()
    end = previous.focus[0] if previous.focus[0] > at else len(previous.text)
    phrase = previous.text[at:end].strip(" ?.,")
    return re.sub(r"\s+(?:là|được|đạt|bằng|do|có|có hiệu lực)$", "", phrase)


def _thing(previous: Question, recall: Recall, found: re.Match[str]) -> str | None:
    said = statement(previous)
    if found.group() == "nó":
        measured = spoken(_OF_A_THING, said, previous.folded)
        return said[measured[0].end() :] if measured else said
    return f"{said[:1].lower()}{said[1:]}" if not said[1:2].isupper() else said


def _framed(previous: Question) -> str:
    """Place and period of the question before."""
    pieces = [f"của {previous.text[m.start : m.end]}" for m in previous.mentions[:1]]
    if previous.period:
        pieces.append(previous.text[previous.period.start : previous.period.end])
    return " ".join(pieces)
