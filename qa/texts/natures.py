"""How a figure is meant: achieved, aimed at, exceeded by, changed by, or of before."""

import re
from collections.abc import Sequence

from index.vietnamese import Span, fold
from qa.words.spelt import Spelt

# How a figure is meant, by the words before it in its segment.
_TARGET = re.compile(
    r"\b(?:muc tieu|chi tieu|phan dau|phai dat|phai dua|can dat|dat muc tieu|yeu cau(?!\W*\))|du kien"
    r"|ke hoach|huong toi|(?:chi tieu|muc tieu)(?: [a-z]+){1,3} dat ra|con so dat ra"
    r"|chua (?:cham|dat|toi) (?:moc|nguong)|dich den(?: cua(?: [a-z]+){1,4}?)?)"
    r"(?:\W+(?:la|dat|tren|tu|it nhat|toi thieu|khoang|hon|den|nam|20\d\d|can|phai|giao|de ra"
    r"|dat ra|cua|tinh|ca|het|duoi))*\W*$"
)
_TARGET_OPENING = re.compile(
    r"^\W*(?:phan dau|muc tieu|dat muc tieu|den (?:het )?nam 20\d\d\s*,?\s*"
    r"(?:phan dau|tinh|100%|\d|co\b(?! quan| so)|ty le|muc)|trong do\W+phan dau)"
)
_PUSH = re.compile(
    r"\b(?:phan dau|dat muc tieu|de ra muc tieu|muc tieu (?:den|la|dat|nang|dua|tang|giam|phu)"
    r"|phai dat|phai dua|phai nang)\b"
)
_EXCEEDED = re.compile(
    r"\bvuot(?: xa| qua| ca)?"
    r"(?: (?:so voi )?(?:muc tieu|ke hoach|chi tieu|muc|quy hoach|du bao|du tinh))?(?: de ra| duoc giao)?\W*$"
)
_CHANGE = re.compile(
    r"\b(?:tang|giam|cai thien|nhich)(?: them| len)?(?: so voi [^,]*?)?\W*$"
    r"|\b(?:tang|giam) (?:(?!con\b|xuong\b|len\b|tu\b|dat\b|la\b|truong\b|tren\b|duoi\b)[a-z]+ ){1,3}$"
)
# "cao hơn so với dự kiến ban đầu 63 điều kiện": by so many.
_MORE_THAN = Spelt(
    r"\b(?:cao|thấp|nhiều|ít|lớn|đông|tăng|giảm) hơn(?: so với)?(?: (?:mức|con số|số))?"
    r" (?:dự kiến|dự tính|ban đầu|cùng kỳ|trước đây|năm (?:trước|ngoái)|kỳ trước|tháng trước|quý trước)(?: ban đầu)?"
    r"(?: năm (?:trước|ngoái))?(?: (?:hơn|gần|khoảng|tới|đến|những))?\s$"
)
_FROM = re.compile(r"\btu(?: muc| hang| thu| vi tri)?\s*$")
# "giảm so với 16,9% năm 2022"; "128 cơ sở với" is none.
_BASE = re.compile(r"(?<!\bco )\bso voi(?: muc| con so| ty le)?\s*$")
_INSTEAD = re.compile(r"\bthay (?:vi|cho)(?: muc| con so)?\s*$")
# "đạt 39,9%, tăng từ 22,5%": what it was; "tăng từ 5 đến 10%" is a range.
_RISEN_FROM = Spelt(
    r"\d[^;]*?\b(?:tăng|giảm|hạ|rút|nhích|cải thiện|lên|xuống)(?: mạnh| nhẹ| vọt| hẳn| dần| lên| xuống)?"
    r" từ(?: mức| con số)?\s*$"
)
_RANGE = Spelt(r"\s?(?:[-–]|đến\b|tới\b)")
_TO = Spelt(r"\W*(?:(?!trở\b)[^\W\d_]+\s+){0,3}?(?:xuống|lên|thành|còn)\b")
# Aims by other names, where other accents make other words: "đích đến 2025 là 38", "nhắm tới 1 triệu ha".
_OTHER_AIM = Spelt(
    r"\b(?:(?<!mục )đích(?: đến)?|(?<!vào )nhắm(?: tới| đến)?|ngắm(?: tới| đến)?|đặt(?: ra)? mốc|đề ra mốc"
    r"|(?:muốn|quyết tâm)(?: [^\s,;.]+){0,3}? (?:nâng|đưa|kéo|rút|hạ|giảm|tăng)"
    r"(?: [^\s,;.\d]+){0,4}? (?:lên|xuống|còn|tới|đến))"
    r"(?:[ (]+(?:là|đạt|trên|dưới|từ|ít nhất|khoảng|hơn|đến|tới|năm|20\d\d|của|cho|cả|vào|nay|này|sau|thứ hai))*[ (]+$"
)
_OTHER_AIMS = ("dich", "nham", "ngam", " moc", "muon", "quyet tam")
# "con số 98% đề ra".
_SET_BEFORE = re.compile(r"\b(?:con so|muc|moc|nguong)\s*$")
_SET_BEHIND = Spelt(r"\s(?:mà |do |như )?(?:[^\s,;.]+ ){0,2}?(?:đề ra|đặt ra)\b")
# "chỉ tiêu đến hết năm 2024 là kích hoạt 90% tài khoản, đăng ký xe 75%": each is a target.
_LISTED_TARGETS = re.compile(
    r"\b(?:chi tieu|muc tieu|ke hoach)\b(?:(?!\b(?:dat|da|duoc|vuot|nhung|song|thuc te|trong khi|den nay)\b)[^;:.])*?"
    r"(?:\bla\b|:)(?:(?!\b(?:da|thuc te|nhung|song|trong khi|den nay|hien|vuot|ket qua)\b)[^.;])*$"
)
# "năm 2026 phải đạt: hồ sơ trực tuyến 85%; thanh toán trực tuyến 80%": each is a target.
_TARGETS_HEAD = re.compile(
    r"\b(?:phai dat|phan dau(?: dat)?|muc tieu(?: cu the| chinh)?"
    r"(?: (?:den |toi |cua )?(?:het )?(?:nam )?20\d\d)?)\s?:"
    r"(?:(?!\b(?:da|moi|thuc te|nhung|song|trong khi|den nay|hien|nay|vuot|ket qua|so voi)\b)[^.:]|\.(?=\d))*$"
)
# "đặt mục tiêu đến năm 2023 đạt 40%; đến năm 2025 đạt 70%".
_NEXT_TARGET = re.compile(r"^\W*(?:va )?(?:den|toi) (?:het |cuoi )?nam 20\d\d\b")
_COUNTED_TARGETS = re.compile(r"^\s*(?:muc tieu|chi tieu|nhiem vu)\b")
_CHANGE_INSIDE = re.compile(r"^\s*(?:tang|giam)\b")


