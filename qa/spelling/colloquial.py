"""What people say or hurry, in the words that are written: "tốn nhiêu", "bn", "52 trên 63".

Southern and central speech drops "bao" from "bao nhiêu", says "chi" for "gì" and "sao" for "vì sao".
"""

import re

from index.vietnamese import UPPER, fold, has_diacritics

# Behind these "chi" asks for a thing; elsewhere it is a verb or part of a word ("chi phí").
_ASKS_WHAT = "tên lỗi chuyện thứ cái là bị làm nghề do mắc loại việc món gọi kêu trò".split()
# Before these "sao" asks for a reason.
_WHY = "chưa không ko chẳng vẫn lại ít nhiều phải bị hay cứ mãi bỏ dẹp để kém chậm hết lúc đến giờ".split()
# No question: "bản sao", "sao y"; "vì sao", "ra sao", "làm sao" are written so.
_WRITTEN_SO = "".join(
    f"(?<!{word} )"
    for word in "bản ngôi hành vì tại ra làm dù hay thì bị tính do bởi không cớ".split()
)


_BEFORE_DEED = "|".join(_WHY)


def _behind(words: list[str]) -> str:
    return "(?:" + "|".join(rf"(?<=\b{word} )" for word in words) + ")"


# "đứng 52 trên 63", "12 trên tổng số 20": how reports write it is "52/63"; a part is no more than its whole.
_OF_ALL = re.compile(
    r"\b(\d{1,3}) (?:trên|tren)(?: (?:tổng(?: số)?|tong(?: so)?))? (\d{1,3})\b"
    r"(?![.,]?\d|%| (?:tuổi|tuoi|triệu|trieu))"
)
# Not "BN", a province or a patient.
_HURRIED = re.compile(r"\b(?:bn|bnhiu|bnhieu|bnhiêu)\b")
# What is typed in a hurry, in small letters ("ĐC" is an address), and how it is written. "đc" before
# a name or a site is an address or a comrade, "k" elsewhere thousands.
_SHORT: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(typed), written)
    for typed, written in (
        (
            rf"(?<=\w )[dđ]c\b(?![/.-])(?! (?:web|trang|email|mail|của|cua|ở|tại|nào|gì|[{UPPER}]))",
            "được",
        ),
        (r"(?<![\w/.-])(?:ko|hok)(?![\w/.-])|(?<=\bcó )k\b|(?<=\w )k(?=\W*$)", "không"),
        (r"(?<=[\w%] )r(?=\W*$|,)", "rồi"),
        (r"\bntn\b", "như thế nào"),
        (r"(?<=\w )vs\b", "với"),
        (r"(?<=nhiêu )ng\b|(?<=nhieu )ng\b|(?<=mấy )ng\b|(?<=may )ng\b", "người"),
    )
)
# (what is said, what is written); met in any case.
_SPEECH: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(said), written)
    for said, written in (
        (rf"(?i:(?<!\bbao )\bnhiêu\b|\bbao nhiu\b)|{_HURRIED.pattern}", "bao nhiêu"),
        (
            rf"(?i){_behind(_ASKS_WHAT)}\bchi\b(?=\W*$| (?:mà|vậy|nhiều nhất|hết|rồi|nữa|đó|thế)\b)",
            "gì",
        ),
        (
            r"(?i)(?:(?<=\blà )|(?<=\bvậy )|(?<=\bthế ))bởi đâu\b|\bmắc (?:gì|chi)\b|\b(?:do|bởi) sao\b",
            "vì sao",
        ),
        (rf"(?i){_WRITTEN_SO}(?<!^)\bsao (?=(?:{_BEFORE_DEED})\b)", "vì sao "),
    )
)


def as_written(text: str) -> str:
    """A question in written words; of one without accents "bn" alone: "nhieu" is "nhiều" too."""
    text = _OF_ALL.sub(_as_share, text)
    plain = not has_diacritics(text.replace("đc", "dc"))
    for typed, written in _SHORT:
        text = typed.sub(fold(written) if plain else written, text)
    if not has_diacritics(text):
        return _HURRIED.sub("bao nhieu", text)
    for said, written in _SPEECH:
        text = said.sub(written, text)
    return text


def _as_share(found: re.Match[str]) -> str:
    part, whole = found.groups()
    return f"{part}/{whole}" if int(part) <= int(whole) else found.group()
