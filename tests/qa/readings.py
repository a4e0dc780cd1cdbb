"""A question ready for a reader, with every word as rare as the next."""

from collections.abc import Sequence

from qa.questions.question import understand
from qa.readers.matching import Matcher
from qa.readers.reading import Candidate, Reading


def reading(question: str) -> Reading:
    understood = understand(question)
    return Reading(understood, Matcher(understood, lambda unit: 1, 50))


def best(found: Sequence[Candidate]) -> str:
    """The text of the best candidate, empty without one."""
    return max(found, key=lambda one: one.score).text if found else ""
