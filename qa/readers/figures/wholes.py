"""Whether a figure is of the whole or of a part of it: "640 trong 1.100 phòng bỏ trống"."""

import re
from collections.abc import Sequence

from index.vietnamese import Span
from qa.readers.reading import Reading
from qa.texts.figure_units import lasts
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt

# What each costs ("mỗi chiếc 190 triệu đồng") is not what all of them do.
OF_EACH = 0.5
# Of how many: no answer but where the whole is asked for.
WHOLE, OPENING_WHOLE = 0.4, 0.7
# Of aims and tasks that are not told as done.
NOT_DONE = 0.5

# "Tổng đài", "Tổng cục" are no sums.
_ASKS_WHOLE = re.compile(
    r"\b(?:tong(?! (?:dai|cuc|giam doc|cong ty|thu ky|bi thu|dieu tra|ket|tham muu))"
    r"|tat ca|ca thay|toan bo|gop lai)\b"
)
# "hoàn thành mấy nhiệm vụ": so many as are done.
_ASKS_DONE = Spelt(
    r"(?<!không )(?<!chưa )\b(?:đạt|vượt|hoàn thành|hoàn tất|xong)(?: (?:và|được|vượt|hoàn thành|đạt|xong))*"
    r" (?:bao nhiêu|mấy)"
    r" (?:mục tiêu|chỉ tiêu|nhiệm vụ|tiêu chí|đầu việc|nội dung|hạng mục)\b"
)
# "Kế hoạch đề ra 35 chỉ tiêu", and no share of them done.
_SET = Spelt(r"\b(?:đề ra|đặt ra|xác định|giao|gồm|bao gồm)(?: [^\W\d]+){0,2} $")
_DONE = Spelt(r"\b(?:đạt|vượt|hoàn thành|hoàn tất|xong|làm được)\b")
# "trong số người trúng tuyển, có bao nhiêu người là nữ".
_ASKS_PART = re.compile(
    r"\btrong (?:tong )?so\b.*\b(?:bao nhieu|may)\b[^,?]*? (?:la|thuoc) (?P<part>[^,?]+?)\W*$"
)
_ASKS_NUMBER = Spelt(r"\btổng số (?P<said>[^,;?]+?) (?:là|có|được) (?:bao nhiêu|mấy)\b")
_WITH = Spelt(
    r" (?:[^\W\d]+ ){1,3}?(?:có|đã|chưa|không|bị|dùng|tham gia) (?P<which>[^\W\d]+ [^\W\d]+)"
)
_EACH = Spelt(r"\b(?:mỗi|từng|bình quân|trung bình)\b")
_EACH_SAID = re.compile(r"(?<!\w)(?:mỗi|từng|bình quân|trung bình)(?!\w)")
# "642 quầy tham gia trên tổng số 780 quầy"; "trong 48 giờ" is how long.
_IN = re.compile(r"(?: [a-z]+){0,4} (?:trong|tren)(?: tong)?(?: so)?(?: hon| gan| khoang)? (?=\d)")
# A whole stands no farther behind its part.
REACH = 120
_NO_COUNT = re.compile(r"\s?(?:quý|kỳ|đợt|điểm)(?!\w)")
_OPENS = re.compile(r"(?:^|[.;:,] )trong(?: tong)?(?: so)?(?: hon| gan)? $")


def whole_fit(
    reading: Reading, paragraph: Paragraph, figure: Figure, listed: Sequence[Figure]
) -> float:
    """How well a figure is of as much as is asked for: of all, of a part, of each."""
    asked = reading.question.plain
    if _ASKS_WHOLE.search(asked):
        if whole_of(paragraph, figure, listed):
            return WHOLE
        if _is_of_some(reading, paragraph, figure):
            return WHOLE
        return 1.0 if _EACH.search(reading.question.text) else _all_fit(paragraph, figure)
    if not _is_done(reading, paragraph, figure):
        return NOT_DONE
    if _is_of_both(reading, paragraph, figure):
        return WHOLE
    if reading.question.nature == "target":  # "812 trên 1.000": of so many as there were to be
        return WHOLE if whole_of(paragraph, figure, listed) else 1.0
    before = (one for one in listed if 0 < figure.span[0] - one.whole[1] < REACH)
    if any(whole_of(paragraph, one, listed) == figure.span for one in before):
        return WHOLE
    start, end = paragraph.sentence_at(figure.span[0])
    opens = _OPENS.search(paragraph.folded[start : figure.whole[0]])
    if not opens or not _is_count(paragraph, figure):
        return 1.0
    behind = (one for one in listed if figure.whole[1] <= one.span[0] < end)
    return OPENING_WHOLE if any(_is_count(paragraph, one) for one in behind) else 1.0


def _is_of_some(reading: Reading, paragraph: Paragraph, figure: Figure) -> bool:
    """Whether a figure counts those only that have or do something that the question does not name:
    "tổng số hộ là bao nhiêu" is not told by "40 hộ có máy tính"."""
    asked = _ASKS_NUMBER.search(reading.question.text)
    behind = _WITH.match(paragraph.text, figure.whole[1]) if asked else None
    if asked is None or behind is None:
        return False
    return not set(behind["which"].lower().split()) & set(asked["said"].lower().split())


def _is_done(reading: Reading, paragraph: Paragraph, figure: Figure) -> bool:
    """Whether a figure counts aims and tasks as done, where so many as are done are asked for; how
    many a plan has is another number."""
    if not _ASKS_DONE.search(reading.question.text):
        return True
    start, end = paragraph.clause_at(figure.span[0])
    if _SET.search(paragraph.text, start, figure.whole[0]):
        return False
    return _DONE.search(paragraph.text, start, end) is not None


def _is_of_both(reading: Reading, paragraph: Paragraph, figure: Figure) -> bool:
    """Whether a figure counts what is asked about together with others: of "số giáo sư, phó giáo sư
    là 1.226" no one knows how many are "giáo sư"."""
    found = _ASKS_PART.search(reading.question.plain)
    if found is None or figure.kind != "count":
        return False
    start, _ = paragraph.sentence_at(figure.span[0])
    part = re.escape(found["part"].strip())
    both = re.compile(
        rf"\bso\b[^;.:]*\b{part}(?:, | va | hoac )[^\d;.:]*\b(?:la|dat|co) (?:hon |gan )?$"
    )
    return both.search(paragraph.folded, start, figure.whole[0]) is not None


def whole_of(paragraph: Paragraph, figure: Figure, listed: Sequence[Figure]) -> Span | None:
    """The figure of the whole that a count is said to be a part of."""
    found = _IN.match(paragraph.folded, figure.whole[1]) if figure.kind == "count" else None
    if found is None:
        return None
    return next(
        (
            one.span
            for one in listed
            if found.end() in (one.span[0], one.whole[0])
            and _is_count(paragraph, one)
            and (one.value or 0.0) >= (figure.value or 0.0)
        ),
        None,
    )


def _is_count(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether a figure counts things, and no time."""
    text, end = paragraph.text, figure.whole[1]
    return figure.kind == "count" and not lasts(text, end) and not _NO_COUNT.match(text, end)


def _all_fit(paragraph: Paragraph, figure: Figure) -> float:
    start, _ = paragraph.clause_at(figure.span[0])
    clause = paragraph.text[start : figure.span[0]].lower()
    return OF_EACH if _EACH_SAID.search(clause) else 1.0
