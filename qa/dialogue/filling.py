"""A short question filled from the turns before it: what it says is put in its place there."""

import re
from collections.abc import Callable

from index.vietnamese import Span, normalize
from qa.dialogue.nouns import asked_noun, noun_at
from qa.dialogue.references import Recall
from qa.dialogue.statements import question_word, statement
from qa.dialogue.swapping import (
    LOCALITY,
    at_that_time,
    of_both,
    with_alike,
    with_extreme,
    with_led,
    with_name,
    with_noun,
    with_office,
    with_period,
    with_places,
    with_sort,
    without,
    without_now,
)
from qa.dialogue.turns import Turn
from qa.questions.indicators import like, period_name, spoken
from qa.questions.parting import MEASURED
from qa.questions.question import Question, understand

SPEAKER = (
    r"\bai (?:là người )?(?:đã )?(?:nói|phát biểu|cho biết|đưa ra|khẳng định|giải thích|lý giải|lí giải|nhận định"
    r"|thừa nhận|phân tích|đánh giá|chia sẻ|cho rằng|nhấn mạnh)\b"
)
TARGET = r"\b(?:mục tiêu|chỉ tiêu)\b"
WHY = r"^\W*(?:thế |vậy )?(?:vì sao|tại sao|sao lại|vì đâu|do đâu|nguyên nhân|lý do|lí do)\b"
COMPARED = r"\b(?:so với|so sánh với|đối chiếu với)\b\s*(?:của\s+)?(?P<other>[^?.]*)"
# A part of what was told: "Trong đó về môi trường bao nhiêu?", "Riêng cấp xã?".
PART = (
    r"^\W*(?:(?:thế |vậy |còn )?(?:trong (?:đó|số đó|số này|số ấy)|riêng)"
    r"|(?:là |thế )?(?:loại|cái|phần|nhóm) (?=có|đã))(?:\s+(?:thì|là|có|chuyện|loại|phần|khoản|cái|số))*\s*,?\s*"
)
AMONG = r"\btrong (?:đó|số đó|số này|số ấy)\b"
# "Tổng điểm là bao nhiêu?": the question names what it asks of.
_OF_ANOTHER = r"\w\s(?:là|thì)\s$"
# What only says that something is meant instead: "Không, ý tôi là cấp xã".
MEANT = (
    r"^\W*(?:(?:à|ồ|không|nhầm|xin lỗi)\W+)*"
    r"(?:ý (?:tôi|mình|em|anh|chị|là)(?: (?:là|hỏi|nói))*|(?:tôi|mình|em) (?:hỏi|nói)(?: là)?)\s+"
)
_BARE_WHY = r"\b(?:vì sao|tại sao|vì đâu|do đâu|nguyên nhân|lý do|lí do|là gì|là|do|vậy|thế|như vậy|điều đó|đó)\b"
_VERB_FIRST = (
    r"^\W*(?:và |thế |vậy |rồi )?(?:là )?(?P<verb>có|đã|vượt|tăng|giảm|chiếm|đạt|được|bị|hoàn thành|giải ngân"
    r"|(?P<before>trước (?:đó|đây|kia)))\b"
)
_EARLIER = r"\b(?:cùng kỳ )?năm (?:trước|ngoái|trước đó)\b"
# The things behind a count: "Cụ thể là những gì?", "Đó là những đơn vị nào?", "Kể tên?".
_LISTED = (
    r"^\W*(?:(?:vậy |thế |và )?(?:cụ thể|gồm|bao gồm|đó|kể tên|liệt kê)\b[\s,:]*)+(?:(?:là|gồm|có|ra)\s+)*"
    r"(?:(?:những|các)\s+)?(?P<noun>[^?.,]*?)\s*(?:gì|nào|ai)?(?:\s+(?:vậy|thế|nhỉ|ạ))*\W*$"
)
# One of the two that were just told of.
_WHICH_OF_TWO = (
    r"^\W*(?:(?:vậy|thế)(?: thì)? )?(?:tỉnh|nơi|bên|địa phương|huyện|xã|đơn vị|cái|năm|đâu|ai) ?(?:nào)?"
    r" (?:\w+ ){0,2}(?:cao|thấp|nhiều|ít|lớn|nhỏ|tốt|kém|trên|dưới|trước|nhanh|chậm) ?(?:hơn)?\W*$"
)
_OPENING = re.compile(
    r"^\W*(?:(?:thế|vậy|thể|the|vay)\s+)?(?:còn|con|thế|vậy|vay|the|rồi|và)\b\s*(?:ở|o|với|của|voi|cua)?\s*(?:tỉnh|tinh)?\s*",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\s*(?:th[ìi] (?:sao|thế nào|the nao|bao nhiêu|bao nhieu)|(?:là |la )?(?:bao nhiêu|bao nhieu))?"
    r"\s*(?:\bthì|\bthi)?\s*(?:\b(?:nhỉ|ạ|vậy|cơ|co|nữa|nửa|nua))*\s*[?.!]*\s*$",
    re.IGNORECASE,
)
# A question of so few words of its own is asked of what the one before is about.
OWN = 2


