"""A short question filled from the one before it: what it says is put in its place there."""

import re
from collections.abc import Sequence

from index.vietnamese import UPPER, fold, normalize
from qa.questions.indicators import period_name, spoken
from qa.questions.parting import MEASURED
from qa.questions.question import Question
from qa.questions.references import statement
from qa.texts.period import find_periods

SPEAKER = (
    r"\bai (?:là người )?(?:đã )?(?:nói|phát biểu|cho biết|đưa ra|khẳng định|giải thích|lý giải|lí giải|nhận định"
    r"|thừa nhận|phân tích|đánh giá|chia sẻ|cho rằng|nhấn mạnh)\b"
)
TARGET = r"\b(?:mục tiêu|chỉ tiêu)\b"
WHY = r"^\W*(?:thế |vậy )?(?:vì sao|tại sao|sao lại|vì đâu|do đâu|nguyên nhân|lý do|lí do)\b"
COMPARED = r"\b(?:so với|so sánh với|đối chiếu với)\b\s*(?:của\s+)?(?P<other>[^?.]*)"
_BARE_WHY = r"\b(?:vì sao|tại sao|vì đâu|do đâu|nguyên nhân|lý do|lí do|là gì|là|do|vậy|thế|như vậy|điều đó|đó)\b"
_VERB_FIRST = (
    r"^\W*(?:và |thế |vậy )?(?P<verb>có|đã|vượt|tăng|giảm|chiếm|đạt|được|bị|hoàn thành|giải ngân"
    r"|(?P<before>trước (?:đó|đây|kia)))\b"
)
_NOW = r"\s*\b(?:hiện(?: nay| tại)?|đến nay|bây giờ)\b"
_EARLIER = r"\b(?:cùng kỳ )?năm (?:trước|ngoái|trước đó)\b"
_EXTREME = (
    r"\b(?:cao|thấp|nhiều|ít|lớn|nhỏ|tốt|kém|mạnh|yếu|nhanh|chậm|rộng|hẹp) nhất\b"
    r"|\b(?:đứng|xếp|dẫn) (?:đầu|cuối|chót|bét|nhất)\b"
)
_OPENING = re.compile(
    r"^\W*(?:(?:thế|vậy|the|vay)\s+)?(?:còn|con|thế|vậy|vay|rồi|và)\b\s*(?:ở|o|với|của|voi|cua)?\s*(?:tỉnh|tinh)?\s*",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\s*(?:th[ìi] (?:sao|thế nào|the nao|bao nhiêu|bao nhieu)|(?:là |la )?(?:bao nhiêu|bao nhieu))?"
    r"\s*(?:\bthì|\bthi)?\s*(?:nhỉ|ạ|vậy|nữa|nua)?\s*[?.!]*\s*$",
    re.IGNORECASE,
)
_LOCALITY = re.compile(
    rf"(?:huyện|thành phố|thị xã|quận|xã|phường|TP\.?)\s+[{UPPER}][\w’']*(?:\s[{UPPER}][\w’']*){{0,2}}",
    re.IGNORECASE,
)
# Words of one sort: "cấp xã" stands for "cấp tỉnh", "mức độ 4" for "mức độ 3".
_SORTS = r"\b(?P<sort>cấp|mức độ|mức|khối|lớp|quý|loại|nhóm|trụ cột|lĩnh vực)\s+"


def filled(question: Question, previous: Question) -> str:
    """The previous question with what the new one says put in its place."""
    text, folded = question.text, question.folded
    speaker = spoken(SPEAKER, text, folded)
    if speaker:
        return f"{text[slice(*speaker[0].span())]} {statement(previous)}?"
    if spoken(WHY, text, folded):
        return _why(question, previous)
    compared = spoken(COMPARED, text, folded)
    if compared and not spoken(r"\b(?:bao nhiêu|mấy)\b", text, folded):
        joined = _compared(question, previous, text[slice(*compared[0].span("other"))])
        if joined:
            return joined
    base = previous.text
    rest = _rest(question)
    local = _LOCALITY.fullmatch(rest)
    if question.provinces and not (local and set(question.provinces) <= set(previous.provinces)):
        base = _with_places(base, previous, question)
        rest = _without(rest, [text[m.start : m.end] for m in question.mentions])
    if question.period:
        base = _with_period(base, question)
        rest = _without(rest, [text[p.start : p.end] for p in question.periods])
    rest = rest.strip(" ,?.:")
    if not rest or not re.search(r"\w{2}", rest):
        return base
    verb = spoken(_VERB_FIRST, text, folded)
    if verb and question.asks in MEASURED | {"yesno"} and not question.provinces:
        return _with_verb(question, previous, past=bool(verb[0]["before"]))
    if spoken(TARGET, rest, folded) and len(rest.split()) <= 4:
        aimed = spoken(TARGET, base, previous.folded)
        return base if aimed else f"Mục tiêu {base[0].lower()}{base[1:]}"
    turned = _with_extreme(base, previous, rest)
    if turned:
        return turned
    if question.asks != "how" and question.focus[0] < question.focus[1]:
        return f"{text.rstrip(' ?.')} {_frame(previous)}".strip() + "?"
    return _with_name(base, previous, rest) or _with_sort(base, rest) or _with_topic(base, rest)


def _why(question: Question, previous: Question) -> str:
    """ "Vì sao?", "Vì sao chưa đạt?": the reason of what was asked about."""
    plain, last = "", 0
    for match in spoken(_BARE_WHY, question.text, question.folded):
        plain += question.text[last : match.start()]
        last = match.end()
    said = re.sub(r"\s+", " ", plain + question.text[last:]).strip(" ?.,")
    about = statement(previous)
    if previous.asks == "rank" and "hạng" not in about.lower():
        about = f"thứ hạng {about}"
    return f"Vì sao {about} {said}".strip() + "?"


def _compared(question: Question, previous: Question, other: str) -> str | None:
    """ "So với Nghệ An?", "So với năm trước?": both sides in one question."""
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


def _with_verb(question: Question, previous: Question, *, past: bool) -> str:
    """What is said of the subject asked about before: "Vượt mục tiêu bao nhiêu?"."""
    subject = statement(previous)
    if past:
        for match in spoken(_NOW, subject, previous.folded):
            subject = subject[: match.start()] + subject[match.end() :]
    said = re.sub(r"^\W*(?:và |thế |vậy )?", "", question.text).rstrip(" ?.")
    return f"{subject} {said[0].lower()}{said[1:]}?"


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


def _with_extreme(base: str, previous: Question, rest: str) -> str | None:
    """The other end asked for: "Thế thấp nhất?" after "… cao nhất?"."""
    new = spoken(_EXTREME, rest, previous.folded)
    old = spoken(_EXTREME, base, previous.folded)
    if not new or not old or len(rest.split()) > 6:
        return None
    return base[: old[0].start()] + rest[slice(*new[0].span())] + base[old[0].end() :]


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


def _with_sort(base: str, topic: str) -> str | None:
    """ "cấp xã" in place of "cấp tỉnh": the phrase of the same sort, with what is joined to it."""
    topic = re.sub(r"^(?:ở|của|tại|với)\s+", "", topic)
    new = spoken(rf"^{_SORTS}", topic, False)
    if not new:
        return None
    sort = new[0]["sort"]
    rule = rf"\b{sort}\s+[^\s,?]+(?:,\s+[^\s,?]+(?=\s))?"
    old = spoken(rule, base, False)
    if not old:
        return None
    start, end = old[0].span()
    return base[:start] + topic[:1].lower() + topic[1:] + base[end:]


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
