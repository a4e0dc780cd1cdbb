"""Whether a figure is of the state asked for: as it is, as it was before, or as it ought to be."""

import re

from index.vietnamese import Span
from qa.readers.figures.reached import NORMS, SHARE_OF, is_held_against, is_missed, is_reached
from qa.readers.reading import Reading
from qa.texts.dating import period_of
from qa.texts.figures import Figure, figures
from qa.texts.paragraph import Paragraph, kept
from qa.words.spelt import Spelt

OTHER_NATURE, NO_CHANGE = 0.35, 0.3
# A target need not be called one: "sẽ kiểm tra ít nhất 30% cơ quan".
UNSAID_TARGET = 0.58
# Of now where the state before is asked for: beside that, and where no sentence tells it.
OF_NOW, UNSAID_FORMER = 0.5, 0.7
# Of a fact where one to be is asked for, beside a target.
BESIDE_TARGET = 0.75
# What was reached where the norm is asked for that it is held against.
REACHED = 0.3
# What missed the aim that is asked for.
MISSED = 0.2
# A share of something else where a number is asked for.
RELATIVE = 0.65

_TIMES = r"(?:nam|quy|thang|ky|tuan|lan|mua|dot|khoa|nhiem ky|vu)"
ASKS_FORMER = re.compile(
    rf"\b(?:truoc (?:kia|day|do|khi|nay|luc)|(?:hoi|luc|khi|{_TIMES}) (?:truoc|ngoai)|{_TIMES} lien truoc|cung ky"
    r"|cung thoi diem|ban dau|(?:muc|nguong|gia|con so|thoi han|quy dinh|so) cu)\b"
)
# "chỉ tiêu đặt ra ban đầu": the aim, and not what was before it.
_SET_AT_FIRST = re.compile(r"\b(?:muc tieu|chi tieu|ke hoach|dat ra|de ra)\b[^,;?]*\bban dau\b")
# "so với mức 7,4%", "thấp hơn quý IV/2024 (74%)", "năm trước là 88,5%", "Trước đây ba loại đều 7 ngày".
_BASE = re.compile(
    r"(?<!\bco )\bso voi(?: (?:muc|con so|ty le|ti le|gia))?\s*$"
    r"|\b(?:(?<!\bco )so voi|(?:cao|thap|nhieu|it|lon|nho|nhanh|cham) hon)(?: [^\s,;.:()]+){0,5} (?:muc|con so)\s*$"
    r"|\b(?:(?<!\bco )so voi|(?:cao|thap|nhieu|it|lon|nho|nhanh|cham) hon)(?: [^\s,;.:()]+){1,4} \($"
)
_BEFORE = re.compile(
    rf"(?:\b{_TIMES} (?:lien )?(?:truoc|ngoai)|\bcung ky(?: nam (?:truoc|ngoai|\d{{4}}))?"
    r"|\btruoc (?:day|kia|do)|\bhoi truoc|\btruoc khi [^,;.:()]{2,40},)"
    r"(?:,? (?!(?:tang|giam|nay|hien|len)\b)[^\s,;.:()\d]+){0,5}[\s(]*$"
)
_BEHIND = re.compile(
    rf"(?: [^\s,;.:()\d]+){{0,2}}? (?:cua )?(?:cung ky|{_TIMES} (?:lien )?(?:truoc|ngoai)"
    r"|(?:nhu )?truoc (?:day|kia|do))\b"
)
# Both figures of "(cùng kỳ 4 vụ, 62 người)" and of "; trước đây 4 vụ, 62 người".
_ALL_BEFORE = re.compile(
    rf"(?:^|[.;:] |\()(?:{_TIMES} (?:lien )?(?:truoc|ngoai)|cung ky|truoc (?:day|kia|do)|hoi truoc)\b"
    r"(?:(?!\b(?:nay|hien)\b)[^.;()])*$"
)
_OLD = re.compile(r"(?<!\w)cũ (?:là |chỉ |chỉ là )?$")
# "năm trước của An Bình là 42,50, Phú Lộc 41,75", "cao hơn 2024 (91%) và 2023 (88%)".
_LISTED = re.compile(
    r"\s?(?:,|và|,? còn)\s(?:(?!nay|hiện|tăng|giảm|lên|xuống|năm)[^\s,;.:()\d]+\s){0,4}"
    r"|\)(?:,| và)\s(?:năm )?20\d\d \("
)
_STILL = re.compile(
    r"(?: (?!(?:so|tang|giam|va)\b)[^\s,;.:()\d]+){0,2}? (?:nhu )?(?:hien (?:nay|tai)|bay gio)\b"
)
# "năm 2020 có 13 trạm, nay đã 35": asked of now, and told so.
_ASKS_NOW = Spelt(
    r"(?<!phát )(?<!thực )(?<!thể )(?<!xuất )(?<!biểu )\b"
    r"(?:hiện(?: nay| tại| giờ)?(?! thực| trường| vật| đại| hành| trạng| diện| tượng)|bây giờ|giờ đây|ngày nay)\b"
    r"|(?:^|, )(?:giờ|nay) |\b(?:giờ|nay) (?:là|còn|đã|mỗi|được|thì)\b"
)
_NOW = Spelt(
    r"(?<!đến )(?<!năm )(?<!hôm )(?<!trước )(?<!lần )(?<!này )(?<!phát )(?<!thực )(?<!thể )(?<!xuất )(?<!biểu )\b"
    r"(?:nay|hiện(?: nay| tại| giờ)?|bây giờ|đến nay)"
    r"(?: (?!thực|trường|vật|đại|hành|trạng|diện|tượng)[^\s,;.:()\d]+){0,7}[ (]+$"
)
_COMPARED_BEHIND = re.compile(r"[^,;.]*\bso voi\b")

