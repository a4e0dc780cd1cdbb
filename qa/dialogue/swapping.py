"""What a short question says, put in the place of what stood there in the one before it."""

import re
from collections.abc import Sequence

from index.vietnamese import UPPER, fold
from qa.dialogue.nouns import asked_noun, noun_at
from qa.dialogue.turns import body_of, body_span, place_of, place_span
from qa.questions.indicators import like, spoken
from qa.questions.question import Question
from qa.questions.worded import MEASURED
from qa.texts.offices import offices_apart
from qa.texts.organizations import organizations
from qa.texts.period import find_periods

_NOW = r"\s*\b(?:hiện (?:nay|tại)|đến nay|bây giờ)\b"
_EXTREME = (
    r"\b(?:cao|thấp|nhiều|ít|lớn|nhỏ|tốt|kém|mạnh|yếu|nhanh|chậm|rộng|hẹp) nhất\b"
    r"|\b(?:đứng|xếp|dẫn) (?:đầu|cuối|chót|bét|nhất)\b"
)
LOCALITY = re.compile(
    rf"(?i:huyện|thành phố|thị xã|quận|xã|phường|TP\.?)\s+[{UPPER}][\w’']*(?:\s[{UPPER}][\w’']*){{0,2}}"
)
# A name of its own, and no phrase that only opens with a capital letter.
_NAMED = re.compile(rf"[{UPPER}][\w’'.-]*(?:\s[{UPPER}][\w’'.-]*)*")
# Words of one sort: "cấp xã" stands for "cấp tỉnh", "mức độ 4" for "mức độ 3".
_SORTS = r"\b(?P<sort>cấp|mức độ|mức|khối|lớp|quý|loại|nhóm|trụ cột|lĩnh vực)\s+"
# What only says when: "lúc mới triển khai".
_WHEN = r"^(?:hồi|lúc|khi|thời điểm|trước|ban đầu|hiện(?: nay| tại)?|bây giờ|đến nay)\b"
# An office of a body that is not named with it.
_OFFICE_ALONE = re.compile(r"(?: (?:thường trực|phụ trách|thứ nhất))?", re.IGNORECASE)
# Who holds an office "đến năm 2024" is no aim.
_HELD = frozenset({"person", "office", "organization", "document"})
_DAY = (
    r"\b(?:(?:vào|hôm|từ)\s+)*(?:(?:sáng|trưa|chiều|tối|đêm)\s+)?(?:ngày\s+)?"
    r"\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?(?![\w/-])"
)
_LED = r"^(?P<lead>về|ở|qua|trong|cho|bằng|với|tại|từ|theo)\s+"


def without_now(text: str, folded: bool) -> str:
    """A text without the words that only say "at present"."""
    for match in reversed(spoken(_NOW, text, folded)):
        text = text[: match.start()] + text[match.end() :]
    return text


def with_places(question: Question, previous: Question) -> str:
    """The previous question with the places of the new one."""
    base = previous.text
    typed = (
        [question.text[m.start : m.end] for m in question.mentions]
        if previous.folded
        else question.provinces
    )
    new = " và ".join(dict.fromkeys(typed))
    span = place_span(previous)
    if span and not previous.mentions:
        return base[: span[0]] + new + base[span[1] :]
    if not previous.mentions:
        return f"{base.rstrip(' ?.')} của {new}?"
    first = previous.mentions[0]
    return base[: first.start] + new + base[first.end :]


def of_both(first: Question, second: Question) -> str | None:
    """What was asked of one place and then of another, asked of both at once."""
    span, other = place_span(second), place_of(first)
    body = body_of(second)
    if body and fold(body) not in fold(first.text):
        span, other = body_span(second), body_of(first) or other
    if span is None or not other or fold(other) in fold(second.text):
        return None
    text = second.text
    both = f"{text[: span[0]]}{other} và {text[slice(*span)]}{text[span[1] :]}"
    return f"So sánh {both}"


