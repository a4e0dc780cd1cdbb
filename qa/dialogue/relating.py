"""What relates a short question to the one before it: why, who said so, against what, which of two."""

import re
from dataclasses import replace

from qa.dialogue.nouns import asked_noun, noun_at
from qa.dialogue.statements import statement
from qa.dialogue.swapping import of_both, with_extreme, without_now
from qa.dialogue.turns import Turn
from qa.questions.indicators import like, period_name, spoken
from qa.questions.parting import MEASURED
from qa.questions.question import Question, understand

SPEAKER = (
    r"\bai (?:là người )?(?:đã )?(?:nói|phát biểu|cho biết|đưa ra|khẳng định|giải thích|lý giải|lí giải|nhận định"
    r"|thừa nhận|phân tích|đánh giá|chia sẻ|cho rằng|nhấn mạnh)\b"
)
TARGET = r"\b(?:mục tiêu|chỉ tiêu)\b"
WHY = (
    r"^\W*(?:thế |vậy |rồi )?(?:vì sao|tại sao|sao (?:lại|không|ko|chưa|phải|cứ|còn)"
    r"|sao(?= (?:\w+ ){1,4}(?:thế|vậy|quá|ghê)\W*$)|vì đâu|do đâu|nguyên nhân|lý do"
    r"|lí do)\b"
)
COMPARED = r"\b(?:so với|so sánh với|đối chiếu với)\b\s*(?:của\s+)?(?P<other>[^?.]*)"
_BARE_WHY = (
    r"^\W*sao\b"
    r"|\b(?:vì sao|tại sao|vì đâu|do đâu|nguyên nhân|lý do|lí do|là gì|là|do|vậy|thế|như vậy|điều đó|đó)\b"
)
_VERB_FIRST = (
    r"^\W*(?:và |(?:như )?(?:thế|vậy) |rồi )?(?:là |thì )?"
    r"(?P<verb>có|đã|vượt|tăng|giảm|chiếm|đạt|được|bị|hoàn thành|giải ngân|(?P<before>trước (?:đó|đây|kia)))\b"
)
_EARLIER = r"\b(?:cùng kỳ )?năm (?:trước|ngoái|trước đó)\b"
# What was aimed at, and what came of it.
_AIMING = (
    r"\s*\b(?:(?:đặt|đề) (?:ra )?)?(?:mục tiêu|chỉ tiêu)(?: (?:đề ra|đặt ra))?\b"
    r"|\s*\b(?:phấn đấu|đặt ra|kế hoạch giao)\b"
)
_REACHED = r"\bđạt (?:được )?(?:bao nhiêu|mấy|đến đâu|thế nào)\b"
_CAME = r"\b(?:thực tế|kết quả|đạt được|đã đạt|làm được|thực hiện được|hoàn thành được)\b"
# A question without a subject begins with what is done: "Làm ra để phục vụ việc gì?".
_DOING = (
    r"^\W*(?:(?:và|rồi|thế|vậy|nhưng|mà) )?(?:được |đang |sẽ |đã )?(?:làm(?: ra)?|triển khai|chạy|phục vụ|xây(?: dựng)?"
    r"|lập(?: ra)?|dùng|sử dụng|áp dụng|gửi|nộp|đặt|tổ chức|diễn ra|bắt đầu|kết thúc|hoạt động|đưa|di dời|dời|ký"
    r"|ban hành|phê duyệt|nằm|kéo dài|khởi công|khánh thành|thu|chi|trả|bán|mua|giao|học|họp|thi|mở|đóng|nhằm|do|bởi|để"
    r"|theo|dựa (?:trên|vào)|căn cứ|gồm|bao gồm|liên quan|thuộc|tập trung|ra đời|xếp|đứng|cấp|tiếp nhận|xử lý"
    r"|giải quyết)\b"
)
# One of the two that were just told of.
_WHICH_OF_TWO = (
    r"^\W*(?:(?:vậy|thế)(?: thì)? )?(?:tỉnh|nơi|bên|địa phương|huyện|xã|đơn vị|cái|năm|đâu|ai) ?(?:nào)?"
    r" (?:\w+ ){0,2}(?:cao|thấp|nhiều|ít|lớn|nhỏ|tốt|kém|trên|dưới|trước|nhanh|chậm) ?(?:hơn)?\W*$"
)


def who_said(question: Question, turn: Turn) -> str | None:
    speaker = spoken(SPEAKER, question.text, question.folded)
    if not speaker:
        return None
    return f"{question.text[slice(*speaker[0].span())]} {statement(turn.question)}?"


def why(question: Question, turn: Turn) -> str | None:
    """ "Vì sao?", "Vì sao chưa đạt?": the reason of what was asked about."""
    if not spoken(WHY, question.text, question.folded):
        return None
    previous = turn.question
    plain, last = "", 0
    for match in spoken(_BARE_WHY, question.text, question.folded):
        plain += question.text[last : match.start()]
        last = match.end()
    said = re.sub(r"\s+", " ", plain + question.text[last:]).strip(" ?.,")
    about = statement(previous)
    if previous.asks == "rank" and "hạng" not in about.lower():
        about = f"thứ hạng {about}"
    return f"Vì sao {about} {said}".strip() + "?"


