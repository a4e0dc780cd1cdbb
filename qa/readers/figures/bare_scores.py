"""Scores written without "điểm": "Y Tý 4,71; Bắc Hà 4,66", "đạt 4,3 trên 5", "chấm theo thang 100: A 97, B 95"."""

import re

from qa.readers.reading import Reading
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph

# What stands behind a number that is a score: a pause, another's turn, or where it went from there.
_BARE = re.compile(
    r"\s*(?:[;,.()]|$|(?:và|còn|lên|xuống|đứng|xếp|hạng|trên thang|cao hơn|thấp hơn|tăng|giảm)\b)"
)
# What tells that a text is about scores.
_SCORED = re.compile(
    r"\b(?:điểm|xếp hạng|chấm|thang|chỉ số|DTI|PCI|PAPI|SIPAS|PAR)\b", re.IGNORECASE
)
_EVALUATED = re.compile(rf"{_SCORED.pattern}|\b(?:đánh giá|bình quân)\b", re.IGNORECASE)
# "0,67 và 0,66 điểm": the unit is said once, of the last.
_UNIT_LATER = re.compile(
    r"(?:\s?[,;]\s\d[\d.,]*\d|\s?[,;]?\svà\s\d[\d.,]*)+\s?điểm\b(?! phần trăm)"
)
# "98,6/100", "4/5"; "4,3 trên 5".
_OF_SCALE = re.compile(r"/(?:5|10|30|40|50|100|1\.?000)$")
_ON_SCALE = re.compile(
    r"\s(?:trên|/)\s?(?:thang (?:điểm )?)?(?:5|10|30|40|50|100|1\.?000)\b(?![.,]?\d|%)"
)
# A scale is said before whole numbers that are scores on it.
_SCALE = re.compile(r"\bthang (?:điểm )?\d+", re.IGNORECASE)
# A name stands before a number, or what it scores.
_NAMED = re.compile(r"[^\W\d_]\s$")
# In a sentence that says so itself, and in one behind such a sentence.
BARE_SCORE, TOLD_BEFORE = 0.9, 0.8


def scale_end(reading: Reading, paragraph: Paragraph, end: int) -> int:
    """Where a score ends that is said with its scale: "4,3 trên 5"."""
    on = _ON_SCALE.match(paragraph.text, end) if reading.question.asks == "score" else None
    return on.end() if on else end


def bare_score(reading: Reading, paragraph: Paragraph, figure: Figure) -> float:
    """How far a number without a unit, in a sentence about scores, answers a question for one."""
    if reading.question.asks != "score" or figure.kind not in ("count", "ratio"):
        return 0.0
    text, (start, end) = paragraph.text, figure.span
    if _ON_SCALE.match(text, end):
        return BARE_SCORE
    if figure.unit:
        return 0.0
    first = paragraph.sentence_at(start)[0]
    if _UNIT_LATER.match(text, end):
        return BARE_SCORE
    if not _BARE.match(text, figure.whole[1]):
        return 0.0
    said = text[start:end]
    if "," not in said and not _OF_SCALE.search(said):
        scaled = _SCALE.search(text, first, start) and _NAMED.search(text, first, start)
        return BARE_SCORE if scaled else 0.0
    if _SCORED.search(text, first, start):
        return BARE_SCORE
    told = _EVALUATED.search(text, 0, start) is not None
    return TOLD_BEFORE if told and _NAMED.search(text, first, start) else 0.0
