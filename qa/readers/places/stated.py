"""The numbers that a question states: where a report holds them, and whose they are."""

import re

from index.places import Mention
from index.vietnamese import Span, fold, number_key, tokens
from qa.questions.question import Question
from qa.readers.reading import Reading
from qa.texts.figures import figures
from qa.texts.paragraph import Paragraph
from qa.words.terms import Unit

_STATED_RANK = re.compile(
    r"\b(?:thu|hang|vi tri|xep|dung)\s+(?:thu\s+|hang\s+)?(?P<rank>\d{1,3})\b"
)
_BRACKET = re.compile(r"\s?\([^()]*\)")


def states_figures(reading: Reading, paragraph: Paragraph, span: tuple[int, int]) -> bool:
    """Whether a span holds every telling number of the question, however it is typed."""
    ranks = stated_ranks(reading.question)
    if ranks and not ranks <= _ranks_in(paragraph, span):
        return False
    wanted = [
        unit
        for unit in reading.question.figures
        if is_telling(unit) and unit.key.split("/")[0] not in ranks
    ]
    if not wanted:
        return True
    held = {token.key.rstrip("%") for token in tokens(paragraph.text[slice(*span)])}
    return all(number_key(unit.key.rstrip("%")) in held for unit in wanted)


def stated_ranks(question: Question) -> set[str]:
    """The ranks that the question states: "đứng thứ 52", "hạng 3"."""
    return {match["rank"] for match in _STATED_RANK.finditer(fold(question.text))}


def _ranks_in(paragraph: Paragraph, span: tuple[int, int]) -> set[str]:
    return {
        number_key(paragraph.text[slice(*figure.span)].split("/")[0])
        for figure in figures(paragraph)
        if figure.kind == "rank" and span[0] <= figure.span[0] < span[1]
    }


def is_telling(unit: Unit) -> bool:
    """Whether a number is rare enough to be looked for as it is: not "1 năm"."""
    return unit.kind == "percent" or "." in unit.key or "/" in unit.key or len(unit.key) >= 2


def with_figure(reading: Reading, paragraph: Paragraph, clause: Span) -> list[Mention]:
    """The provinces whose bracket holds the figure that is asked about: "A (0,86), B (0,72)"."""
    wanted = {number_key(unit.key.rstrip("%")) for unit in reading.question.figures}
    found = []
    for mention in paragraph.provinces:
        bracket = _BRACKET.match(paragraph.text, mention.end, max(mention.end, clause[1]))
        if wanted and bracket and clause[0] <= mention.start < clause[1]:
            held = {token.key.rstrip("%") for token in tokens(bracket.group())}
            found += [mention] if wanted <= held else []
    return found
