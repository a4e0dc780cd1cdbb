"""The words beside a figure: the noun right behind it, the part that leads to it, its verb."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.vietnamese import Span, tokens
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph
from qa.texts.phrases import (
    END_OF_NOUN,
    END_OF_PHRASE,
    NEW_THOUGHT,
    NOT_NAMED,
    NOT_NAMED_BEHIND_PERCENT,
    PAUSE,
    SUBJECTS,
    cleaned,
    says_something,
)
from qa.words.wordlists import any_of, words

# A part of this many syllables or fewer goes on behind a comma: "thôn, buôn chưa có sóng".
SHORT = 2
_GOES_ON = re.compile(r",\s(?=[^\W\d_A-ZĐ])")


@dataclass(frozen=True)
class Beside:
    """One figure among those of its paragraph; every span points into the paragraph."""

    paragraph: Paragraph
    listed: Sequence[Figure]
    at: int

    @property
    def figure(self) -> Figure:
        return self.listed[self.at]

    @property
    def text(self) -> str:
        return self.paragraph.text

    @property
    def clause(self) -> Span:
        return self.paragraph.clause_at(self.figure.span[0])

    @property
    def ceiling(self) -> int:
        """Where the next figure begins, or the clause ends."""
        following = self.listed[self.at + 1 : self.at + 2]
        return min([self.clause[1], *(figure.whole[0] for figure in following)])

    def right(self) -> Span | None:
        """The noun right behind the figure with what belongs to it."""
        text, start, ceiling = self.text, self.figure.whole[1] + 1, self.ceiling
        if text[start - 1 : start] != " " or not text[start : start + 1].isalpha():
            return None
        percent = self.figure.kind == "percent"
        if NOT_NAMED.match(text, start) or (
            percent and NOT_NAMED_BEHIND_PERCENT.match(text, start)
        ):
            return None
        end = self._pause_behind(start, ceiling)
        cut = (END_OF_PHRASE if percent else END_OF_NOUN).search(text, start, end)
        return cleaned(self.paragraph, (start, cut.start() if cut else end), head=False)

    def _pause_behind(self, start: int, ceiling: int) -> int:
        """The first pause; a comma behind a word or two is none ("sở, ban, ngành")."""
        at = start
        while pause := PAUSE.search(self.text, at, ceiling):
            goes_on = _GOES_ON.match(self.text, pause.start(), ceiling)
            if not goes_on or _new_thought(self.text, goes_on.end()):
                return pause.start()
            following = PAUSE.search(self.text, goes_on.end(), ceiling)
            if following is None and ceiling < self.clause[1]:  # it leads to the next figure
                return pause.start()
            end = following.start() if following else ceiling
            parts = self.text[at : pause.start()], self.text[goes_on.end() : end]
            if all(len(tokens(part)) > SHORT for part in parts):
                return pause.start()
            at = goes_on.end()
        return ceiling

    def left(self, floor: int) -> Span | None:
        """The last part before the figure, between pauses, that says something."""
        text, end = self.text, self.figure.whole[0]
        subject = _last(SUBJECTS.get(self.figure.kind), text, floor, end)
        if subject is not None and not re.search(r"[():]\s|\(", text[subject : end - 2]):
            span = cleaned(self.paragraph, (subject, end), head=False)
            if span and says_something(self.paragraph, span):
                return span
        breaks = [floor, *(match.end() for match in PAUSE.finditer(text, floor, end))]
        for start in reversed(breaks):
            span = cleaned(self.paragraph, (start, end))
            if span and says_something(self.paragraph, span):
                return span
            end = max(floor, start - 1)
        return None

    def verb(self, end: int) -> Span | None:
        """The verb right before what is counted: "hoàn thành 24 chỉ tiêu"."""
        match = _verbs().search(self.text, self.clause[0], end)
        return match.span("verb") if match else None


def _new_thought(text: str, start: int) -> bool:
    return bool(NOT_NAMED.match(text, start) or NEW_THOUGHT.match(text, start))


def _last(pattern: str | None, text: str, start: int, end: int) -> int | None:
    """Where the last match of a pattern begins."""
    if pattern is None:
        return None
    found = [
        match.start() for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text[start:end], re.I)
    ]
    return start + found[-1] if found else None


@lru_cache(maxsize=1)
def _verbs() -> re.Pattern[str]:
    verbs = any_of(words("counting_verbs.txt"))
    return re.compile(rf"(?<!\w)(?P<verb>{verbs})\s(?:được\s|đủ\s|thêm\s|mới\s)*(?=$)")