# Of each pattern the words that one of it holds: looking for these first is ten times quicker.
_CHANGING = ("tang", "giam", "cai thien", "nhich")
_AIMING = (
    *("muc tieu", "chi tieu", "ke hoach", "phan dau", "phai ", "can dat", "yeu cau", "du kien"),
    *("huong toi", "den nam 20", "den het nam 20", "dat ra", "chua ", "dich den"),
)
_FROM_LENGTH, _INSTEAD_LENGTH, _BASE_LENGTH = 16, 24, 20
# Words that fold to "tang" and "giam" and tell of no change.
_LIKE_CHANGING = re.compile(r"\b(?:t[àáảãạâầấẩẫậằắẳẵặ]ng|gi[áàãạâấ]m)\b")


def nature_of(text: str, folded: str, span: Span, sentence: Span, unit: str) -> str:
    """How the figure at a span is meant, see `qa.texts.figures.Figure`; `folded` is the text without
    accents."""
    left = folded[sentence[0] : span[0]]
    cut = max(left.rfind(mark) for mark in (";", "(", "…"))
    bracketed = left.rfind("(") > left.rfind(")")
    clause = left[cut + 1 :]
    segment = clause[clause.rfind(", ") + 1 :]
    if _COUNTED_TARGETS.match(folded[span[1] : span[1] + 14]):
        return "achieved"
    if "vuot" in segment and _EXCEEDED.search(segment):
        return "exceeded"
    from_here = _FROM.search(segment, max(0, len(segment) - _FROM_LENGTH))
    if from_here and _TO.match(text, span[1], span[1] + 40):
        return "previous"
    if (
        from_here
        and _RISEN_FROM.search(text, sentence[0], span[0])
        and not _RANGE.match(text, span[1])
    ):
        return "previous"
    if _INSTEAD.search(segment, max(0, len(segment) - _INSTEAD_LENGTH)):
        return "previous"
    if _BASE.search(segment, max(0, len(segment) - _BASE_LENGTH)) and unit not in ("bac", "lan"):
        return "target" if _is_set(text, span, sentence, clause) else "previous"
    # "hạ tầng", "trao tặng", "giám sát" have other accents.
    if _holds(segment, _CHANGING):
        spelt = text[span[0] - len(segment) : span[0]]
        segment = _LIKE_CHANGING.sub(lambda found: "~" * len(found.group()), spelt.lower())
        segment = fold(segment)
        clause = clause[: len(clause) - len(segment)] + segment
    if (
        unit in ("bac", "lan")
        or (_holds(segment, _CHANGING) and _CHANGE.search(segment))
        or (bracketed and _CHANGE_INSIDE.match(clause))
    ):
        return "change"
    if " hon " in segment and _MORE_THAN.search(text, span[0] - len(segment), span[0]):
        return "change"
    if _holds(left, _AIMING) and _is_target(left, clause, segment):
        return "target"
    return "target" if _is_set(text, span, sentence, clause) else "achieved"


def _holds(text: str, words: Sequence[str]) -> bool:
    return any(map(text.__contains__, words))


def _is_set(text: str, span: Span, sentence: Span, clause: str) -> bool:
    """Whether other words than those for targets tell of a figure as aimed at."""
    near = clause[-60:]
    if _holds(near, _OTHER_AIMS) and _OTHER_AIM.search(
        text, max(sentence[0], span[0] - 60), span[0]
    ):
        return True
    return _SET_BEFORE.search(near) is not None and _SET_BEHIND.match(text, span[1]) is not None


def _is_target(left: str, clause: str, segment: str) -> bool:
    if _TARGET.search(segment):
        return True
    if left.rfind("(") > left.rfind(")"):
        return False
    if _NEXT_TARGET.match(clause) and _PUSH.search(left):
        return True
    return bool(
        (":" in left and _TARGETS_HEAD.search(left))
        or _LISTED_TARGETS.search(clause)
        or _TARGET_OPENING.match(left)
        or _PUSH.search(clause)
    )
