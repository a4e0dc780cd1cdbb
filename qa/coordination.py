"""Words of a question coordinated with "và", "hay", "với": "cấp tỉnh, cấp huyện và cấp xã"."""

import re
from collections.abc import Sequence

from index.vietnamese import LOWER, UPPER, Span, fold
from qa.indicators import spoken
from qa.question import Question

_JOINT = r"\s(?:và|hay|hoặc|với|so với|còn)\s"
_WHICH = r"(?:tỉnh|nơi|bên|huyện|đơn vị|địa phương|cái|loại|cấp|ai|nhà mạng|doanh nghiệp|quận|xã|thành phố) nào"
# A coordinated phrase ends before these.
_END = (
    r"\s*(?:[,;:?.()]|$)|\s(?:là|của|ở|tại|năm|đạt|chiếm|có|được|lần lượt|mỗi|chênh|khác nhau|thế nào|trong|cho"
    rf"|theo|{_WHICH}|xếp|đứng|thì|ra sao|thay đổi|bao nhiêu|mấy|6 tháng|quý|từ|đến|so với|cùng)\b"
)
TYPES = frozenset("huyen xa phuong quan tp. tp thi thanh tinh so nganh cap".split())
_NAME_RUN = re.compile(
    rf"(?:[{LOWER}]+\.?\s(?:[{LOWER}]+\s)?)?[{UPPER}][^\s,;?]*(?:\s[{UPPER}][^\s,;?]*)*"
)
WORDS = 7


def conjuncts(question: Question) -> list[Span]:
    """The spans of words that are coordinated and asked about in turn; none if nothing is."""
    text, folded = question.text, fold(question.text)
    for joint in reversed(spoken(_JOINT, text, question.folded)):
        right = _right(question, joint.end())
        if right is None or right[1] - right[0] < 1:
            continue
        left = _left(text, folded, joint.start(), right)
        if left is not None:
            return [*_further(text, folded, left), left, right]
    return []


def _right(question: Question, start: int) -> Span | None:
    """The words behind a joint, up to where what is said of both begins."""
    text = question.text
    name = _NAME_RUN.match(text, start)
    if name:
        return start, start + len(name.group().rstrip(" ,;?."))
    ends = (match.start() for match in spoken(_END, text, question.folded))
    end = next((end for end in ends if end > start), len(text))
    return (start, end) if len(text[start:end].split()) <= WORDS else None


def _left(text: str, folded: str, end: int, right: Span) -> Span | None:
    """The words before the joint that are built like those behind it."""
    words = [match.span() for match in re.finditer(r"\S+", folded[:end])][-WORDS - 1 :]
    after = folded[slice(*right)].split()
    if not words or not after or folded[words[-1][1] - 1] in ",;:":
        return None
    if after[0].isdigit() and len(after) == 1:
        return words[-1] if folded[slice(*words[-1])].isdigit() else None
    for span in reversed(words):
        if folded[slice(*span)] == after[0]:
            return span[0], end
        if re.search(r"[,;:]", text[slice(*span)]):
            break
    named = any(word[:1].isupper() for word in text[slice(*right)].split())
    if named and text[words[-1][0]].isupper():
        return _name_before(text, folded, words, end)
    if folded[slice(*words[-1])] == after[-1] and len(words) >= len(after) > 1:
        return words[-len(after)][0], end
    return None


def _name_before(text: str, folded: str, words: Sequence[Span], end: int) -> Span:
    """The capitalised words before the joint with the type they carry: "TP. Long Xuyên"."""
    start = words[-1][0]
    for span in reversed(words):
        upper = text[span[0]].isupper()
        if "," in text[span[0] : end] or not (upper or folded[slice(*span)] in TYPES):
            break
        start = span[0]
        if not upper:
            break
    return start, end


def _further(text: str, folded: str, left: Span) -> list[Span]:
    """Items of the same build before the left one: "cấp tỉnh, cấp huyện và cấp xã"."""
    head = folded[slice(*left)].split()[0]
    upper = text[left[0]].isupper()
    found: list[Span] = []
    start = left[0]
    while comma := re.search(r",\s*$", text[:start]):
        words = [match.span() for match in re.finditer(r"\S+", folded[: comma.start()])][-WORDS:]
        same = [span for span in words if folded[slice(*span)] == head]
        if same:
            start = same[-1][0]
        elif upper and words and text[words[-1][0]].isupper():
            start = _name_before(text, folded, words, comma.start())[0]
        else:
            break
        found.insert(0, (start, comma.start()))
    return found
