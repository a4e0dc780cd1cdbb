"""How near the words of a question stand to a place in a paragraph."""

from collections.abc import Callable, Sequence

from qa.texts.paragraph import Paragraph

# Unit positions in a paragraph and what a word there is worth (0–1).
Places = Sequence[tuple[int, float]]
Share = Callable[[int], float]

SAME_SEGMENT, SAME_CLAUSE, SAME_SENTENCE = 1.0, 0.92, 0.75
SENTENCE_BEFORE, EARLIER, LATER = 0.5, 0.3, 0.2
# Where territories are known a clause is as near as a segment.
OTHER_CLAUSE = 0.93


class Nearness:
    """How much words count for one place, the units `first` … `last - 1` of a paragraph.

    share: how far a unit of the same sentence belongs to this place rather than to a rival.
    """

    def __init__(self, paragraph: Paragraph, first: int, last: int, share: Share | None) -> None:
        self.share = share
        self.layout = paragraph.layout
        self.first, self.last = first, max(first, last - 1)
        self.sentence, self.clause, self.segment = self.layout[min(first, len(self.layout) - 1)]
        self._known: dict[int, float] = {}

    def best(self, places: Places) -> float:
        """The worth of the place that counts most; 0 for none."""
        best = 0.0
        for at, kind in places:
            if kind > best:
                near = self._known.get(at)
                if near is None:
                    near = self._known[at] = self.of(at)
                best = max(best, near * kind)
        return best

    def of(self, at: int) -> float:
        """How much a word at a unit position counts for the place."""
        sentence, clause, segment = self.layout[at]
        if self.share is None and self.first <= at <= self.last:
            return SAME_SEGMENT
        if sentence == self.sentence:
            distance = max(self.first - at, at - self.last, 0)
            decay = 1.0 - min(0.2, 0.008 * distance)
            if self.share:
                return self.share(at) * (1.0 if clause == self.clause else OTHER_CLAUSE)
            if segment == self.segment:
                return SAME_SEGMENT * decay
            return (SAME_CLAUSE if clause == self.clause else SAME_SENTENCE) * decay
        if sentence == self.sentence - 1:
            return SENTENCE_BEFORE
        return EARLIER if sentence < self.sentence else LATER