def with_period(question: Question, previous: Question) -> str:
    """A question's text with the period of the new one, which has one."""
    base = previous.text
    period = question.period or question.periods[0]
    words = question.text[period.start : period.end]
    if period.horizon and period.year and previous.asks in _HELD:
        words = str(period.year)
    if re.fullmatch(r"\d{4}", words):
        words = f"năm {words}"
    old = next((p for p in find_periods(base) if not p.horizon or period.horizon), None)
    if old and old.year and period.part and period.year is None:
        words = f"{words} {like(base, 'năm')} {old.year}"
    if old is None:
        return f"{without_now(base, question.folded).strip().rstrip(' ?.')} {words}?"
    lead = re.search(r"\b(?:năm|nam)\s*$", base[: old.start], re.IGNORECASE)
    start = lead.start() if lead else old.start
    words = words if start > 0 else words[:1].upper() + words[1:]
    return base[:start] + words + base[old.end :]


def without_day(text: str, folded: bool) -> str:
    """A text without a day: what happens elsewhere too happens on a day of its own."""
    for found in reversed(spoken(_DAY, text, folded)):
        text = f"{text[: found.start()]} {text[found.end() :]}"
    return re.sub(r"\s+(?=[?.,])|\s+(?= )", "", text).strip()


def with_extreme(previous: Question, rest: str) -> str | None:
    """The other end asked for: "Thế thấp nhất?" after "… cao nhất?"."""
    base = previous.text
    new = spoken(_EXTREME, rest, previous.folded)
    old = spoken(_EXTREME, base, previous.folded)
    if not new or not old or len(rest.split()) > 6:
        return None
    return base[: old[0].start()] + rest[slice(*new[0].span())] + base[old[0].end() :]


def with_name(previous: Question, topic: str) -> str | None:
    """A name in place of the previous question's: "Viettel" for "VNPT", a district for another."""
    base = previous.text
    if not _NAMED.fullmatch(topic) and not LOCALITY.match(topic):
        return None
    named = LOCALITY.search(base) if LOCALITY.match(topic) else None
    if named:
        return base[: named.start()] + topic + base[named.end() :]
    for units_of_name in previous.names:
        start, end = units_of_name[0].start, units_of_name[-1].end
        return base[:start] + topic + base[end:]
    return None


def with_office(previous: Question, topic: str) -> str | None:
    """ "Phó Chủ tịch" in place of "Chủ tịch": another office of the same body."""
    old, new = offices_apart(previous.text), offices_apart(topic)
    if not old or not new or new[0].span[0] > 0 or new[0].span[1] < len(topic):
        return None
    if not _OFFICE_ALONE.fullmatch(topic, new[0].head[1]):
        return None
    start, end = old[0].span[0], old[0].head[1]
    return previous.text[:start] + topic + previous.text[end:]


def with_head(previous: Question, topic: str) -> str | None:
    """ "máy chủ dự phòng" in place of "máy chủ": the same noun with more said of it."""
    words = topic.split()
    for size in range(len(words) - 1, 1, -1):
        head = re.escape(fold(" ".join(words[:size])))
        if found := re.search(rf"(?<!\w){head}(?!\w)", previous.plain):
            start, end = found.span()
            if previous.focus[0] < end and start < previous.focus[1]:
                return None
            return previous.text[:start] + topic + previous.text[end:]
    return None


def with_sort(previous: Question, topic: str) -> str | None:
    """ "cấp xã" in place of "cấp tỉnh": the phrase of the same sort, with what is joined to it."""
    base = previous.text
    topic = re.sub(r"^(?:ở|của|tại|với)\s+", "", topic)
    new = spoken(rf"^{_SORTS}", topic, False)
    if not new:
        return None
    rule = rf"\b{new[0]['sort']}\s+[^\s,?]+(?:,\s+[^\s,?]+(?=\s))?"
    old = spoken(rule, base, False)
    if not old:
        return None
    start, end = old[0].span()
    return base[:start] + topic[:1].lower() + topic[1:] + base[end:]