def fillings(question: Question, turn: Turn, recall: Recall) -> list[str]:
    """What a short question may mean in full, the likeliest first."""
    question = _of_the_year_before(question, turn)
    for rule in (_who_said, _why, _against, _which_of_two, _listed):
        if filled := rule(question, turn):
            return [filled]
    turn, rest = _framed_anew(question, turn)
    if not re.search(r"\w{2}", rest):
        return [turn.question.text]
    for told in (_of_the_subject, _aimed, _other_end):
        if filled := told(question, turn, rest):
            return [filled]
    if part := _of_a_part(question, turn):
        return part
    if question.focus[0] < question.focus[1] and _has_its_word(question):
        return _asked_of_it(question, turn, recall)
    return _of_another(question, turn, rest)


def _of_the_year_before(question: Question, turn: Turn) -> Question:
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


def _has_its_word(question: Question) -> bool:
    """Whether a question asks by a word of its own, and not "thì sao" or "không"."""
    which = question_word(question).lower() in ("nào", "nao")
    return which or question.asks not in ("how", "yesno")


def _framed_anew(question: Question, turn: Turn) -> tuple[Turn, str]:
    """The turn with the place and period of the new question, and what else this says."""
    previous, text = turn.question, question.text
    rest = _rest(question)
    local = LOCALITY.fullmatch(rest)
    if question.provinces and not (local and set(question.provinces) <= set(previous.provinces)):
        previous = understand(with_places(question, previous))
        rest = without(rest, [text[m.start : m.end] for m in question.mentions])
    if question.period:
        previous = understand(with_period(question, previous.text))
        rest = without(rest, [text[p.start : p.end] for p in question.periods])
    return Turn(previous, turn.before), rest.strip(" ,?.:")


def _rest(question: Question) -> str:
    text = normalize(question.text)
    if meant := spoken(MEANT, text, question.folded):
        text = text[meant[0].end() :]
    text = _CLOSING.sub("", _OPENING.sub("", text))
    return re.sub(r"^(?:thế|vậy|còn|năm|trong|vào|ở|của)\s+(?=$)", "", text)


def _who_said(question: Question, turn: Turn) -> str | None:
    speaker = spoken(SPEAKER, question.text, question.folded)
    if not speaker:
        return None
    return f"{question.text[slice(*speaker[0].span())]} {statement(turn.question)}?"


def _why(question: Question, turn: Turn) -> str | None:
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


def _against(question: Question, turn: Turn) -> str | None:
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


def _which_of_two(question: Question, turn: Turn) -> str | None:
    """ "Tỉnh nào cao hơn?": of the two places asked about last."""
    if not spoken(_WHICH_OF_TWO, question.text, question.folded) or turn.before is None:
        return None
    return of_both(turn.before.question, turn.question)


def _listed(question: Question, turn: Turn) -> str | None:
    """ "Cụ thể là những gì?" after "có bao nhiêu hệ thống …?": which they are."""
    asked = spoken(_LISTED, question.text, question.folded)
    if not asked or question.provinces:
        return None
    previous = turn.question
    start, end = asked[0].span("noun")
    noun = question.text[start:end].strip()
    counted = noun_at(previous, previous.focus[1]) if previous.asks == "number" else None
    if counted is None:
        return f"{statement(previous)}, cụ thể là những {noun} nào?" if noun else None
    text = previous.text
    noun = noun or text[slice(*counted)]
    framed = f"{text[: previous.focus[0]]}những {noun} nào{text[counted[1] :]}"
    return framed[:1].upper() + framed[1:]