# What ought to be, but for targets, which `qa.texts.natures` knows.
_ASKS_MORE = re.compile(r"\bthem (?:duoc |khoang )?(?:bao nhieu|may)\b")
# "đạt mấy phần trăm dự toán": what was reached is asked for.
_ASKS_REACHED = Spelt(
    r"\b(?:đạt|bằng|so với|so|vượt|hoàn thành|gấp|phần trăm|%)(?: [^\s,?]+){0,6}?"
    r" (?:mục tiêu|chỉ tiêu|kế hoạch|yêu cầu|nghị quyết|dự toán|thiết kế|cam kết|định mức)\b"
)
_THAN = re.compile(r" (?:so voi|so cung ky|cung ky|nam (?:truoc|ngoai))\b")
# "hướng tới 10 triệu khách năm 2025 và 18 triệu khách năm 2030".
_AND_NEXT = re.compile(r"(?: [^\s,;.:()\d]+){0,5}(?: 20\d\d)?(?:,| và)(?: [^\s,;.:()\d]+){0,3} ")
_EXCEEDED_NORM = re.compile(
    r"\bvuot(?: xa| qua| ca)? (?:muc tieu|ke hoach|chi tieu|quy hoach|du bao|du tinh)(?: [^\s,;.:()\d]+){0,3} $"
)
_INSTEAD = re.compile(r"\bthay (?:vi|cho)(?: (?:muc|con so))? $")


