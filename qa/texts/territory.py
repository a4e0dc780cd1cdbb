"""Whose words are whose where a sentence lists several figures, dates or documents.

"cấp tỉnh đạt 98,4%, cấp huyện 91,7%, riêng cấp xã chỉ đạt 76,3%": each figure owns the
words between its neighbours' commas; what stands before the first item's own words is
shared by all ("Việc ký số văn bản điện tử ở …"), and so is what follows the last one's.
A figure in brackets, or one that comments on another ("tăng 4 bậc", "vượt mục tiêu
2,1%"), has the words of the figure it comments on.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import partial

from index.vietnamese import UPPER, Span
from qa.texts.paragraph import Paragraph

# So many words are the unit of a figure.
UNIT = 3
OPENING, OPENED = 0.9, 0.7
OWN, COMMENTED, SHARED, TAIL, RIVALS = 1.0, 0.97, 0.97, 0.85, 0.15

_SEMICOLON = re.compile(r";")
_COMMA = re.compile(r"[,;:|](?=\s)|;|\|")
_OPEN = re.compile(r"\(")
_PARTS = re.compile(r"\b(?:trong đó|gồm|bao gồm)\b|:")
_OF = re.compile(r"(?:^|[.;:,]\s)[Tt]rong(?: tổng)?(?: số)?(?: hơn| gần)?\s$")
_AND = re.compile(r"\s(?:và|còn|trong khi|nhưng)\s")


# A figure with no word of its own behind it.
_BARE = re.compile(r"\s?(?:[,;)]|\.(?:\s|$)|$|và\s\d)")
# Words parted by blanks: a run of capitals must be read one way only.
_NAME_END = re.compile(rf"[{UPPER}][\w.]*(?:[ -]+[{UPPER}][\w.]*)*[ -]*\s?$")


# The numbers of an item and of the one that owns a word.
Pair = tuple[int, int]


class Territories:
    """The items of one sentence and the units that each owns."""

    def __init__(
        self,
        paragraph: Paragraph,
        items: Sequence[Span],
        comments: frozenset[Span] = frozenset(),
        opening: bool = False,
    ) -> None:
        """`items` are spans in order; `comments` those that comment on the item before.

        With `opening` an item at the head of the sentence owns all of it, as a date does.
        """
        self.paragraph = paragraph
        self.items = list(items)
        self.opened = opening and bool(self.items) and self._opens(self.items[0])
        self.places = [paragraph.unit_at(item[0]) for item in self.items]
        self.starts = [self._start(at) for at in range(len(self.items))]
        self.heads = list(range(len(self.items)))
        self.parts: set[int] = set()
        # Of two items what holds for each of their words, found once.
        self._parallels: dict[Pair, int] = {}
        self._worded: dict[Pair, bool] = {}
        for at in range(1, len(self.items)):
            parted = self._parted_from(at)
            if self.items[at] in comments or self._bracketed(at):
                self.heads[at] = self.heads[at - 1]
            elif parted is not None:
                self.heads[at] = parted
                self.parts.add(at)

    def _opens(self, item: Span) -> bool:
        return item[0] - self.paragraph.sentence_at(item[0])[0] <= 3

    def _start(self, at: int) -> int:
        """The unit at which an item's territory begins: behind the last comma before it."""
        if at == 0:
            return -1
        gap_start, gap_end = self.items[at - 1][1], self.items[at][0]
        gap = self.paragraph.text[gap_start:gap_end]
        for pattern in (_SEMICOLON, _COMMA, _OPEN, _AND):
            breaks = [gap_start + found.end() for found in pattern.finditer(gap)]
            if breaks:
                return self._with_content(breaks, gap_end)
        return self.paragraph.unit_at(gap_start + len(gap) // 2)

    def _with_content(self, breaks: list[int], end: int) -> int:
        """The unit behind the last break that leaves the item words of its own.

        "… so với nhiệm vụ giao thấp, đạt 16%": what was measured stands before the comma.
        """
        last = self.paragraph.unit_at(end)
        for cut in reversed(breaks):
            first = self.paragraph.unit_at(cut)
            if first == last or not all(u.is_stop for u in self.paragraph.units[first:last]):
                return first
        return self.paragraph.unit_at(breaks[0])

    def _bracketed(self, at: int) -> bool:
        gap = self.paragraph.text[self.items[at - 1][1] : self.items[at][0]]
        opened = gap.rfind("(")
        return opened >= 0 and ")" not in gap[opened:] and not _COMMA.search(gap)

    def _parted_from(self, at: int) -> int | None:
        """The item of which this one is a part: "217 kiến nghị, trong đó có 13 …, 78 …"."""
        text = self.paragraph.text
        for earlier in range(at - 1, -1, -1):
            gap = text[self.items[earlier][1] : self.items[earlier + 1][0]]
            if ";" in gap or ". " in gap:
                return None
            if _PARTS.search(gap) or (not earlier and self._opens_with_whole()):
                return earlier
        return None

    def _opens_with_whole(self) -> bool:
        """ "Trong 31 nhiệm vụ được giao, 22 đã xong": the first item is the whole of the others."""
        first = self.items[0][0]
        return _OF.search(self.paragraph.text[max(0, first - 20) : first]) is not None

    def shares(self, item: Span) -> Callable[[int], float]:
        """How far each unit of the sentence tells of an item (0–1)."""
        if item not in self.items:
            return lambda unit: OWN
        return partial(self._share, self.items.index(item))

    def _share(self, own: int, unit: int) -> float:
        if self.opened:
            owner = max(0, bisect_right(self.starts, unit) - 1)
            if own == 0:
                return OPENING if owner == 0 else OPENED
            return OWN if owner == own else RIVALS
        owner = max(0, bisect_right(self.starts, unit) - 1)
        if owner == own:
            return OWN
        head = self.heads[own]
        if owner == head or (own not in self.parts and head < owner < own):
            return COMMENTED
        if owner < own:
            return self._from_left(own, owner, unit)
        return self._from_right(own, owner, unit)

    def _from_left(self, own: int, owner: int, unit: int) -> float:
        distance = self.places[owner] - unit
        if -UNIT < distance < 0 and self._is_bare(own):
            return SHARED
        if (own, owner) not in self._parallels:
            self._parallels[own, owner] = self._parallel(own, owner)
        return SHARED if distance > self._parallels[own, owner] else RIVALS

    def _is_bare(self, own: int) -> bool:
        """Whether no word follows an item: it counts what the one before it does."""
        return _BARE.match(self.paragraph.text, self.items[own][1]) is not None

    def _parallel(self, own: int, owner: int) -> int:
        """How many units before the owner's item say what the item's own words say in turn.

        "VNPT Bắc Giang đầu tư 210 tỷ, … MobiFone Bắc Giang đầu tư 64 tỷ": four each, told by
        the words that both have; without such, as many as the item has of its own.
        """
        units, keys = self.paragraph.units, self.paragraph.columns.keys
        mine = keys[max(0, self.starts[own]) : self.places[own]]
        if named := self._named(owner):
            return max(named, len(mine))
        theirs = range(self.places[owner] - 1, max(0, self.starts[owner]) - 1, -1)
        for before, key in enumerate(mine):
            for at in theirs:
                if keys[at] == key and not units[at].is_stop:
                    return self.places[owner] - at + before
        return len(mine)

    def _ends_with_words(self, own: int, owner: int) -> bool:
        """Whether words of content stand right behind an item, before the next one's own words,
        that are no unit which both have ("210 tỷ đồng, … 64 tỷ đồng")."""
        if own + 1 >= len(self.items) or self.paragraph.text[self.items[own][1]] != " ":
            return False
        units = self.paragraph.units
        both = {unit.key for unit in units[self.places[owner] + 1 :][:UNIT]}
        behind = units[self.places[own] + 1 : self.starts[own + 1]]
        return any(not one.is_stop and not one.is_light and one.key not in both for one in behind)

    def _named(self, owner: int) -> int:
        """How many units before an item in brackets name what it is of: "Nguyễn Hữu Cảnh (24,75 điểm)"."""
        text, item = self.paragraph.text, self.items[owner][0]
        opened = text.rfind("(", 0, item)
        if opened < 0 or ")" in text[opened:item]:
            return 0
        name = _NAME_END.search(text, 0, opened)
        return self.places[owner] - self.paragraph.unit_at(name.start()) if name else 0

    def _from_right(self, own: int, owner: int, unit: int) -> float:
        last = owner == len(self.items) - 1
        following = self.starts[own + 1] - self.places[own] if own + 1 < len(self.items) else 0
        if (own, owner) not in self._worded:
            self._worded[own, owner] = self._ends_with_words(own, owner)
        if self._worded[own, owner]:
            return RIVALS
        return TAIL if last and following <= 4 and unit - self.places[owner] > 2 else RIVALS
