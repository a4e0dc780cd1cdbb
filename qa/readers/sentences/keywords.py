"""Questions of keywords alone: what they name first the sentence must have.

"Vốn điều lệ của Sao Mai" is not answered by a sentence that tells of Sao Mai only, nor "GRDP Gò Mây
2022" by one of another year or without a value.
"""

import re
from functools import lru_cache

from index.vietnamese import Span
from qa.readers.matching import Match
from qa.readers.reading import Reading
from qa.texts.figures import figures
from qa.texts.paragraph import Paragraph
from qa.words.terms import expansions

HEADLESS = 0.5
_YEAR = re.compile(r"(?<![\d/.,-])20\d\d(?![\d.,]\d)")
# Values that go by their letters alone, beside the indexes that are asked for as scores.
_INDEXES = ("GRDP", "GDP", "CPI", "IIP", "GII", "PII", "ICT")
_OF_VALUES = ("chỉ số", "tỷ lệ", "tổng sản phẩm", "điểm")


def keywords_fit(reading: Reading, paragraph: Paragraph, span: Span, match: Match) -> float:
    """Whether a span has what a question without a question word names; 1 for any other."""
    if not _is_of_keywords(reading):
        return 1.0
    question, content = reading.question, reading.question.content
    # Letters that stand for a thing are told of alone: "OCOP Gò Mây".
    alone = len(content) > 1 and question.text[content[0].start : content[0].end].isupper()
    head = {reading.matcher.key(unit) for unit in content[: 1 if alone else 2]}
    if head <= {reading.matcher.key(term.unit) for term in match.missing}:
        return HEADLESS
    return value_fit(reading, paragraph, span)


def value_fit(reading: Reading, paragraph: Paragraph, span: Span) -> float:
    """Whether a span names no other year than keywords do, and the value of an index they begin with."""
    question = reading.question
    if not _is_of_keywords(reading):
        return 1.0
    text = paragraph.text[slice(*span)]
    # "Năm 2015 hay 2016 …" asks which.
    alone = question.period if len(question.periods) == 1 else None
    year = alone.year if alone else None
    if year and (years := _YEAR.findall(text)) and str(year) not in years:
        return HEADLESS
    if index := _index(question.text):
        told = any(span[0] <= one.span[0] < span[1] for one in figures(paragraph))
        if not told or not index.search(text):
            return HEADLESS
    return 1.0


def _is_of_keywords(reading: Reading) -> bool:
    question = reading.question
    return question.asks == "how" and question.focus[0] == question.focus[1]


@lru_cache(maxsize=16)
def _index(question: str) -> re.Pattern[str] | None:
    """An index that a question begins with, as a text may write it; None for any other."""
    first = re.match(r"\W*(\w+)", question)
    short = first[1].upper() if first else ""
    full = next((full for one, full in expansions().items() if one.upper() == short), "")
    if short not in _INDEXES and not full.startswith(_OF_VALUES):
        return None
    written = [rf"(?<![^\W_]){short}(?![^\W_])", *([re.escape(full)] if full else [])]
    return re.compile("|".join(written), re.IGNORECASE)