def _of_the_subject(question: Question, turn: Turn, rest: str) -> str | None:
    """What is said of the subject asked about before: "Vượt mục tiêu bao nhiêu?"."""
    verb = spoken(_VERB_FIRST, question.text, question.folded)
    if not verb or question.asks not in MEASURED | {"yesno"} or question.provinces:
        return None
    previous = turn.question
    noun = noun_at(question, question.focus[1]) if question.asks == "number" else None
    if noun and asked_noun(previous) and previous.asks == "number":
        return None  # "có bao nhiêu giáo viên" after "có bao nhiêu học sinh"
    subject = statement(previous)
    if verb[0]["before"]:
        subject = without_now(subject, previous.folded)
    said = question.text[verb[0].start("verb") :].rstrip(" ?.")
    claimed = question.asks == "yesno" and verb[0]["verb"] not in ("có", "co", "đã", "da")
    lead = "có " if claimed and spoken(r"\bkhông$", said, question.folded) else ""
    return f"{subject} {like(subject, lead)}{said[0].lower()}{said[1:]}?"


def _aimed(question: Question, turn: Turn, rest: str) -> str | None:
    """ "Mục tiêu là bao nhiêu?" of what was asked about."""
    if not spoken(TARGET, rest, question.folded) or len(rest.split()) > 4:
        return None
    base = turn.question.text
    if spoken(TARGET, base, turn.question.folded):
        return base
    return f"Mục tiêu {base[0].lower()}{base[1:]}"


def _other_end(question: Question, turn: Turn, rest: str) -> str | None:
    return with_extreme(turn.question, rest)


def _of_a_part(question: Question, turn: Turn) -> list[str]:
    """ "Trong đó về môi trường bao nhiêu?": what was counted, as far as it is of a part."""
    text = question.text
    if meant := spoken(MEANT, text, question.folded):
        text = text[meant[0].end() :]
    part = spoken(PART, text, question.folded) or spoken(AMONG, text, question.folded)
    noun = asked_noun(turn.question)
    if not part or noun is None:
        return []
    said = f"{text[: part[0].start()]} {text[part[0].end() :]}"
    own = None
    if word := question_word(question):
        own = noun_at(question, question.focus[1]) if question.asks in MEASURED else None
        said = said.replace(word, " ")
    said = re.sub(r"^\W*(?:thì|là)\s|\s+(?:thì|là|có|được|chiếm)?\W*$", "", said)
    said = " ".join(said.split()).strip(" ?.,")
    if not said:
        return []
    base = turn.question.text
    inserted = f"{base[: noun[1]]} {said}{base[noun[1] :]}"
    return [_joined(question, turn), inserted] if own else [inserted]


def _asked_of_it(question: Question, turn: Turn, recall: Recall) -> list[str]:
    """A question with its own question word, of what the one before is about."""
    previous, text = turn.question, question.text
    if previous.asks == "document" and (answer := recall(previous)):
        turn = Turn(previous, turn.before, answer)
    framed = f"{text.rstrip(' ?.')} {turn.frame(question)}".strip() + "?"
    if not question.content:
        if question.asks == previous.asks:
            return [previous.text]
        return [_joined(question, turn)]
    if spoken(_OF_ANOTHER, text[: question.focus[0]], question.folded):
        return [framed]
    counted = _counted_otherwise(question, previous)
    if counted:
        return [counted, framed]
    both = [_joined(question, turn), framed]
    if len(question.content) > OWN:
        return both[::-1]
    return both if turn.question.asks == "yesno" else both[:1]


def _counted_otherwise(question: Question, previous: Question) -> str | None:
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
    return None


def _joined(question: Question, turn: Turn) -> str:
    """What the question before is about, and what is now asked of it."""
    said = re.sub(r"^\W*(?:và|thế|vậy|còn)\s+", "", question.text, flags=re.IGNORECASE)
    return f"{turn.subject} {said[0].lower()}{said[1:].rstrip(' ?.')}?"


def _of_another(question: Question, turn: Turn, rest: str) -> list[str]:
    """The same asked of something else: "Còn hộp thư công vụ?"."""
    previous = turn.question
    alone = _alone(question, turn, rest)
    rules: tuple[Callable[[Question, str], str | None], ...] = (
        at_that_time,
        with_name,
        with_office,
        with_sort,
        with_alike,
        with_led,
        with_noun,
    )
    for rule in rules:
        if swapped := rule(previous, rest):
            return [swapped, *alone]
    return [f"{rest} {previous.text[0].lower()}{previous.text[1:]}", *alone]


def _alone(question: Question, turn: Turn, rest: str) -> list[str]:
    """The new topic with nothing of the old one but place, period and question word."""
    word = question_word(turn.question)
    if turn.question.asks not in MEASURED or not word:
        return []
    return [f"{rest[:1].upper()}{rest[1:]} {turn.frame(question)}".strip() + f" là {word.lower()}?"]
