"""Claims of all, of most and of only some, against what a sentence says how many of them do it.

"Tất cả sản phẩm đã lên sàn" where "có 11/20 sản phẩm lên sàn"; of several shares in a sentence the
one counts that stands among most of the words of the claim.
"""

import re
from collections.abc import Sequence

from index.vietnamese import fold
from qa.texts.figures import value_of
from qa.words.spelt import Spelt

_ALL = Spelt(
    r"\b(?:tất cả|toàn bộ|mọi|(?:nào|ai) cũng|đều|hoàn tất|trọn vẹn|hết(?= (?:rồi|cả)\b|\W*$)"
    r"|(?:hoàn thành|làm|xong|giải quyết|thực hiện|nộp|đạt) hết(?! (?:năm|quý|tháng|ngày)))\b|\bxong\b"
    r"|(?<![\d.,])100\s?%"
)
_MOST = Spelt(r"\b(?:phần lớn|đa số|hầu hết|quá nửa|hơn (?:một )?nửa)\b")
_FEW = Spelt(
    r"\b(?:chỉ|mới|chưa|dưới|không)(?: (?:có|chỉ|được|đến|tới|khoảng|đầy))* "
    r"(?:một (?:số|phần|nửa|ít|vài)|vài|thiểu số|phần nhỏ|nửa)\b"
)
_SAYS_ALL = re.compile(r"\b(?:tất cả|toàn bộ|mọi|đều|cả (?:\d+|hai|ba|bốn)|100\s?%)", re.IGNORECASE)
# Before a noun these say that some of them did not, or may not have.
_SAYS_MOST = r"(?:hau het|phan lon|da so|mot so|mot phan|qua nua|hon mot nua|gan nhu tat ca)"
_QUANTIFIED = Spelt(
    r"\b(?:tất cả|toàn bộ|mọi|100 ?%|hầu hết|phần lớn|đa số)(?: (?:các|những|số|cả|mọi|đều))* "
    r"(?P<noun>[^\W\d]+ [^\W\d]+)"
)
_OF_WHOM = Spelt(
    r"\b(?:tất cả|toàn bộ|mọi|100 ?%|hầu hết|phần lớn|đa số)\s(?P<whom>.+?)(?= (?:đã|đều|được|đang|còn)\b|$)"
)
_SHORT = re.compile(r"\b[A-ZĐ]{3,}\b")
_PERCENT = re.compile(r"(?<![\d.,])(?P<share>\d{1,3}(?:[.,]\d+)?)\s?%(?!\s*so với)")
_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d+"
_RATIO = re.compile(
    rf"(?<![\d/.,])(?P<part>{_NUMBER})(?:/|(?: \w+){{0,3}} (?:trong|trên)(?: tổng)?(?: số)? )(?P<whole>{_NUMBER})"
    r"(?!\d*[/.,]\d)(?= [^\W\d])"
)
# A figure behind these is a day, a place in a row or a number in a name.
_NO_RATIO = re.compile(
    r"\b(?:ngay|sang|trua|chieu|toi|dem|le|dip|truoc|tu|hang|thu|dung|vi tri|xep|dieu|so|thang)\s+(?:thu )?$"
)
_GREW = re.compile(
    r"\b(?:tăng|giảm|(?:cao|nhiều|thấp|ít|lớn) hơn|thêm|vượt|từ)\s+(?:\w+ ){0,2}$", re.IGNORECASE
)
# What was aimed at is not what was reached: "93,4% (mục tiêu 80%)".
_ASIDE = re.compile(
    r"\((?:mục tiêu|chỉ tiêu|kế hoạch|vượt|tăng|giảm|so với|chiếm)[^)]*\)", re.IGNORECASE
)
_PIECES = re.compile(r"[;:,]\s+|\s(?:và|còn|trong khi|nhưng|song)\s")
# Such a statement ends with its figure, whatever commas it holds before.
_LED = re.compile(r"\W*(?:tỷ lệ|tỉ lệ|số|tiến độ|mức)\b", re.IGNORECASE)
WHOLE, HALF = 100.0, 50.0
# Numbers tell one of several apart: "khối 1", "khối 2".
NUMBERED = 2


