"""Figures of one kind claimed of another: "dữ liệu đất đai" where a report tells of "dữ liệu hộ
tịch"."""

from collections.abc import Sequence
from itertools import pairwise

from index.vietnamese import number_key
from qa.questions.question import Question
from qa.readers.reading import Candidate
from qa.words.terms import Unit

# A thing and its kind are mostly named in two syllables each.
NAMED = 2


def is_of_another_kind(question: Question, found: Candidate) -> bool:
    """Whether a figure is told of another kind of what a claim names."""
    return _names_another(question, found) or _counts_another(question, found)


def _names_another(question: Question, found: Candidate) -> bool:
    """Whether a sentence tells of another kind of what a claim names, and of the claimed one
    nowhere: after the same two words stand others in both."""
    paragraph = found.paragraph
    told = paragraph.units_in(paragraph.sentence_at(found.span[0]))
    keys, groups = {unit.key for unit in paragraph.units}, {u.group for u in paragraph.units}
    claimed = {unit.key for unit in question.units}
    units = question.units
    for at in range(len(units) - 2 * NAMED + 1):
        run = units[at : at + 2 * NAMED]
        head, kind = run[:NAMED], run[NAMED:]
        if any(unit.key in keys or (unit.group >= 0 and unit.group in groups) for unit in kind):
            continue
        if not _is_plain(question.text, run) or any(unit.is_light for unit in kind):
            continue
        if any(
            [unit.key for unit in told[here : here + NAMED]] == [unit.key for unit in head]
            and _is_plain(paragraph.text, told[here : here + 2 * NAMED])
            and not claimed & {unit.key for unit in told[here + NAMED : here + 2 * NAMED]}
            for here in range(len(told) - 2 * NAMED + 1)
        ):
            return True
    return False


def _counts_another(question: Question, found: Candidate) -> bool:
    """Whether as many are told of another kind: "1.200 máy chủ" where "1.200 máy tính"."""
    paragraph = found.paragraph
    told = paragraph.units_in(paragraph.sentence_at(found.span[0]))
    keys, claimed = {unit.key for unit in told}, {unit.key for unit in question.units}
    for at in range(len(question.units) - NAMED):
        many, *named = question.units[at : at + NAMED + 1]
        if many not in question.stated or not _is_plain(question.text, named):
            continue
        if named[-1].key in keys or named[-1].is_light or named[-1].is_stop:
            continue
        for here in range(len(told) - NAMED):
            other, *called = told[here : here + NAMED + 1]
            if (
                number_key(other.folded) == number_key(many.folded)
                and called[0].key == named[0].key
                and _is_plain(paragraph.text, called)
                and not called[-1].is_stop
                and called[-1].key not in claimed
            ):
                return True
    return False


def _is_plain(text: str, run: Sequence[Unit]) -> bool:
    """Whether words stand one behind the other, with nothing between them, and are no names."""
    return all(unit.kind == "word" and text[unit.start].islower() for unit in run) and all(
        text[one.end : other.start] == " " for one, other in pairwise(run)
    )