def nature_fit(reading: Reading, paragraph: Paragraph, figure: Figure) -> float:
    """How well a figure is meant as the question asks: achieved, aimed at, changed by."""
    asked = reading.question.nature
    if (
        figure.nature == "change"
        and asked == "achieved"
        and _ASKS_MORE.search(reading.question.plain)
    ):
        return 1.0
    if figure.nature == asked or (figure.kind == "steps" and reading.question.asks == "number"):
        return 1.0
    if figure.nature == "previous" and _STILL.match(paragraph.folded, figure.whole[1]):
        return 1.0  # "thay vì 300 tấn như hiện nay", "so với 52% hiện nay"
    if figure.nature == "previous" and _is_asked_of_before(reading, paragraph, figure):
        return 1.0
    if asked in ("aimed", "target") and _is_norm(paragraph, figure):
        return 1.0
    if asked == "aimed":
        if figure.nature == "achieved":
            return BESIDE_TARGET if _has_target(paragraph, figure) else 1.0
        return 1.0 if figure.nature == "target" else OTHER_NATURE
    if reading.question.asks == "change":
        return NO_CHANGE
    if (asked, figure.nature) == ("target", "achieved"):
        if _follows_target(paragraph, figure):
            return 1.0
        if is_missed(paragraph, figure):
            return MISSED
        reached = (
            is_held_against(paragraph, figure) or is_reached(paragraph, figure)
        ) and not _asks_reached(reading)
        return REACHED if reached else UNSAID_TARGET
    return OTHER_NATURE