def with_alike(previous: Question, topic: str) -> str | None:
    """The topic in place of the previous one's that ends alike: "kinh tế số" for "xã hội số"."""
    words = topic.split()
    original = previous.text.split()
    folded = fold(previous.text).split()
    last = fold(words[-1])
    ends = {unit.start for unit in previous.units if unit.is_stop}
    for at in range(len(folded) - len(words), -1, -1):
        piece = [word.strip("?,.") for word in folded[at : at + len(words)]]
        behind = len(" ".join(original[: at + len(words)])) + 1
        whole = (
            behind > len(previous.text)
            or behind in ends
            or original[at + len(words) - 1][-1] in ",?."
        )
        if whole and piece[-1] == last and len(words) > 1:
            tail = original[at + len(words) - 1]
            mark = tail[len(tail.rstrip("?,.")) :]
            return " ".join([*original[:at], topic + mark, *original[at + len(words) :]])
    return None


def at_that_time(previous: Question, topic: str) -> str | None:
    """ "lúc mới triển khai": the same asked of another time that has no date."""
    if not spoken(_WHEN, topic, previous.folded):
        return None
    base = previous.text
    for period in reversed(previous.periods):
        base = base[: period.start] + base[period.end :]
    base = re.sub(
        r"^\W*(?:(?:đầu|cuối|giữa|trong|vào|năm|tính đến|đến)\b\W*)+", "", base, flags=re.IGNORECASE
    )
    base = without_now(base, previous.folded).strip()
    return f"{topic[:1].upper()}{topic[1:]} {base[:1].lower()}{base[1:]}"


def with_led(previous: Question, topic: str) -> str | None:
    """ "về thủ tục hành chính" in place of "về môi trường": what the same preposition leads."""
    new = spoken(_LED, topic, previous.folded)
    if not new:
        return None
    lead = new[0]["lead"]
    for old in reversed(spoken(rf"\b{lead}\s+", previous.text, previous.folded)):
        noun = noun_at(previous, old.end() - 1)
        if noun:
            return previous.text[: old.start()] + topic + previous.text[noun[1] :]
    return None


def with_about(previous: Question, topic: str) -> str | None:
    """ "thủ tục hành chính" for what the one before was counted about: "mấy ý kiến về môi trường"."""
    if previous.asks not in MEASURED:
        return None
    for old in spoken(r"\bvề\s+", previous.text, previous.folded):
        noun = noun_at(previous, old.end() - 1)
        if noun:
            return (
                previous.text[: noun[0]] + topic[:1].lower() + topic[1:] + previous.text[noun[1] :]
            )
    return None


def with_body(previous: Question, topic: str) -> str | None:
    """A body in the place of another, or of the district that was asked about."""
    named = organizations(topic)
    if not named or named[0].span != (0, len(topic)):
        return None
    old = organizations(previous.text)
    span = old[0].span if old else place_span(previous) if previous.districts else None
    return previous.text[: span[0]] + topic + previous.text[span[1] :] if span else None


def with_noun(previous: Question, topic: str) -> str | None:
    """The topic in place of what is counted or measured: "hộp thư" for "chứng thư số"."""
    noun = asked_noun(previous)
    if noun is None:
        return None
    start, end = noun
    text = previous.text
    if fold(topic.split()[0]) == fold(text[start:end].split()[0]):
        # "hộ dùng Internet" for "hộ có địa chỉ số": of the same head, with what is said of it.
        ends = [one.start for one in previous.mentions] + [one.start for one in previous.periods]
        end = min((at for at in (*ends, previous.focus[0]) if at >= end), default=len(text))
        end = start + len(
            re.sub(r"(?:\s+(?:của|ở|tại|trong|là|đạt|năm))*\W*$", "", text[start:end])
        )
    return text[:start] + topic[:1].lower() + topic[1:] + text[end:]


def without(text: str, phrases: Sequence[str]) -> str:
    """A text without some phrases, and without what is left of them alone."""
    for phrase in phrases:
        text = text.replace(phrase, " ")
    return re.sub(
        r"^\W*(?:năm|trong|vào|ở|của|tại|và|tỉnh|đến|tính đến|sang|cuối|đầu|hồi|lúc|bên|phía|đằng|chỗ"
        r"|dưới)?\W*$|\s+(?:của|trong)(?: năm)?$",
        "",
        text.strip(),
        flags=re.IGNORECASE,
    )
