"""Sentences that speak of a claim without affirming it, though they deny it in no word.

"Mỗi huyện dùng một cổng riêng" is excluded by "các huyện có một cổng dùng chung", "phần lớn" by "mới
chỉ 20%", "lần đầu" by "lần thứ hai", "bây giờ vẫn phải" by "trước đây phải". And a sentence that
says nothing of the one point that a claim turns on neither affirms nor denies it.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from index.vietnamese import UPPER, fold
from qa.claims.alternatives import is_another
from qa.claims.levels import of_another_level
from qa.claims.limits import is_not_only
from qa.claims.orders import is_turned_round
from qa.claims.polarity import is_negated
from qa.claims.ranges import begun_otherwise, deputy, narrower
from qa.claims.universals import falls_short
from qa.words.spelt import fold_pattern

# What a claim turns on, what says the same in a report, and what excludes it.
_EXCLUSIVE: tuple[tuple[str, str, str], ...] = (
    # "so với nhu cầu còn nhỏ" is not enough of it.
    (
        r"\bđủ (?:so với |cho |được )?(?:nhu cầu|yêu cầu)\b",
        r"(?<!không )(?<!chưa )\b(?:đủ|đầy đủ)\b",
        r"\b(?:nhu cầu|yêu cầu)\b.*\b(?:thiếu|(?:còn|vẫn|quá) (?:ít|nhỏ|thấp))\b|\b(?:không|chưa) (?:đủ|đáp ứng)\b",
    ),
    (
        r"riêng(?:\W*$| (?:cho|rẽ|lẻ|biệt)\b)|cho từng|mỗi (?:\w+ ){1,3}(?:một|dùng|có|làm)",
        r"riêng|từng|mỗi",
        r"dùng chung|thống nhất|(?:một|cùng) (?:\w+ ){1,4}chung|chung cho",
    ),
    (
        r"dùng chung|chung (?:một|cho)",
        r"chung|thống nhất|duy nhất|liên thông",
        r"riêng (?:cho|rẽ|lẻ|biệt|của)|riêng(?=\s*(?:[,;.]|$))|mỗi (?:\w+ ){1,3}một",
    ),
    (r"bắt buộc|buộc phải", r"bắt buộc|buộc|phải", r"tự nguyện|khuyến khích|tùy chọn"),
    (r"từ lâu|lâu nay", r"từ lâu|lâu nay|nhiều năm", r"bắt đầu|mới|vừa|lần đầu"),
    (r"cấp phó", r"cấp phó|phó", r"người đứng đầu|thủ trưởng|cấp trưởng"),
    (
        r"(?:trên|khắp|ở|cho) (?:phạm vi )?toàn (?:tỉnh|huyện|quốc)",
        r"toàn|khắp|cả nước|cả tỉnh|mọi|tất cả|100\s?%|\d+/\d+",
        r"thí điểm",
    ),
    (r"tự nguyện", r"tự nguyện|tình nguyện|khuyến khích", r"bắt buộc|buộc phải"),
    (
        r"ủng hộ|đồng tình|tán thành",
        r"(?<!không )(?:ủng hộ|đồng tình|tán thành|đồng ý|nhất trí|hoan nghênh|chia sẻ)",
        r"không nên|không để|phản đối|không (?:đồng ý|ủng hộ|tán thành)|(?:yêu cầu|đề nghị) (?:dừng|chấm dứt)",
    ),
    (
        r"phản đối|chống lại",
        r"phản đối|chống lại|không (?:nên|để|đồng ý|ủng hộ|tán thành)|bác",
        r"ủng hộ|đồng tình|tán thành|đồng ý|nhất trí",
    ),
)
_ORDINAL = r"\blần (?:thứ )?(?P<nth>đầu|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|\d+)\b"
_CLAIMS_ORDINAL = (
    rf"\blần đầu\b|\blà {_ORDINAL}|{_ORDINAL}(?= (?:được|tổ chức|liên tiếp|diễn ra))".replace(
        "(?P<nth>", "(?:"
    )
)
_FIRST = frozenset({"dau", "nhat", "1"})
_NOT_FIRST = r"\b(?:không|chưa|chẳng) phải (?:là )?lần đầu|\b(?:đã từng|trước đây từng|nhiều lần)\b"
_BEFORE = r"\b(?:đã từng|nhiều lần|không phải (?:là )?lần đầu|(?:trước đây|trước đó) (?:đã|cũng))\b"
# A number behind these tells one of several apart.
_LABEL = re.compile(
    r"\b(?P<of>khoa|lop|dot|vong|nhom|hang|loai|cap do|muc do|quy|quan|phuong|tuyen|dieu|khoan|chuong)"
    r"(?: thu)? (?P<number>\d+(?:(?:,| va| den|-) ?\d+)*)(?![\d.,]*\d|%)"
)
_STILL = r"\b(?:có còn|hiện còn|vẫn còn)\b"
_SAYS_STILL = r"\b(?:còn|vẫn|tiếp tục|duy trì|giữ lại|bỏ|dừng|ngừng|chấm dứt|hết|không|chưa|đã|thay thế|hủy|huỷ)\b"
_SOME_NOT = (
    r"\b(?:có(?: những| một số| vài)?|một số|nhiều|không ít|vài) (?:\w+ ){1,3}(?:không|chưa)\b"
    r"|\bkhông phải (?:tất cả|mọi|toàn bộ|ai cũng|\w+(?: \w+)? nào cũng)\b"
)
_ALL = r"\b(?:tất cả|toàn bộ|mọi)\b"
_WAY = re.compile(r"\b(?:(?P<gained>tang|them|nang)|giam|bot|ha)(?:\s[^,;.\d]{0,40})?\s$")
_NOW = r"\b(?:bây giờ|hiện nay|hiện tại|vẫn|giờ đây|lúc này|hiện (?:đang|có|còn|vẫn))\b"
_THEN = r"\b(?:trước đây|trước kia|ngày trước|hồi trước|thời trước)\b"
_SINCE = r"\b(?:nay|bây giờ|giờ đây|giờ thì|giờ|hiện (?:tại|đã|đang|có)|vẫn|nhưng)\b"
_NOT = r"\b(?:không|chưa|chẳng)\b"
_THAN = r"\b(?:cao|thấp|nhiều|ít|lớn|nhỏ|nhanh|chậm|tốt|kém|đắt|rẻ|đông) hơn\b"
_SAYS_THAN = r"\b(?:hơn|so với|vượt|kém|gấp|thua|dẫn đầu|nhất|xếp)\b"
_REASON = r"\bvì\s(?P<why>[^,;.]+)"
_EMPTY = frozenset("khong chua co bi duoc da dang se qua con".split())
# Less than this share of the words of a reason is another reason.
SAME_REASON = 0.5
# A first word has a capital whatever it is; two are a name.
_NAME = rf"[{UPPER}][^\s,;:()?]*(?:\s[{UPPER}][^\s,;:()?]*)+"
_CLAUSES = re.compile(r"[;,]\s+|\s(?:còn|trong khi)\s")
# A clause is told of the name among its first words.
_OWNER = re.compile(rf"\W*(?:\w+\.?\s){{0,2}}?(?P<name>{_NAME})")
OWN_WORDS, ENOUGH = 3, 0.8


def contradicts(claim: str, told: str) -> bool | None:
    """Whether a sentence says what excludes a claim; None where it does not speak of the point
    that the claim turns on. Of a claim that denies something only its
    reason, its order and its level are looked at."""
    silent = False
    for aspect in _OF_DENIALS if is_negated(claim) else _ASPECTS:
        found = aspect(claim, told)
        if found:
            return True
        silent = silent or found is None
    return None if silent else False


def turned(claim: str, claimed_at: int, told: str, told_at: int) -> bool:
    """Whether of two figures one is said to be gained and the other to be lost."""
    one, other = _way(claim[:claimed_at]), _way(told[:told_at])
    return bool(one and other and one != other)


def _way(before: str) -> str:
    """Whether a figure behind this is gained or lost, empty where neither is said."""
    found = _WAY.search(fold(before))
    return "" if found is None else "gained" if found["gained"] else "lost"


def _exclusive(claim: str, told: str) -> bool | None:
    silent = False
    for claimed, same, other in _EXCLUSIVE:
        if _find(claimed, claim) and not _find(same, told):
            if _find(other, told):
                return True
            silent = True
    return None if silent else False


def _ordinal(claim: str, told: str) -> bool | None:
    claimed = _find(_CLAIMS_ORDINAL, claim)
    if claimed is None:
        return False
    one, others = _ordinals(claimed.group()), _ordinals(told)
    if one & _FIRST and _find(_NOT_FIRST, told):
        return True
    if not others:
        return None if one & _FIRST else False
    return not (one & others or (one & _FIRST and others & _FIRST))


def _ordinals(text: str) -> set[str]:
    rule = _rule(_ORDINAL, text.isascii())
    return {fold(match["nth"]) for match in rule.finditer(text.lower())}


def _before(claim: str, told: str) -> bool | None:
    """ "Đã nhiều lần làm" where "đây là lần đầu"."""
    if not _find(_BEFORE, claim) or _find(_NOT_FIRST, told):
        return False
    return bool(_ordinals(told) & _FIRST and _find(r"lần (?:đầu|thứ nhất)", told))


def _still(claim: str, told: str) -> bool | None:
    """ "Có còn phạt không": a sentence that says no word of lasting or ending tells nothing of it."""
    return None if _find(_STILL, claim) and not _find(_SAYS_STILL, told) else False


def _some(claim: str, told: str) -> bool | None:
    """ "Mọi dự án đều trình" where "có dự án không cần trình"."""
    return bool(_find(_ALL, claim) and _find(_SOME_NOT, told))


def _labelled(claim: str, told: str) -> bool | None:
    """Of "khóa 2016" what is told of "khóa 2017" says nothing."""
    claimed, others = _numbers(claim), _numbers(told)
    return (
        None
        if any(
            others.get(of, numbers) - numbers == others.get(of, numbers) and others.get(of)
            for of, numbers in claimed.items()
        )
        else False
    )


def _numbers(text: str) -> dict[str, set[str]]:
    """The numbers behind each of the words that a number tells apart."""
    found: dict[str, set[str]] = {}
    for match in _LABEL.finditer(fold(text)):
        found.setdefault(match["of"], set()).update(re.findall(r"\d+", match["number"]))
    return found


def _of_before(claim: str, told: str) -> bool | None:
    if _find(_THEN, claim) or not _find(_THEN, told) or _find(_SINCE, told):
        return False
    return True if _find(_NOW, claim) and not _find(_NOT, told) else None


def _compared(claim: str, told: str) -> bool | None:
    return None if _find(_THAN, claim) and not _find(_SAYS_THAN, told) else False


def _reason(claim: str, told: str) -> bool | None:
    claimed, given = _find(_REASON, claim), _find(_REASON, told)
    if not claimed or not given:
        return False
    words = set(fold(claimed["why"]).split()) - _EMPTY
    shared = words & set(re.findall(r"\w+", fold(given["why"])))
    return None if len(shared) < SAME_REASON * len(words) else False


def _of_another(claim: str, told: str) -> bool | None:
    """ "A làm thứ hai" where "A làm thứ ba, B làm thứ hai": the words stand in what is told of B."""
    named = re.match(rf"\W*(?P<name>{_NAME})", claim)
    clauses = _CLAUSES.split(told)
    if named is None or len(clauses) < 2:
        return False
    who = " ".join(fold(named["name"]).split()[-2:])
    words = re.findall(r"\w+", fold(claim[named.end() :]))
    if len(words) < OWN_WORDS or who not in fold(told):
        return False
    held = [_held(words, fold(clause)) for clause in clauses]
    best = max(range(len(clauses)), key=lambda at: held[at])
    owner = _OWNER.match(clauses[best])
    if owner is None or held[best] < ENOUGH or who in fold(clauses[best]):
        return False
    mine = [at for at, clause in enumerate(clauses) if who in fold(clause)]
    return len(mine) == 1 and mine[0] < best and 0 < held[mine[0]] < held[best]


def _held(words: list[str], clause: str) -> float:
    said = set(re.findall(r"\w+", clause))
    return sum(word in said for word in words) / len(words)


_ASPECTS: tuple[Callable[[str, str], bool | None], ...] = (
    _exclusive,
    _ordinal,
    _before,
    _labelled,
    _still,
    _some,
    falls_short,
    _of_before,
    is_not_only,
    is_another,
    is_turned_round,
    of_another_level,
    _compared,
    _reason,
    narrower,
    begun_otherwise,
    deputy,
    _of_another,
)

# What is looked at in a claim that denies something.
_OF_DENIALS = (_reason, is_turned_round, of_another_level)


def _find(rule: str, text: str) -> re.Match[str] | None:
    # A claim may be typed without accents.
    return _rule(rule, text.isascii()).search(text)


@lru_cache(maxsize=128)
def _rule(rule: str, folded: bool) -> re.Pattern[str]:
    bounded = rf"\b(?:{rule})"
    return re.compile(fold_pattern(bounded) if folded else bounded, re.IGNORECASE)
