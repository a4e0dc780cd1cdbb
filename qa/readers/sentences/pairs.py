"""Two sentences that say together what is asked: a fact and its reason, a name and its method.

In many saved pages every sentence stands on a line of its own, so the pair may cross lines.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from index.vietnamese import Span
from qa.readers.reading import Candidate, Reading
from qa.readers.signs import Signs, met, weigh
from qa.texts.paragraph import Paragraph, paragraphs

LONGEST = 700
# What the other sentence of a pair adds to the better one.
OTHER = 0.6


@dataclass(frozen=True, slots=True)
class Pair:
    """Two neighbouring sentences; `below` is the second's line where it is not the first's."""

    first: Span
    second: Span
    below: Paragraph | None = None

    def texts(self, paragraph: Paragraph) -> tuple[str, str]:
        second = self.below or paragraph
        return paragraph.text[slice(*self.first)], second.text[slice(*self.second)]


def pairs(paragraph: Paragraph) -> Iterator[Pair]:
    """Each two neighbouring sentences of which the first stands in the paragraph."""
    for first, second in pairwise(paragraph.sentences):
        if second[1] - first[0] <= LONGEST:
            yield Pair(first, second)
    below = _below(paragraph)
    if below and paragraph.sentences and below.sentences:
        yield Pair(paragraph.sentences[-1], below.sentences[0], below)


def _below(paragraph: Paragraph) -> Paragraph | None:
    if paragraph.start == 0 or paragraph.is_item:
        return None
    text = paragraph.document.text
    following = paragraphs(paragraph.document, paragraph.end + 1, paragraph.end + 3)
    line = next(iter(following), None)
    # Behind the last line stands that line again.
    if line is None or line.start < paragraph.end or line.is_item:
        return None
    if text[paragraph.end : line.start].strip():
        return None
    return line if line.end - paragraph.start <= 2 * LONGEST else None


def pair_candidate(
    reading: Reading, paragraph: Paragraph, pair: Pair, signs: Signs, *, answer_first: bool
) -> Candidate:
    """Both sentences as an answer; the one of the two that gives it is marked."""
    second = pair.below or paragraph
    shift = second.start - paragraph.start
    one, other = reading.match(paragraph, pair.first), reading.match(second, pair.second)
    low, high = sorted((one.coverage, other.coverage))
    coverage = high + (1 - high) * OTHER * low
    first, last = (
        {
            **reading.place_signs(line, span),
            "period": max(0.5, reading.times.period_fit(line, span)),
        }
        for line, span in ((paragraph, pair.first), (second, pair.second))
    )
    signs = {
        "coverage": coverage,
        "kept": max(met(one)["kept"], met(other)["kept"]),
        **(first if weigh(first) >= weigh(last) else last),
        **signs,
    }
    quote = (pair.first[0], pair.second[1] + shift)
    marked = pair.first if answer_first else (pair.second[0] + shift, quote[1])
    whole = paragraph.document.text[paragraph.start + quote[0] : paragraph.start + quote[1]]
    return Candidate(
        paragraph=paragraph,
        span=marked,
        quote=quote,
        text=" ".join(whole.split()),
        score=weigh(signs),
        signs=signs,
    )
