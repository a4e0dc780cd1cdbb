"""Words of a question coordinated with "và", "hay", "với": "cấp tỉnh, cấp huyện và cấp xã"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from index.vietnamese import LOWER, UPPER, Span, fold
from qa.questions.indicators import spoken
from qa.questions.question import Question
from qa.texts.organizations import organizations

_JOINT = r"\s(?:và|hay|hoặc|với|so với|còn)\s"
_OR = r"\s(?:hay|hoặc)\s"
_WHICH = r"(?:tỉnh|nơi|bên|huyện|đơn vị|địa phương|cái|loại|cấp|ai|nhà mạng|doanh nghiệp|quận|xã|thành phố) nào"
# A coordinated phrase ends before these.
_END = (
    r"\s*(?:[,;:?.()]|$)|\s(?:là|của|ở|tại|năm|đạt|chiếm|có|được|lần lượt|mỗi|chênh|khác nhau|thế nào|trong|cho"
    r"|theo|(?:cao|thấp|nhiều|ít|lớn|nhỏ|tốt|kém|nhanh|chậm|đông)(?: \w+){0,2}? hơn"
    rf"|{_WHICH}|xếp|đứng|thì|lại(?= (?:được|là|có|bao|mấy)\b)|ra sao"
    r"|thay đổi|bao nhiêu|mấy|6 tháng|quý|từ|đến|so với|cùng)\b"
)
# A document told by its number: "Kế hoạch số 59", "Nghị quyết 09-NQ/TU".
DOCUMENT = (
    r"\b(?:kế hoạch|nghị quyết|quyết định|chỉ thị|đề án|thông tư|nghị định|công văn|thông báo|chương trình)"
    r" (?:số )?\d[\w/-]*"
)
TYPES = frozenset("huyen xa phuong quan tp. tp thi thanh tinh so nganh cap".split())
# Behind these one item may be a pair itself: "cấp tỉnh, huyện và cấp xã".
_HEADS = TYPES | frozenset("ve cho cua o tai trong thuoc khoi nhom".split())
# One or some of several told by their numbers: "khối 1", "các khối 2 đến 4".
_NUMBERED = (
    r"^(?:(?:các|những|từ) )?(?P<named>(?P<of>lớp|khối|nhóm|quý|tháng|bậc|mức|tuyến|khoản|đợt|vòng) \d+"
    r"(?:\s?(?:đến|tới|-|–)\s?(?:(?P=of) )?\d+)?)(?!\S*\d)"
)
_ASKED = re.compile(r"\b(?:nào|nao)\b")
_NAME_RUN = re.compile(
    rf"(?:[{LOWER}]+\.?\s(?:[{LOWER}]+\s)?)?[{UPPER}][^\s,;?]*(?:\s[{UPPER}][^\s,;?]*)*"
)
# A comma inside these parts nothing.
_PAIRED = re.compile(r"(?:bộ|bo|sở|so|ban|tỉnh|tinh), (?:ngành|nganh|thành|thanh)\b")
# What opens a question and only says where.
_OPENING = re.compile(r"\W*(?:trong|ở|tại|theo|với|o|tai|voi)\s", re.IGNORECASE)
# So many words may end two names alike.
WORDS, TAIL = 9, 3


def conjuncts(question: Question) -> list[Span]:
    """The spans of words that are coordinated and asked about in turn; none if nothing is."""
    text = question.text
    folded = fold(text) if question.folded else text.lower()
    if choices := _behind_colon(question):
        return choices
    for joint in reversed(spoken(_JOINT, text, question.folded)):
        right = _right(question, joint.end())
        if right is None or right[1] - right[0] < 1:
            continue
        if whole := _alike(question, folded, joint.span(), right):
            left, right = whole
            return [*_further(text, folded, left), left, right]
        before = _left(text, folded, joint.start(), right)
        if before is not None:
            return [*_further(text, folded, before), before, right]
    return []


def _behind_colon(question: Question) -> list[Span]:
    """What a question lets choose from at its end: "nhóm nào ít nhất: phụ nữ, trẻ tuổi hay tái cử?"."""
    text = question.text
    start = text.rfind(": ") + 2
    end = len(text.rstrip(" ?."))
    last = [m for m in spoken(_OR, text, question.folded) if m.start() >= start]
    if start < 2 or len(last) != 1 or question.focus[1] > start:
        return []
    marks = [start, *(m.end() for m in re.finditer(r", ", text[:end]) if m.start() > start)]
    edges = [*sorted({*marks, last[0].end()}), end + 2]
    spans = [(one, other) for one, other in pairwise(edges)]
    found = [
        (one, one + len(text[one:other].rstrip(" ,?.").removesuffix(" hay").removesuffix(" hoặc")))
        for one, other in spans
    ]
    short = all(0 < len(text[slice(*span)].split()) <= WORDS for span in found)
    return found if short else []


def _alike(question: Question, folded: str, joint: Span, right: Span) -> tuple[Span, Span] | None:
    """Both sides of a joint where they are built alike to the last word: two organisations,
    "Bạch Mai cơ sở 2 và Việt Đức cơ sở 2", "nội thành và ngoại thành"."""
    text = question.text
    bodies = [one.span for one in organizations(text)]
    before = [span for span in bodies if span[1] == joint[0]]
    behind = [span for span in bodies if span[0] == joint[1]]
    if behind and (before or text[: joint[0]].split()[-1:][0].isupper()):
        start = before[0][0] if before else joint[0] - len(text[: joint[0]].split()[-1])
        return (start, joint[0]), behind[0]
    words = [match.span() for match in re.finditer(r"[^\s,;:?]+", folded)]
    ahead = [span for span in words if span[1] <= joint[0]]
    after = [span for span in words if span[0] >= joint[1]]
    names = [span for span in after if right[0] <= span[0] < right[1]]
    for many in range(min(TAIL, len(ahead) - 1), 0, -1):
        tail = [folded[slice(*span)] for span in ahead[-many:]]
        first = len(names)
        if text[right[0]].isupper() and tail == [
            folded[slice(*span)] for span in after[first : first + many]
        ]:
            name = ahead[-many - 1]
            if text[name[0]].isupper():
                left = _name_before(text, folded, ahead[:-many], joint[0])
                return left, (right[0], after[first + many - 1][1])
    last = folded[slice(*ahead[-1])] if ahead else ""
    for at, span in enumerate(names[:-1]):
        if at and folded[slice(*span)] == last and len(ahead) > at and text[span[0]].islower():
            return (ahead[-at - 1][0], joint[0]), (right[0], span[1])
    return None


def _right(question: Question, start: int) -> Span | None:
    """The words behind a joint, up to where what is said of both begins."""
    text = question.text
    if numbered := spoken(rf"^{DOCUMENT}", text[start:], question.folded):
        return start, start + numbered[0].end()
    if several := spoken(_NUMBERED, text[start:], question.folded):
        return start + several[0].start("named"), start + several[0].end("named")
    body = next((one.span for one in organizations(text) if one.span[0] == start), None)
    if body:
        return body
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
    paused = False
    for span in reversed(words):
        # "địa chỉ số và số hộ": the last word alone is no number of anything.
        alone = span == words[-1] and len(after) > 1
        if folded[slice(*span)] == after[0] and not alone:
            return span[0], end
        mark = re.search(r"[,;:]", text[slice(*span)])
        if mark and not _PAIRED.match(folded, span[0]):
            # "về chế độ, chính sách hay về thủ tục": a pair inside the first of the two.
            if paused or mark.group() != "," or fold(after[0]) not in _HEADS:
                break
            paused = True
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
    many = len(text[slice(*left)].split())
    found: list[Span] = []
    start = left[0]
    while comma := re.search(r",\s*$", text[:start]):
        words = [match.span() for match in re.finditer(r"\S+", folded[: comma.start()])][-WORDS:]
        # "khối nào cao hơn, khối 1 hay khối 2": what asks for one is none of them.
        if _ASKED.search(folded, words[0][0] if words else 0, comma.start()):
            break
        same = [span for span in words if folded[slice(*span)] == head]
        if same and _is_in_opening(text[: comma.start()], same[-1][0], many):
            break
        if same:
            start = same[-1][0]
        elif upper and words and text[words[-1][0]].isupper():
            start = _name_before(text, folded, words, comma.start())[0]
        else:
            break
        found.insert(0, (start, comma.start()))
    return found


def _is_in_opening(said: str, start: int, words: int) -> bool:
    """Whether an item of more words than the one behind it is of what only says where it is: "Trong
    đàn voi của ông A, voi đực hay voi cái"."""
    return "," not in said and bool(_OPENING.match(said)) and len(said[start:].split()) > words + 1
