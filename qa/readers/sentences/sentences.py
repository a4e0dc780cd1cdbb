"""Whole sentences as answers: "như thế nào", "là gì", and what no other reader reads."""

import re

from index.vietnamese import Span
from qa.readers.denied import asks_what_is_not, asks_who_does_not, denies
from qa.readers.owners import named_fit
from qa.readers.reading import Candidate, Reading
from qa.readers.sentences.announced import announces, with_what_follows
from qa.readers.sentences.enumerations import counted_up
from qa.readers.sentences.keywords import keywords_fit, value_fit
from qa.readers.sentences.means import means, tells_only_step
from qa.readers.sentences.namings import says_name, words_it
from qa.readers.sentences.pairs import Pair, pair_candidate, pairs
from qa.readers.sentences.told import tells
from qa.readers.sentences.uses import uses
from qa.readers.signs import Signs, met, weigh
from qa.texts.paragraph import Paragraph

SHORTEST = 15
TITLE = 0.7
# What the text itself asks is no answer.
ASKS = 0.5
SENTENCE_LENGTH = 450
# Two sentences say more than one; only where the second goes on with the first.
PAIR = 0.9

# A sentence that denies nothing tells of the others, where it is asked which do not.
AFFIRMS = 0.75

# A sentence that only says that something will be told; the next one tells it.
_ANNOUNCES = re.compile(
    r"\b(?:chia sẻ|nêu|trình bày|giới thiệu|đề cập|đưa ra|chỉ ra|kể|nói|gợi ý|quy định cụ thể|hướng dẫn)"
    r"(?: [^\s,]+){0,3}? (?:kinh nghiệm|biện pháp|giải pháp|cách|cách làm|cách thức|nguyên nhân|lý do|bí quyết|việc)\b"
    r"[^,;:]*$|\b(?:như sau|cụ thể là|sau đây)\W*$",
    re.IGNORECASE,
)
ANNOUNCING = 0.8
_GOES_ON = re.compile(
    r"^[\s\"“–-]*(?:theo đó|cụ thể|trong đó|đó là|như vậy|họ |điều này|việc này|phương pháp|cách |nguyên nhân"
    r"|lý do|lí do|bởi|vì |do |để |nhờ |ngoài ra|đồng thời|bên cạnh đó|riêng |còn )",
    re.IGNORECASE,
)


def read_sentences(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The sentences of a paragraph, by how much of the question they say."""
    found = [
        sentence_candidate(
            reading,
            paragraph,
            span,
            {
                "counted up": counted_up(reading, paragraph, span),
                "means": means(reading, paragraph, span),
                "uses": uses(reading, paragraph, span),
                "called": says_name(reading, paragraph, span),
                "worded": words_it(reading, paragraph, span),
                "told": tells(reading, paragraph, paragraph.text[slice(*span)]),
                "announces": _announcing(reading, paragraph.text[slice(*span)]),
            },
        )
        for sentence in paragraph.sentences
        for span in parts(paragraph, sentence)
        if span[1] - span[0] >= SHORTEST
    ]
    found += with_what_follows(reading.question.text, paragraph, found)
    found += [
        pair_candidate(
            reading,
            paragraph,
            pair,
            {
                "pair": PAIR,
                "called": _pair_called(reading, paragraph, pair),
                "headed": _pair_headed(reading, paragraph, pair),
                "worded": _pair_worded(reading, paragraph, pair),
                "uses": _pair_uses(reading, paragraph, pair),
                "means": _pair_means(reading, paragraph, pair),
                "told": tells(reading, paragraph, " ".join(pair.texts(paragraph))),
            },
            answer_first=False,
        )
        for pair in pairs(paragraph)
        if _belong(reading, *pair.texts(paragraph))
    ]
    return found


def _announcing(reading: Reading, sentence: str) -> float:
    return ANNOUNCING if _announces(sentence) else announces(reading.question.text, sentence)


def _belong(reading: Reading, first: str, second: str) -> bool:
    """Whether the second of two sentences goes on with the first."""
    goes_on = _GOES_ON.match(second) is not None or _announces(first)
    return goes_on or tells_only_step(reading, second)


def _announces(sentence: str) -> bool:
    # The long way through the pattern is cut short: it holds no comma before its end.
    return _ANNOUNCES.search(sentence, max(0, sentence.rfind(",") - 1)) is not None


def _pair_means(reading: Reading, paragraph: Paragraph, pair: Pair) -> float:
    """Whether the second sentence of a pair tells a way."""
    return means(reading, pair.below or paragraph, pair.second)


def _pair_uses(reading: Reading, paragraph: Paragraph, pair: Pair) -> float:
    """Whether either sentence of a pair tells what something is good for."""
    return max(
        uses(reading, paragraph, pair.first),
        uses(reading, pair.below or paragraph, pair.second),
    )


def _pair_headed(reading: Reading, paragraph: Paragraph, pair: Pair) -> float:
    """Whether either sentence of a pair has the value that keywords name."""
    return max(
        value_fit(reading, paragraph, pair.first),
        value_fit(reading, pair.below or paragraph, pair.second),
    )


def _pair_worded(reading: Reading, paragraph: Paragraph, pair: Pair) -> float:
    """Whether either sentence of a pair gives the words that are asked for."""
    return max(
        words_it(reading, paragraph, pair.first),
        words_it(reading, pair.below or paragraph, pair.second),
    )


def _pair_called(reading: Reading, paragraph: Paragraph, pair: Pair) -> float:
    """Whether either sentence of a pair gives a name that is asked for."""
    return max(
        says_name(reading, paragraph, pair.first),
        says_name(reading, pair.below or paragraph, pair.second),
    )


def parts(paragraph: Paragraph, sentence: Span) -> list[Span]:
    """A sentence, with its clauses if it is too long to be read out."""
    if sentence[1] - sentence[0] <= SENTENCE_LENGTH:
        return [sentence]
    return [sentence, *paragraph.clauses[sentence]]


def _denied_fit(reading: Reading, paragraph: Paragraph, span: Span) -> float:
    """Whether a sentence denies something, where the question asks of those that do not, or for
    what is not."""
    asked = asks_who_does_not(reading) or asks_what_is_not(reading)
    return AFFIRMS if asked and not denies(paragraph.text, *span) else 1.0


def sentence_candidate(
    reading: Reading, paragraph: Paragraph, span: Span, signs: Signs, marked: Span | None = None
) -> Candidate:
    """A span of whole sentences as an answer; `marked` is the part that says it."""
    match = reading.match(paragraph, span)
    signs = {
        **met(match),
        **reading.place_signs(paragraph, span),
        "named": named_fit(reading, paragraph, span),
        "period": max(0.5, reading.times.period_fit(paragraph, span)),
        "title": TITLE if paragraph.start == 0 else 1.0,
        "asks": ASKS if paragraph.text[slice(*span)].rstrip(' "”').endswith("?") else 1.0,
        "denied": _denied_fit(reading, paragraph, span),
        "headed": keywords_fit(reading, paragraph, span, match),
        **signs,
    }
    return Candidate(
        paragraph=paragraph,
        span=marked or span,
        quote=span,
        text=paragraph.text[slice(*span)],
        score=weigh(signs),
        signs=signs,
    )
