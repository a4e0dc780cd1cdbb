"""What kind of figure a number is by the unit behind it: score, money, steps or count."""

import re

from qa.words.spelt import Spelt, is_spelt

_SCORE = re.compile(
    r"^\s*(?:/\s*\d+\s*)?(?P<unit>diem)\b(?!\s*(?:cau|cap|den|ban|phan tram|%|truong|thi|tham quan|du lich|lap|wifi"
    r"|ngap|un tac|sat lo|tap ket|thu phi))"
)
_MONEY = re.compile(
    r"^\s*(?P<unit>(?:(?:nghin|ngan|trieu) (?:ty|ti)|nghin|ngan|trieu|ty|ti)?\s*"
    r"(?:dong|usd|do la|vnd|vnđ|euro|eur)\b|(?:(?:nghin|ngan|trieu) )?(?:ty|ti)\b)"
)
_SCALE = re.compile(r"^\s*(?P<unit>nghin|ngan|trieu|ty|ti)\b")
_STEPS = re.compile(r"^\s*(?P<unit>bac|lan)\b")
_KINDS = (("score", _SCORE), ("money", _MONEY), ("steps", _STEPS), ("count", _SCALE))
# The words of units: found without their accents they may be others, "250 bác sĩ", "5 ngân hàng".
_SPELT = frozenset("nghìn ngàn triệu tỷ tỉ đồng usd đô la vnd vnđ euro eur bậc lần điểm".split())
# Words of two syllables that begin as a unit does: "12 đồng hồ", but "50.000 đồng hồ sơ".
_LONGER = re.compile(
    r"(?:đồng (?:chí|bào|hồ(?! sơ)|đội|nghiệp|phạm|tác giả|chủ|loạt|bộ|ruộng|cỏ|lúa|sáng lập)"
    r"|(?:tỷ|tỉ) (?:lệ|phú|số|suất|trọng|giá))(?!\w)"
)
# What the words of scale in a folded unit multiply by.
SCALES = {"nghin": 10**3, "ngan": 10**3, "trieu": 10**6, "ty": 10**9, "ti": 10**9}
# What a count is measured in, and of it lengths of time.
_MEASURES = Spelt(
    r"\s?(?:giờ|phút|giây|ngày|tháng|năm|tuần|tuổi|[kcm]?m[²³23]|[kcm]?m|mét|ha|[km]?g|tấn|tạ|lít|[mg]bps|đồng|usd|eur"
    r"|độ(?: c)?|°c|db|[kmg]wh?p?|kv|[gmt]b|teu|pallet)(?![\w²³])"
)
_LASTING = Spelt(r"\s?(?:giờ|phút|giây|ngày|tháng|năm|tuần)\b")


def measure_behind(text: str, at: int) -> int | None:
    """Where the measure behind a number ends: "45 phút"; "10 nam sinh" has none.

    at: where the number ends.
    """
    found = _MEASURES.match(text, at)
    return found.end() if found else None


def lasts(text: str, at: int) -> bool:
    """Whether a number that ends there is a length of time."""
    return _LASTING.match(text, at) is not None


def kind_by_unit(after: str, typed: str) -> tuple[str, str]:
    """The kind of a figure, and its unit without accents; a count without one.

    after, typed: what stands behind the number, without its accents and as it is written.
    """
    for name, pattern in _KINDS:
        match = pattern.match(after)
        if match and _is_spelt(typed.lower(), *match.span("unit")):
            return name, match["unit"].strip()
    return "count", ""


def is_priced(after: str, typed: str) -> bool:
    """Whether a unit of money or a word of scale stands behind a number."""
    name, unit = kind_by_unit(after, typed)
    return name == "money" or (name == "count" and unit != "")


def _is_spelt(typed: str, start: int, end: int) -> bool:
    words = typed[start:end].split()
    last = end - len(words[-1])
    if _LONGER.match(typed, last):
        return False
    return all(is_spelt(word, _SPELT, typed) for word in words)
