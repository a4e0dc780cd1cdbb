"""Names as sentences write them: sequences of capitals, foreign ones too."""

import re
from functools import lru_cache

from index.places import provinces
from index.vietnamese import UPPER, Span, fold
from qa.words.wordlists import is_vietnamese, words

_WORD = rf"(?:(?:el|al)-|d['’])?[{UPPER}](?:[^\W_]|[.'’‘](?=[^\W\d_])|-(?=[^\W_]))*"
_JOINT = r"(?:de|da|di|du|van|von|der|del|della|bin|ibn|al|el|of|the|and|' t|tại)"
_SEQUENCE = re.compile(rf"{_WORD}(?:[.]?\s(?:{_JOINT}\s)?(?:{_WORD}|\d{{1,4}}(?![\w%/.,])))*")
_NEXT = re.compile(r"\s([^\W\d_]+)")
_ACRONYM = re.compile(rf"[{UPPER}]{{2,}}")

# What these name is no person.
_THING = re.compile(
    r"(?<!\w)(?:tỉnh|thành phố|tp\.?|huyện|xã|phường|quận|thị xã|thôn|làng|đường|phố|tập đoàn|công ty|hãng|ngân hàng"
    r"|trường|đại học|đảng|nước|đội|đội tuyển|clb|câu lạc bộ|phim|bài hát|ca khúc|album|vở|tác phẩm|tiểu thuyết|truyện"
    r"|giải|cúp|sông|núi|đảo|biển|ở|tại|báo|tạp chí|nhà xuất bản|sân|sân bay|chùa|đền|chiến dịch|trận|cuộc khởi nghĩa"
    r"|khởi nghĩa|bộ|sở|ban|viện|hội|tiếng|ngày|người|game|ngành)\s+[\"“'‘]?\s*$",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(
    r"(?:châu|tp|thành phố|tỉnh|huyện|quận|phường|xã|ubnd|hđnd|ban|ủy ban|uỷ ban|đảng|tập đoàn|công ty|ngân hàng"
    r"|trường|đại học|học viện|viện|hội|liên đoàn|liên hợp|world cup|sea games|trung ương|nhà|giải|bộ(?! lĩnh))\b.*"
    r"|đông nam á|asean|hđqt|quốc hội|chính phủ|u\d+|hcm|tw|phó|quyền|tết|quân đội|facebook|youtube|vnexpress|google"
    r"|wikipedia|afp|reuters|instagram|twitter|internet"
)
TITLED, THING, ACRONYM, SAID = 0.5, -0.6, -0.8, -0.5
# One Vietnamese syllable is rather the beginning of a common noun, most of all in front.
SYLLABLE, OPENING_SYLLABLE = -0.4, -0.7
# By the number of words.
_LENGTHS = {1: -0.15, 2: 0.15, 3: 0.25, 4: 0.2}


@lru_cache(maxsize=1)
def _titled() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A title at the beginning of a name, and one right before it."""
    tables = ("honorifics.txt", "professions.txt", "offices.txt", "titles.txt")
    entries = sorted({word for name in tables for word in words(name)}, key=len, reverse=True)
    title = f"(?:{'|'.join(map(re.escape, entries))})"
    return (
        re.compile(rf"{title}\.?\s+", re.IGNORECASE),
        re.compile(
            rf"(?<!\w){title}\s*[:.]?\s*$",
            re.IGNORECASE,
        ),
    )


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return frozenset((*words("countries.txt"), *words("cities.txt"), *provinces()))


def names(text: str, span: Span) -> list[Span]:
    """The capitalised names in a span of a text."""
    openers, nouns = frozenset(words("name_openers.txt")), frozenset(words("common_nouns.txt"))
    found = []
    for match in _SEQUENCE.finditer(text, *span):
        start, end = match.span()
        said = match.group().split(" ")
        opening = not text[span[0] : start].strip(" \"“'‘-–(")
        while said and said[0].lower() in openers and (opening or len(said) > 1):
            start += len(said.pop(0)) + 1
        following = _NEXT.match(text, end, span[1])
        if said and following and f"{said[-1]} {following[1]}".lower() in nouns:
            end -= len(said.pop()) + 1
        if len(said) > 1 or (said and not said[0].isdigit()):
            found.append((start, end))
    return found


def persons(text: str, span: Span, asked: str) -> list[tuple[Span, float]]:
    """The names in a span that may be a person's, and how much each looks so.

    They come without their titles and without what `asked`, the folded question, says itself
    ("Venezuela Nicolás Maduro").
    """
    within, before = _titled()
    found = []
    for first, end in names(text, span):
        start = _behind_said(text, (first, end), asked)
        titled = before.search(text[max(span[0], first - 40) : first]) is not None
        while title := within.match(text, start, end):
            start, titled = title.end(), True
        name = text[start:end]
        if not name or _NO_PERSON.fullmatch(name.lower()) or name in _countries():
            continue
        thing = _THING.search(text[max(span[0], first - 40) : first]) is not None
        worth = TITLED if titled else THING if thing else 0.0
        said = name.split(" ")
        if not worth and len(said) == 1 and is_vietnamese(said[0]):
            worth += OPENING_SYLLABLE if start == span[0] else SYLLABLE
        if _ACRONYM.fullmatch(said[0]) and not text[slice(*span)].isupper():
            worth += ACRONYM
        worth += SAID * sum(stands_in(word, asked) for word in said) / len(said)
        found.append(((start, end), worth + _LENGTHS.get(len(said), 0.0)))
    return found


def _behind_said(text: str, name: Span, asked: str) -> int:
    """Where a name begins behind a country or what the question says."""
    start, end = name
    said = text[start:end].split(" ")
    for count in range(len(said) - 1, 0, -1):
        opening = " ".join(said[:count])
        known = stands_in(opening, asked) and (count > 1 or not is_vietnamese(opening))
        if known or opening in _countries():
            return start + len(opening) + 1
    return start


def stands_in(name: str, folded: str) -> bool:
    """Whether a folded text holds a name word for word."""
    name = fold(name)
    return name in folded and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded) is not None