def against(question: Question, turn: Turn) -> str | None:
    """ "So với Nghệ An?", "So với năm trước?": both sides in one question."""
    previous = turn.question
    compared = spoken(COMPARED, question.text, question.folded)
    if not compared or spoken(r"\b(?:bao nhiêu|mấy)\b", question.text, question.folded):
        return None
    other = question.text[slice(*compared[0].span("other"))]
    base = previous.text.rstrip(" ?.")
    if question.mentions and previous.mentions:
        first = previous.mentions[0]
        named = question.text[question.mentions[0].start : question.mentions[0].end]
        both = f"{base[first.start : first.end]} và {named}"
        return f"So sánh {base[: first.start]}{both}{base[first.end :]}?"
    period = previous.period
    if period is None or period.year is None:
        return None
    earlier = bool(spoken(_EARLIER, other, question.folded))
    year = period.year - 1 if earlier else question.period and question.period.year
    if not year:
        return None
    then = (
        f"năm {year}"
        if period.part is None
        else period_name(period).replace(str(period.year), str(year))
    )
    if not earlier and question.period:
        then = period_name(question.period)
    words = base[period.start : period.end]
    return f"So sánh {base[: period.start]}{words} và {then}{base[period.end :]}?"


def which_of_two(question: Question, turn: Turn) -> str | None:
    """ "Tỉnh nào cao hơn?": of the two places or bodies asked about last; by itself where there are
    no two."""
    if not spoken(_WHICH_OF_TWO, question.text, question.folded) or turn.before is None:
        return None
    return of_both(turn.before.question, turn.question) or question.text


def of_the_subject(question: Question, turn: Turn, rest: str) -> str | None:
    """What is said of the subject asked about before: "Vượt mục tiêu bao nhiêu?"."""
    verb = spoken(_VERB_FIRST, question.text, question.folded)
    if not verb or question.asks not in MEASURED | {"yesno"} or question.provinces:
        return None
    previous = turn.question
    noun = noun_at(question, question.focus[1]) if question.asks == "number" else None
    if noun and asked_noun(previous) and previous.asks == "number":
        return None  # "có bao nhiêu giáo viên" after "có bao nhiêu học sinh"
    subject = turn.subject
    if verb[0]["before"]:
        subject = without_now(subject, previous.folded)
    said = question.text[verb[0].start("verb") :].rstrip(" ?.")
    claimed = question.asks == "yesno" and verb[0]["verb"] not in ("có", "co", "đã", "da")
    lead = "có " if claimed and spoken(r"\bkhông$", said, question.folded) else ""
    return f"{subject} {like(subject, lead)}{said[0].lower()}{said[1:]}?"


def aimed(question: Question, turn: Turn, rest: str) -> str | None:
    """ "Mục tiêu là bao nhiêu?" of what was asked about."""
    if not spoken(TARGET, rest, question.folded) or len(rest.split()) > 4:
        return None
    base = turn.question.text
    if spoken(TARGET, base, turn.question.folded):
        return base
    return f"Mục tiêu {base[0].lower()}{base[1:]}"


def as_a_share(text: str, turn: Turn) -> str | None:
    """ "Mục tiêu … bao nhiêu phần trăm hộ …?": what is counted is aimed at as a share, too."""
    counted = turn.question
    if counted.asks != "number" or noun_at(counted, counted.focus[1]) is None:
        return None
    word = counted.text[slice(*counted.focus)].lower()
    at = text.lower().find(f"{word} ")
    if at < 0:
        return None
    end = at + len(word)
    return f"{text[:end]} {like(text, 'phần trăm')}{text[end:]}"


def has_no_subject(question: Question) -> bool:
    """Whether a short question says what is done, and not of what; "làm sạch hộ tịch đạt mấy phần
    trăm?" begins with what is measured."""
    measured = spoken(
        r"\b(?:đạt|chiếm|là|bằng)\s+$", question.text[: question.focus[0]], question.folded
    )
    return bool(spoken(_DOING, question.text, question.folded)) and not measured


def other_end(question: Question, turn: Turn, rest: str) -> str | None:
    """ "Thế thấp nhất?" after "… cao nhất?"."""
    return with_extreme(turn.question, rest)


def of_the_year_before(question: Question, turn: Turn) -> Question:
    """ "Năm trước đó xếp thứ mấy?" with the year that is meant."""
    earlier = spoken(_EARLIER, question.text, question.folded)
    period = turn.question.period
    if (
        not earlier
        or period is None
        or period.year is None
        or spoken(COMPARED, question.text, question.folded)
    ):
        return question
    start, end = earlier[0].span()
    text = question.text
    return understand(f"{text[:start]}{like(text, 'năm')} {period.year - 1}{text[end:]}")


def as_it_came(question: Question, turn: Turn) -> Turn:
    """The turn about what was achieved, where an aim was asked about: "Thực tế đạt bao nhiêu?"."""
    previous = turn.question
    came = spoken(_CAME, question.text, question.folded)
    # "Sang năm 2024 đạt bao nhiêu?": an aim is not reached in other years than it is set for.
    reached = question.period and spoken(_REACHED, question.text, question.folded)
    aims = question.nature == "target" or previous.nature != "target"
    if aims or not (came or reached):
        return turn
    text = previous.text
    for match in reversed(spoken(_AIMING, text, previous.folded)):
        text = text[: match.start()] + text[match.end() :]
    return replace(turn, question=understand(text.strip()), topic="")
