"""Which of several figures of a sentence has beside it the words that the question tells it by.

"Giá vé lượt 7.000 đồng, vé tháng 157.500 đồng": each figure has words of its own. Where those of
one are all asked about ("vé tháng giá bao nhiêu?"), a figure before it whose words say something
else is not meant.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from index.vietnamese import Span
from qa.readers.reading import Reading
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph
from qa.words.terms import Unit

# Of a figure whose words say something else than is asked, beside one whose words are asked.
OF_OTHER_WORDS = 0.6
# Fewer words of its own hardly tell a figure from others.
FEWEST = 2
# So much of a figure's own words is asked where it is meant, and by so much less of another's.
ASKED, LESS = 0.75, 0.3

_PARTING = re.compile(r"[,;:()|](?=\s)|;|\.\s|\s(?:và|còn|nhưng|song|mà|trong khi|trong đó)(?=\s)")
# These only join a figure to what it is of.
_JOINING = frozenset(
    """là của có được và với cho về trong ở tại từ đến tới theo thì mà đã đang sẽ chỉ mới đạt bằng chiếm
    riêng còn khoảng hơn gần ước lên xuống cũng đều vẫn gồm khi nay hiện vào thêm mức này ấy đó chừng trên
    dưới so tăng giảm rút nâng hạ""".split()
)


class _Own(NamedTuple):
    """The words before a figure, which of them are asked about, what asked is `said` of it alone
    (behind it, and numbers), all words around it, and the first of what it counts."""

    words: tuple[str, ...]
    asked: frozenset[str]
    said: frozenset[str]
    around: frozenset[str]
    counts: str

    @property
    def share(self) -> float:
        return sum(word in self.asked for word in self.words) / (len(self.words) or 1)


class Contrasts:
    """The figures of a paragraph held against others of their kind."""

    def __init__(self, reading: Reading, paragraph: Paragraph, figures: Sequence[Figure]) -> None:
        self._reading = reading
        self._paragraph = paragraph
        self._figures = figures
        self._known: dict[tuple[Span, str], _Own] = {}

    def fit(self, figure: Figure) -> float:
        """How far a figure's own words are those asked about, beside those of its rivals."""
        paragraph = self._paragraph
        if paragraph.cells:
            return 1.0
        start, end = paragraph.sentence_at(figure.span[0])
        here = [
            one for one in self._figures if start <= one.span[0] < end and one.kind == figure.kind
        ]
        if len(here) < 2 or here[-1].span <= figure.span:
            return 1.0
        ends = [start, *(one.whole[1] for one in here)]
        own = self._own(figure, ends, end)
        if not own.words or own.share >= ASKED:
            return 1.0
        key = self._reading.matcher.key
        before = {key(unit) for unit in paragraph.units_in((start, figure.span[0]))}
        for one in here:
            if one.span <= figure.span:
                continue
            other = self._own(one, ends, end)
            meant = other.share >= max(ASKED, own.share + LESS) and len(other.words) >= FEWEST
            alike = own.counts == other.counts or not own.counts or not other.counts
            # What stands before the first of two figures may tell of the other one as well.
            if meant and alike and own.said <= other.around and not set(other.words) <= before:
                return OF_OTHER_WORDS
        return 1.0

    def _own(self, figure: Figure, ends: Sequence[int], end: int) -> _Own:
        known = (figure.whole, figure.kind)
        if known not in self._known:
            part = _part(self._paragraph, figure, ends, end)
            self._known[known] = _own(self._reading, self._paragraph, figure, part)
        return self._known[known]


def _part(paragraph: Paragraph, figure: Figure, ends: Sequence[int], end: int) -> Span:
    """From the last break or figure before a figure to the next break behind it."""
    text = paragraph.text
    begin = max(one for one in ends if one <= figure.whole[0])
    breaks = [one.end() for one in _PARTING.finditer(text, begin, figure.whole[0])]
    found = _PARTING.search(text, figure.whole[1], end)
    # "từ 39% năm 2022 lên 66%": what stands between is the first one's.
    first = begin if begin == ends[0] else figure.whole[0]
    return max(breaks, default=first), found.start() if found else end


def _own(reading: Reading, paragraph: Paragraph, figure: Figure, part: Span) -> _Own:
    """The words of a part before its figure, and what stands around it."""
    begin, stop = part
    before = _words(paragraph, (begin, figure.whole[0]))
    behind = _words(paragraph, (figure.whole[1], stop))
    key = reading.matcher.key
    keys, groups = reading.asked_of_all
    asked = frozenset(
        key(one) for one in (*before, *behind) if key(one) in keys or one.group in groups
    )
    alone = (*behind, *(one for one in before if one.kind != "word"))
    return _Own(
        words=tuple(key(one) for one in before),
        asked=asked,
        said=asked & {key(one) for one in alone},
        around=frozenset(key(one) for one in (*before, *behind)),
        counts=behind[0].folded if figure.kind == "count" and behind else "",
    )


def _words(paragraph: Paragraph, span: Span) -> list[Unit]:
    text = paragraph.text
    return [
        unit
        for unit in paragraph.units_in(span)
        if text[unit.start : unit.end].lower() not in _JOINING
    ]