def is_of_all(claim: str) -> bool:
    """Whether something is claimed of all of them."""
    return _ALL.search(claim) is not None


def falls_short(claim: str, told: str) -> bool | None:
    """Whether a sentence gives another share of them than is claimed: fewer than all or than most,
    or all where only some are claimed. None where it gives two that tell of the claim alike."""
    few = _FEW.search(claim)
    most = None if few else _MOST.search(claim)
    every = None if few or most else _ALL.search(claim)
    if not (few or most or every) or any(share < WHOLE for share in _shares(claim)):
        return False
    verdicts = {_is_short(claim, piece, bool(few), bool(most)) for piece in _nearest(claim, told)}
    return None if len(verdicts) > 1 else verdicts.pop()


def _is_short(claim: str, piece: str, few: bool, most: bool) -> bool | None:
    says_all = _SAYS_ALL.search(piece) is not None
    shares = _shares(piece)
    if shares and not _counts_them(claim, piece):
        return None
    if few:
        return (says_all and not shares) or shares == [WHOLE]
    if len(shares) == 1:
        return shares[0] < (HALF if most else WHOLE)
    if shares or says_all or most:
        return False
    noun = _QUANTIFIED.search(claim)
    told = rf"\b{_SAYS_MOST} (?:(?:cac|nhung|so) )?{fold(noun['noun'])}\b" if noun else ""
    return bool(told) and re.search(told, fold(piece)) is not None


def _counts_them(claim: str, piece: str) -> bool:
    """Whether a share is one of what a claim is of: by its name, by its first word behind the
    figure or by an abbreviation."""
    named = _QUANTIFIED.search(claim)
    if named is None:
        return True
    plain, noun = fold(piece), fold(named["noun"])
    first = noun.split()[0]
    return (
        noun in plain
        or re.search(rf"\d\s?%? (?:(?:so|cac|tong so) )?{first}\b", plain) is not None
        or _SHORT.search(piece) is not None
    )


def _nearest(claim: str, told: str) -> Sequence[str]:
    """The parts of a sentence that hold most of the words of a claim."""
    pieces = _statements(_ASIDE.sub(" ", told))
    of = _OF_WHOM.search(claim)
    # Of two that hold as many the one counts that names what it is claimed of.
    wanted, whom = set(_words(claim)), set(_words(of["whom"]) if of else ())
    held = [
        (
            sum(NUMBERED if word.isdigit() else 1 for word in wanted & said),
            len(whom & said),
        )
        for piece in pieces
        for said in [set(_words(piece))]
    ]
    return [piece for piece, many in zip(pieces, held, strict=True) if many == max(held)] or [told]


def _statements(told: str) -> Sequence[str]:
    """The parts of a sentence, each with the share it gives."""
    found: list[str] = []
    start = 0
    for edge in (*_PIECES.finditer(told), None):
        end, last = (edge.start(), edge.end()) if edge else (len(told), len(told))
        piece = told[start:end]
        joined = found and (
            (_LED.match(found[-1]) and not _shares(found[-1]))
            or (told[:start].endswith("và ") and not _shares(piece))
        )
        if joined:
            found[-1] = f"{found[-1]}, {piece}"
        elif piece.strip():
            found.append(piece)
        start = last
    return found


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


def _shares(text: str) -> list[float]:
    """The shares of a whole that a text gives, in percent, and not by how much one grew."""
    found = [
        value
        for match in _PERCENT.finditer(text)
        if not _GREW.search(text[: match.start()])
        for value in [value_of(match["share"])]
        if value is not None and value <= WHOLE
    ]
    for match in _RATIO.finditer(text):
        part, whole = (int(match[name].replace(".", "")) for name in ("part", "whole"))
        if part <= whole and not _NO_RATIO.search(fold(text[: match.start()])):
            found.append(WHOLE * part / whole)
    return found
