"""Where a sentence calls something the highest or the most important, and what it calls so."""

import re

from index.vietnamese import UPPER, Span, fold
from qa.indicators import spoken, wants_lowest
from qa.labels import ROW, subject_before, subject_behind
from qa.paragraph import Paragraph
from qa.question import Question
from qa.readers.reading import Candidate

# An extreme is said within this many characters of the place.
REACH = 90
# What is said of one place ends here, or where another is named.
_BREAK = re.compile(
    rf"[;.]\s|\), |,\s(?=(?:huyện|xã|phường|thành phố|thị xã|TP\.?|tỉnh|quận|còn|riêng|trong khi)\s|[{UPPER}])"
)
OPENING = 3
_LEADS = r"dẫn đầu|đứng đầu|(?:đứng|xếp) (?:thứ )?nhất|hạng nhất|số 1\b|hạng 1\b"
_TRAILS = r"(?:đứng|xếp) (?:cuối|chót|bét)|cuối bảng|xếp cuối"
# Adjectives that say the same extreme; any other must be said as it is asked.
_FAMILIES = (
    (("rộng", "lớn", "to", "đông"), r"(?:rộng|lớn|to|đông) nhất"),
    (("nhiều",), rf"nhiều nhất|chủ yếu|phần lớn|cao nhất|lớn nhất|{_LEADS}"),
    (("cao", "tốt", "mạnh"), rf"(?:cao|tốt|mạnh) nhất|{_LEADS}"),
    (("thấp", "kém", "yếu", "nhỏ"), rf"(?:thấp|kém|yếu|nhỏ) nhất|{_TRAILS}"),
    (("ít",), rf"(?:ít|thấp|nhỏ) nhất|{_TRAILS}"),
    (("quan", "trọng"), r"quan trọng nhất|then chốt|chủ chốt|đáng chú ý nhất"),
)
_ADJECTIVES = "|".join(word for words, _ in _FAMILIES for word in words)
_ASKED = rf"\b(?P<of>{_ADJECTIVES})(?: \w+){{0,3}} nhất\b|\b(?P<adj>\w+) nhất\b"
_NO_EXTREME = r"\s*\d|\s+(?:trí|định|quán|thể|loạt|thời|thiết)\b"


def says_extreme(question: Question, candidate: Candidate) -> bool:
    """Whether the sentence calls this one place the highest or lowest."""
    text = candidate.paragraph.text
    start, end = candidate.span
    if fold(text[start:end]) != fold(candidate.text):
        return False
    words = _words(question)
    behind = _BREAK.split(text[end : end + REACH])[0].lower()
    before = _BREAK.split(text[max(0, start - REACH) : start])[-1].lower()
    # The first of several in a row is not called so by what heads the row.
    row = ROW.match(text, end)
    return bool(
        re.search(rf"\b(?:{words})(?!\w)", behind)
        or (not row and re.search(rf"\b(?:{words})(?!\w)[^,;.]*\slà\W", before + " "))
    )


def named_extreme(
    question: Question, paragraph: Paragraph, span: Span, *, opening: bool = False
) -> Span | None:
    """What a sentence calls the extreme that is asked for; None if it calls nothing so.

    With `opening` the sentence must begin with it: "Lớn nhất là …" tells of the one before.
    """
    said = paragraph.text[slice(*span)].lower()
    for match in re.finditer(rf"\b(?:{_words(question)})(?!\w)", said):
        if re.match(_NO_EXTREME, said[match.end() :]):
            continue
        if opening and match.start() > OPENING:
            break
        start, end = span[0] + match.start(), span[0] + match.end()
        leads = re.fullmatch(rf"{_LEADS}|{_TRAILS}", match.group()) is not None
        named = subject_behind(paragraph, (end, span[1]), at_once=leads) or subject_before(
            paragraph, (span[0], start)
        )
        if named:
            return named
    return None


def _words(question: Question) -> str:
    found = spoken(_ASKED, question.text, question.folded)
    if found:
        asked = fold(found[-1]["of"] or found[-1]["adj"])
        for family, words in _FAMILIES:
            if asked in map(fold, family):
                return words
        if not question.folded:
            return rf"{re.escape(found[-1]['adj'])} nhất"
    return _TRAILS if wants_lowest(question) else _LEADS
