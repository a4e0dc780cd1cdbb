"""What is spoken of beside a figure or an extreme: the subject's words, without what is said."""

import re

from index.vietnamese import UPPER, Span
from qa.texts.figures import figures
from qa.texts.paragraph import Paragraph

# What is said of a subject begins at these.
_PREDICATE = re.compile(
    r"\s(?:đạt|có|là|xếp|đứng|chiếm|đầu tư|được|cấp|giao|chỉ|mới|tăng|giảm|với|đã|sẽ|vẫn|còn|dẫn|bị|cũng|vượt|ở mức"
    r"|hoàn thành|thu|bán|trị giá|cao|thấp|ít|nhiều|lớn|nhỏ|luôn|hiện|ước)\b"
)
_OPENING = re.compile(
    r"^\s*(?:trong đó|riêng|nhất là|ở|tại|với|đối với|và|còn|trong khi|tuy nhiên|ngược lại|nhưng|kế đến|tiếp đến"
    r"|tiếp theo|sau đó|gồm|bao gồm)\b(?:\s+là\b)?[\s:,]*"
)
_BREAK = re.compile(r"[,;:.|“”\"]\s|[;|]|\s(?:và|còn|trong khi|nhưng)\s")
# A verb of leading names what leads at once; an adjective may say first in what it is meant.
_BEHIND = re.compile(r"^[^,;.:()]{0,90}?\s(?:là|gồm)\s+(?P<named>[^,;.()|]+)")
_BEHIND_END = re.compile(
    r"\s(?:với|đạt|cũng|chỉ|trị giá|do|vì|nhưng|khi|chiếm|được|trong khi|hơn|khoảng)\b"
)
# "A (15%), B (13%) và C (11%)": several are called so at once.
ROW = re.compile(rf"\s*\([^)]*\)\s*(?:,|và\b)\s*[{UPPER}][^,;(]{{0,40}}\(")
_OF = re.compile(r" (?:ở|của|tại|thuộc)\s+(?P<named>[^,;.()|]+?)(?=[,;.()|]|\sva\s|\svà\s|$)")
LONGEST = 80


def subject_behind(paragraph: Paragraph, span: Span, *, at_once: bool = False) -> Span | None:
    """ "… quan trọng nhất … là | bản vẽ thiết kế |"; none of a row ("là A (3%), B (2%)")."""
    said = paragraph.text[slice(*span)].lower()
    match = _BEHIND.match(said)
    if (
        match is None
        or "nhất" in said[: match.start("named")]
        or ROW.match(paragraph.text, span[0] + match.end())
    ):
        return None
    linked = said[: match.start("named")].strip()
    if (at_once and linked != "là") or "lần lượt" in linked:
        return None
    start, end = match.span("named")
    cut = _BEHIND_END.search(said, start, end)
    return _trimmed(paragraph, span[0] + start, span[0] + (cut.start() if cut else end))


def subject_before(paragraph: Paragraph, span: Span) -> Span | None:
    """ "| kinh tế số | xếp hạng 45, vẫn là trụ cột yếu nhất": the nearest subject before."""
    text = paragraph.text[slice(*span)].lower()
    said = re.sub(r"\([^)]*\)", lambda m: " " * len(m.group()), text)
    end = len(said)
    for found in [*reversed(list(_BREAK.finditer(said))), None]:
        start = found.end() if found else 0
        opening = _OPENING.match(said[start:end])
        head = start + opening.end() if opening else start
        # A predicate at the very head of a segment has its subject further to the left.
        # "Sở Kế hoạch và Đầu tư": what is written in capitals is part of a name.
        written = paragraph.text[span[0] + head : span[0] + end]
        cut = next(
            (
                m
                for m in _PREDICATE.finditer(" " + said[head:end])
                if not written[m.start()].isupper()
            ),
            None,
        )
        stop = head + cut.start() if cut else end
        named = _trimmed(paragraph, span[0] + head, span[0] + max(head, stop))
        if named:
            return named
        end = found.start() if found else 0
    return None


def label_of_figure(paragraph: Paragraph, span: Span) -> str:
    """What a figure is said of: the row's head, or the subject beside it."""
    text = paragraph.text
    if paragraph.header:
        return text.split("|")[0].strip()
    behind = _OF.match(text[span[1] :])
    if behind:
        return behind["named"]
    start = paragraph.sentence_at(span[0])[0]
    named = subject_before(paragraph, (start, span[0]))
    others = [f.whole[0] for f in figures(paragraph) if f.whole[1] <= span[0]]
    if named is None or any(named[0] < other < named[1] for other in others):
        return ""
    return text[slice(*named)]


def _trimmed(paragraph: Paragraph, start: int, end: int) -> Span | None:
    text = paragraph.text
    while start < end and text[start] in ' ,;:-–|“"':
        start += 1
    while start < end and text[end - 1] in ' ,;:.-–|”"':
        end -= 1
    return (start, end) if 2 <= end - start <= LONGEST else None
