"""Among whom a rank is told: among all provinces, in a region, in the world, or within a province."""

import re
from functools import lru_cache

from qa.readers.reading import Reading
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt

AMONG_OTHERS = 0.3

_AMONG = {
    "country": Spelt(
        r"\b(?:cả nước|toàn quốc|trong nước|(?:63|64|34)(?: các)? tỉnh|các tỉnh,? thành)\b|/(?:63|64|34)\b"
    ),
    "province": Spelt(
        r"\b(?:toàn tỉnh|trong tỉnh|cả tỉnh|khối huyện|các huyện|cấp huyện|toàn thành phố)\b"
    ),
    "region": Spelt(r"\b(?:khu vực|vùng(?! lãnh thổ)|cụm|đông nam á|asean|châu á)\b"),
    "world": Spelt(r"\b(?:thế giới|toàn cầu|quốc gia,? (?:và )?vùng lãnh thổ|các nước)\b"),
}
_PROVINCES = re.compile(r"/(?:63|64|34)\b|\b(?:63|64|34) tỉnh|các tỉnh,? thành")
_PAUSE = re.compile(r"[;:(]|,(?! (?:thành|vùng))|\d")
# So far behind a rank it is told among whom it is.
REACH = 40


def among_fit(reading: Reading, paragraph: Paragraph, figure: Figure) -> float:
    """How far a rank is one among those that the question names."""
    if figure.kind != "rank":
        return 1.0
    asked = _named(reading.question.text)
    if not asked and not reading.question.districts:
        return 1.0
    start, end = paragraph.clause_at(figure.span[0])
    text = paragraph.text
    pause = _PAUSE.search(text, figure.whole[1], min(end, figure.whole[1] + REACH))
    stop = pause.start() if pause else min(end, figure.whole[1] + REACH)
    told = _named(text[figure.whole[0] : stop])
    told = told or _named(text[max(start, figure.whole[0] - REACH) : figure.whole[0]])
    if reading.question.districts and _PROVINCES.search(text, figure.whole[0], end):
        return AMONG_OTHERS  # no district is one of them
    return 1.0 if not told or not asked or told & asked else AMONG_OTHERS


@lru_cache(maxsize=256)
def _named(text: str) -> frozenset[str]:
    """Among whom a text ranks."""
    return frozenset(among for among, said in _AMONG.items() if said.search(text))