def _has_target(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether the sentence of a figure tells of a target of its kind, too."""
    start, end = paragraph.sentence_at(figure.span[0])
    targets = [
        one
        for one in figures(paragraph)
        if one.nature == "target" and one.kind == figure.kind and start <= one.span[0] < end
    ]
    return bool(targets) and not _follows_target(paragraph, figure)


def _follows_target(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether a figure is told in one breath with a target: "12 lớp năm 2027 và 30 lớp năm 2030"."""
    before = [
        one
        for one in figures(paragraph)
        if one.span < figure.span and one.nature == "target" and one.kind == figure.kind
    ][-1:]
    return any(_AND_NEXT.fullmatch(paragraph.text, one.whole[1], figure.whole[0]) for one in before)


def _is_norm(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether a figure is what was exceeded, or what something else was reached instead of."""
    folded, end = paragraph.folded, figure.whole[1]
    start = paragraph.sentence_at(figure.span[0])[0]
    before = folded[start : figure.whole[0]]
    if figure.nature == "previous":
        return _INSTEAD.search(before) is not None
    if figure.nature != "exceeded" or not _EXCEEDED_NORM.search(before):
        return False
    if figure.kind != "percent":
        return True
    # "đạt 67%, vượt mục tiêu 60%" names the aim, "đạt 67%, vượt mục tiêu 7%" by how much.
    earlier = [one for one in figures(paragraph) if start <= one.span[0] < figure.span[0]][-1:]
    return any(
        one.kind == "percent"
        and one.value is not None
        and figure.value is not None
        and 2 * figure.value > one.value
        for one in earlier
    ) and not _THAN.match(folded, end)


def relative_fit(reading: Reading, paragraph: Paragraph, figure: Figure) -> float:
    """A share of a plan, or of before, answers a question for a number less, which asks for none:
    "đạt 79% kế hoạch", "tăng 9% so với cùng kỳ"."""
    if figure.kind != "percent" or reading.question.asks != "number":
        return 1.0
    held = SHARE_OF.match(paragraph.folded, figure.whole[1]) or _THAN.match(
        paragraph.folded, figure.whole[1]
    )
    return RELATIVE if held and not _asks_reached(reading) else 1.0


def state_fit(reading: Reading, paragraph: Paragraph, figure: Figure) -> float:
    """How well a figure is of the time or of the norm asked for, as words around it tell."""
    asked, asked_nature = reading.question.plain, reading.question.nature
    if any(norm in asked for norm in NORMS) and not _asks_reached(reading):
        return REACHED if is_held_against(paragraph, figure) else 1.0
    if reading.question.nature == "change":
        return 1.0
    generally = ASKS_FORMER.search(asked) is not None
    if figure.nature == asked_nature == "target" and _SET_AT_FIRST.search(asked):
        return 1.0
    if not generally and _ASKS_NOW.search(reading.question.text):
        return _now_fit(paragraph, figure)
    if not generally and (reading.question.period is None or reading.question.period.year is None):
        return 1.0
    sentence = paragraph.sentence_at(figure.span[0])
    former = [
        one
        for one in _former_in(paragraph, sentence)
        if one.kind == figure.kind and (generally or _is_of_time(reading, paragraph, one))
    ]
    if figure in former:
        return 1.0
    if former:
        return OF_NOW
    return UNSAID_FORMER if generally else 1.0


def _now_fit(paragraph: Paragraph, figure: Figure) -> float:
    """Beside a figure of its kind that is told as one of now, another one is less."""
    if _is_of_now(paragraph, figure):
        return 1.0
    start, end = paragraph.sentence_at(figure.span[0])
    others = (one for one in figures(paragraph) if start <= one.span[0] < end)
    now = any(one.kind == figure.kind and _is_of_now(paragraph, one) for one in others)
    return OF_NOW if now else 1.0


def _is_of_now(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether the words beside a figure tell it as one of now: "hiện tỷ lệ này là 43%"."""
    text = paragraph.text
    if _STILL.match(paragraph.folded, figure.whole[1]):
        return True
    return _NOW.search(text, _reach(paragraph, figure), figure.whole[0]) is not None


@kept
def _former_in(paragraph: Paragraph, sentence: Span) -> tuple[Figure, ...]:
    """The figures of a sentence that are told as ones of before."""
    listed = (one for one in figures(paragraph) if sentence[0] <= one.span[0] < sentence[1])
    return tuple(one for one in listed if is_former(paragraph, one))


def is_former(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether a figure is told as one of before: "so với 16,9% năm 2022", "năm trước là 88,5%"."""
    folded, end = paragraph.folded, figure.whole[1]
    if _STILL.match(folded, end):
        return False
    if figure.nature == "previous":
        return True
    if figure.nature == "change":
        return False
    start = paragraph.sentence_at(figure.span[0])[0]
    if _ALL_BEFORE.search(folded[start : figure.whole[0]]):
        return True
    reach = _reach(paragraph, figure)
    before = folded[reach : figure.whole[0]]
    if _BASE.search(before) or _BEFORE.search(before):
        return True
    if _OLD.search(paragraph.text, reach, figure.whole[0]):
        return True
    earlier = [one for one in figures(paragraph) if start <= one.span[0] < figure.span[0]][-1:]
    if earlier and _LISTED.fullmatch(paragraph.text, earlier[0].whole[1], figure.whole[0]):
        return earlier[0].kind == figure.kind and is_former(paragraph, earlier[0])
    behind = _BEHIND.match(folded, end)
    return behind is not None and _COMPARED_BEHIND.match(folded[end : behind.end()]) is None


def _asks_reached(reading: Reading) -> bool:
    return _ASKS_REACHED.search(reading.question.text) is not None


def _reach(paragraph: Paragraph, figure: Figure) -> int:
    """Where the words before a figure begin that tell of it: behind the figure before it."""
    start = paragraph.sentence_at(figure.span[0])[0]
    earlier = [one.whole[1] for one in figures(paragraph) if one.whole[1] <= figure.whole[0]]
    return max([start, *earlier[-1:]])


def _is_asked_of_before(reading: Reading, paragraph: Paragraph, figure: Figure) -> bool:
    """Whether the question asks for the state before, or for the very time of a figure of it."""
    generally = ASKS_FORMER.search(reading.question.plain) is not None
    return generally or _is_of_time(reading, paragraph, figure)


def _is_of_time(reading: Reading, paragraph: Paragraph, figure: Figure) -> bool:
    """Whether the year asked about is said right beside a figure."""
    asked, stated = reading.question.period, period_of(paragraph, figure.span)
    if not asked or not stated or asked.year is None or stated.year != asked.year:
        return False
    start, end = _around(paragraph, figure)
    return start <= stated.start < end


def _around(paragraph: Paragraph, figure: Figure) -> Span:
    """The words between the figures on both sides."""
    end = paragraph.sentence_at(figure.span[0])[1]
    later = [one.whole[0] for one in figures(paragraph) if one.whole[0] >= figure.whole[1]]
    return _reach(paragraph, figure), min([end, *later[:1]])
