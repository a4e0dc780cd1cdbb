"""Ranks as texts write them without a word for one: in words, in a row, behind "xếp" alone."""

import re

from index.vietnamese import LOWER, UPPER, Span

# Between ranks in a row: "Điện Biên hạng 61, Bạc Liêu 62", "năm kia xếp thứ 58, năm ngoái 41, nay là 23".
_NEXT = re.compile(
    rf"\s?(?:,|,? và|;)\s(?:(?:[{LOWER}]+\s){{0,2}}(?:[{UPPER}][{LOWER}]+\s){{1,4}}(?:là\s)?"
    r"|(?:rồi\s)?(?:năm (?:ngoái|kia|trước|nay|sau|(?:19|20)\d\d)|giờ|bây giờ|nay|hiện|hiện nay)\s"
    r"(?:(?:đã|còn|chỉ|là)\s)*)"
)
# "chỉ xếp 14,": of what is lined up or set up a noun follows.
_VERB = re.compile(r"(?<!sắp )(?<!được )\b(?:xếp|đứng)\s$")
_HALT = re.compile(r"\s?(?:[,.;)](?!\d)|$)|\s(?:cả nước|toàn quốc|toàn tỉnh|toàn ngành|thế giới)\b")
_WHOLE = re.compile(r"\d{1,3}")
# "thị trấn Mái Lá thứ ba 82,7 điểm", "nhóm Gió Lá, …, hạng ba, 87 điểm"; "thứ ba, ngày 12/3" is a day.
_NUMBER = r"nhất|nhì|hai|ba|tư|năm|sáu|bảy|tám|chín|mười"
_WRITTEN = re.compile(
    r"(?:\b(?:đứng|xếp|ở|hạng|vị trí|từ|lên|xuống|giữ|về|đạt|tụt)\s+(?:vị trí\s+)?"
    rf"(?P<rank>(?:thứ|hạng)\s+(?P<number>{_NUMBER}))\b)"
    rf"|(?<=[^\W\d_]\s)(?P<beside>thứ (?P<which>{_NUMBER}))"
    r"(?=\s(?:với\s)?\d[\d.,]*\s?(?:điểm|%)|\s(?:cả nước|toàn quốc|toàn tỉnh|toàn ngành|thế giới)\b)"
    rf"|(?<=[,;] )(?P<apart>hạng (?P<place>{_NUMBER}))(?=\s?[,;.])",
    re.IGNORECASE,
)
_ORDINALS = {
    word: float(at)
    for at, words in enumerate(
        ("nhất", "nhì hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"), 1
    )
    for word in words.split()
}


def written_ranks(text: str) -> list[tuple[Span, float]]:
    """Ranks in words with their values: "đứng thứ hai cả nước"."""
    small = text.lower()
    if "thứ" not in small and "hạng" not in small:
        return []
    found = []
    for match in _WRITTEN.finditer(text):
        name = "rank" if match["rank"] else "beside" if match["beside"] else "apart"
        number = match["number"] or match["which"] or match["place"]
        found.append((match.span(name), _ORDINALS[number.lower()]))
    return found


def goes_on(text: str, end: int, start: int) -> bool:
    """Whether a row of ranks goes on between the end of one and the start of a number."""
    return _NEXT.fullmatch(text, end, start) is not None


def stands_alone(text: str, span: Span) -> bool:
    """Whether a number is a rank by the verb before it alone: "trụ cột kinh tế số chỉ xếp 14"."""
    return (
        _WHOLE.fullmatch(text, *span) is not None
        and _VERB.search(text, max(0, span[0] - 12), span[0]) is not None
        and _HALT.match(text, span[1]) is not None
    )
