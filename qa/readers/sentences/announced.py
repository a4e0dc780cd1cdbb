"""What follows a sentence that only announces it: "… vẫn còn một số tồn tại, hạn chế. Đó là: …"."""

import re
from dataclasses import replace
from functools import lru_cache

from index.vietnamese import Span
from qa.readers.reading import Candidate
from qa.texts.paragraph import Paragraph, paragraphs
from qa.words.spelt import Spelt

# The sentence alone, and with what it announces.
ALONE, WITH_WHAT_FOLLOWS = 0.55, 1.05
# So many sentences behind it are read out, and so many characters.
MOST, LONGEST = 3, 900
# What reports announce by a word that tells nothing of it; nouns of one sort stand for each other.
_SORTS = (
    "khó khăn|hạn chế|tồn tại|vướng mắc|bất cập|thách thức|yếu kém|khuyết điểm|trở ngại|rào cản|điểm nghẽn|vướng"
    "|thiếu sót|nhược điểm",
    "giải pháp|biện pháp",
    "nhiệm vụ",
    "kết quả|thành tựu|thành tích|thành công",
    "bài học|kinh nghiệm",
    "mục tiêu|chỉ tiêu",
    "kiến nghị|đề xuất",
    "ưu điểm|lợi ích|thuận lợi|lợi thế",
)
_ASKED = tuple(Spelt(rf"\b(?:{sort})\b(?: [^\s,?]+){{0,3}}? (?:gì|nào)\b") for sort in _SORTS)
# Several of them, with no more than how they are, up to the end of the sentence.
_HOW = (
    r"(?:trọng tâm|cụ thể|chính|chủ yếu|cơ bản|quan trọng|nổi bật|lớn|sau đây|sau|cần(?: được)?"
    r"|(?:sớm )?(?:khắc phục|tháo gỡ|giải quyết|quan tâm)|nhất định|đáng chú ý|đáng kể|đáng ghi nhận|tích cực"
    r"|thiết thực|đồng bộ|nói trên|trên|yếu kém|quý|phải|trong thời gian (?:tới|qua)|thời gian tới|rất)"
)
_NOUN = rf"(?:{'|'.join(_SORTS)}|nguyên nhân|nội dung|phương hướng|việc)"
_SEVERAL = r"(?:một số|nhiều|không ít|những|các|hàng loạt|hai|ba|bốn|năm|sáu|bảy|tám|\d+)"


@lru_cache(maxsize=len(_SORTS))
def _announcing(sort: str) -> Spelt:
    beside = rf"(?:(?:,| và)? (?:{_NOUN}|{_HOW}))*"
    return Spelt(
        rf"\b{_SEVERAL} (?:(?:nhóm|vấn đề|điểm) )?(?:{_NOUN}(?:,| và)? )*(?:{sort})\b{beside}\s?[.…]?$"
    )


# What goes on with it; of deeds and aims the next sentence hardly does without such a word.
_GOES_ON = re.compile(
    r"^[\s\"“–+*•-]*(?:Đó là|Trong đó|Cụ thể|Gồm|Bao gồm|Một là|Thứ nhất|Trước (?:hết|tiên)|Như|Nhất là|Đặc biệt"
    r"|Nổi bật|Tiêu biểu|Điển hình|1[.)])"
)
# Here something else begins.
_NEXT_TOPIC = re.compile(
    r"^[\s\"“–-]*(?:(?:Trong )?[Tt]hời gian tới|Tại (?:hội nghị|cuộc họp|buổi)|Phát biểu|Kết luận|Trước (?:tình|thực)"
    r"|Để (?:khắc phục|tháo gỡ|giải quyết|thực hiện|nâng cao|đạt)|Về phương hướng|Phương hướng|Nhân dịp|Cũng tại)"
)


def announced_sort(question: str) -> Spelt | None:
    """What a sentence looks like that only announces what a question asks for; None for others."""
    for sort, asked in zip(_SORTS, _ASKED, strict=True):
        if asked.search(question):
            return _announcing(sort)
    return None


def announces(question: str, text: str) -> float:
    """Whether a text only announces what is asked for: "vẫn còn một số hạn chế."."""
    announcing = announced_sort(question)
    return ALONE if announcing and announcing.search(text.rstrip()) else 1.0


def with_what_follows(
    question: str, paragraph: Paragraph, found: list[Candidate]
) -> list[Candidate]:
    """For each candidate that only announces what is asked for one of what follows it."""
    announcing = announced_sort(question)
    if announcing is None:
        return []
    brought = []
    for candidate in found:
        if candidate.quote[1] > len(paragraph.text) or not announcing.search(
            candidate.text.rstrip()
        ):
            continue
        told = _following(paragraph, candidate.quote[1])
        if told is None:
            continue
        start, end = told
        text = paragraph.document.text[paragraph.start + start : paragraph.start + end]
        if announcing is not _announcing(_SORTS[0]) and not _GOES_ON.match(text):
            continue
        signs = {**candidate.signs, "announces": WITH_WHAT_FOLLOWS}
        score = candidate.score * WITH_WHAT_FOLLOWS / ALONE
        brought.append(
            replace(
                candidate,
                span=told,
                quote=(candidate.quote[0], end),
                text=" ".join(text.split()),
                score=score,
                signs=signs,
            )
        )
    return brought


def _following(paragraph: Paragraph, end: int) -> Span | None:
    """The sentences behind an offset of a paragraph, also of the next lines, counted from it."""
    document, first = paragraph.document, None
    lines = paragraphs(document, paragraph.start, min(paragraph.end + LONGEST, len(document.text)))
    until, taken = end, 0
    for line in lines:
        shift = line.start - paragraph.start
        for start, stop in line.sentences:
            if shift + start < end:
                continue
            topic = taken and _NEXT_TOPIC.match(line.text[start:stop])
            if taken == MOST or topic or shift + stop - end > LONGEST:
                return None if first is None else (first, until)
            first = shift + start if first is None else first
            until, taken = shift + stop, taken + 1
    return None if first is None else (first, until)
