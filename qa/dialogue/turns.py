"""The turns of a conversation: each question as it was understood, with those before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.vietnamese import Span, fold
from qa.dialogue.statements import statement
from qa.questions.indicators import like
from qa.questions.question import Question
from qa.texts.organizations import organizations

# "huyện Thanh Chương": a place below the provinces, as it is typed.
_BELOW = r"(?:huyện|thành phố|thị xã|quận|xã|phường|TP\.?)\s+"


@dataclass(frozen=True, slots=True)
class Filled:
    """A short question in full; `topic` is what it goes on about, `part` what of it is asked."""

    text: str
    topic: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question in full and the turn before it.

    `topic` is what it asks about in words, where that is not its own: of "Nghị quyết 9 ban hành
    khi nào?" filled from "Nghị quyết 9 có mấy mục tiêu?" it is "Nghị quyết 9 có mục tiêu". `part` is
    the part that was asked about last: "về môi trường".
    """

    question: Question
    before: "Turn | None" = None
    topic: str = ""
    part: str = ""

    def back(self) -> Iterator["Turn"]:
        """This turn and those before it, the latest first."""
        turn: Turn | None = self
        while turn is not None:
            yield turn
            turn = turn.before

    @property
    def place(self) -> str:
        """The place that was named last, as it was typed; empty where none was."""
        return next((named for turn in self.back() if (named := place_of(turn.question))), "")

    @property
    def body(self) -> str:
        """The body that was named last: "Trường Tiểu học Lý Tự Trọng"; empty where none was."""
        return next((named for turn in self.back() if (named := body_of(turn.question))), "")

    @property
    def period(self) -> str:
        """The period that was asked about last, as it was typed; empty where none was."""
        return next((said for turn in self.back() if (said := period_of(turn.question))), "")

    @property
    def subject(self) -> str:
        """What it asks about, in words."""
        return self.topic or statement(self.question)

    def frame(self, question: Question) -> str:
        """Place, else body, and period as far as a question says none of its own."""
        place = "" if place_of(question) else self.place or self.body
        period = "" if question.period else self.period
        return f"{f'của {place}' if place else ''} {period}".strip()


def place_of(question: Question) -> str:
    """The last place that a question names, with what it is: "huyện Thanh Chương"."""
    span = place_span(question)
    return question.text[slice(*span)] if span else ""


def body_of(question: Question) -> str:
    """The last body that a question names."""
    span = body_span(question)
    return question.text[slice(*span)] if span else ""


def body_span(question: Question) -> Span | None:
    """Where the last body stands that a question names."""
    named = organizations(question.text)
    return named[-1].span if named else None


def place_span(question: Question) -> Span | None:
    """Where the last place stands that a question names: a locality before a province."""
    for name in reversed(question.districts):
        found = re.search(rf"{_BELOW}{re.escape(name)}(?!\w)", question.text, re.IGNORECASE)
        if found:
            return found.span()
    for name in question.known:
        if found := re.search(rf"(?<!\w){re.escape(fold(name))}(?!\w)", question.plain):
            return found.span()
    if question.mentions:
        return question.mentions[-1].start, question.mentions[-1].end
    return None


def period_of(question: Question) -> str:
    """The period that a question asks about, as it is typed."""
    period = question.period
    if period is None:
        return ""
    said = question.text[period.start : period.end]
    return f"{like(question.text, 'năm')} {said}" if said.isdigit() else said
