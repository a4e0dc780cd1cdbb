"""Where a sentence calls something the highest or the most important, and what it calls so."""

import re

from index.vietnamese import UPPER, Span, fold
from qa.catalogue.labels import ROW, subject_before, subject_behind
from qa.questions.indicators import spoken, wants_lowest
from qa.questions.question import Question
from qa.readers.reading import Candidate
from qa.texts.paragraph import Paragraph

# An extreme is said within this many characters of the place.
REACH = 90
# What is said of one place ends here, or where another is named.
_BREAK = re.compile(
    rf"[;.]\s|\), |,\s(?=(?:huyện|xã|phường|thành phố|thị xã|TP\.?|tỉnh|quận|còn|riêng|trong khi)\s|[{UPPER}])"
)
OPENING = 3
LEADS = (
    r"dẫn đầu|đứng đầu|(?:đứng|xếp|hạng|vị trí)(?: thứ| hạng)? nhất|hạng nhất"
    r"|(?:số|hạng|vị trí)(?: thứ)? 1\b(?! (?:hoặc|hay)\b)|đầu bảng|quán quân"
)
_TRAILS = r"(?:đứng|xếp) (?:cuối|chót|bét|sau cùng)|cuối bảng|xếp cuối|đội sổ|bét bảng|chót bảng"
_HIGH = rf"(?:cao|nhiều|nhanh|tốt|lớn|mạnh) nhất|{LEADS}"
_LOW = rf"(?:thấp|kém|yếu|nhỏ|ít|chậm|bét) nhất|{_TRAILS}"
# Adjectives that say the same extreme; any other must be said as it is asked.
_FAMILIES = (
    (("rộng", "lớn", "to"), r"(?:rộng|lớn|to|đông|nhiều|cao) nhất"),
    (("đông", "nhộn"), r"(?:đông|nhiều)(?: khách| người)? nhất"),
    (
        ("nhiều", "phổ", "mạnh"),
        rf"(?:nhiều|cao|lớn|mạnh|đông|phổ biến|hay gặp|thường gặp) nhất|chủ yếu|phần lớn|{LEADS}",
    ),
    (("cao", "tốt", "giỏi"), rf"(?:cao|tốt|mạnh|giỏi) nhất|{LEADS}"),
    (("nhanh",), rf"(?:nhanh|cao|tốt|sớm) nhất|{LEADS}"),
    (("thấp", "kém", "yếu", "nhỏ", "bét", "tệ", "dở"), _LOW),
    (("ít", "vắng", "ế"), rf"(?:ít|thấp|nhỏ|vắng|ế|ít khách) nhất|{_TRAILS}"),
    (("chậm", "ì"), rf"(?:chậm|thấp|muộn) nhất|{_TRAILS}"),
    (("sớm", "trước"), r"(?:sớm|trước) nhất|đầu tiên|tiên phong|trước tiên"),
    (("quan", "trọng"), r"quan trọng nhất|then chốt|chủ chốt|đáng chú ý nhất"),
)
_ADJECTIVES = "|".join(word for words, _ in _FAMILIES for word in words)
_ASKED = rf"\b(?P<of>{_ADJECTIVES})(?: \w+){{0,3}} nhất\b|\b(?P<adj>\w+) nhất\b"
_BEFORE_EXTREME = rf"\b(?P<verb>\w+)\s+(?:{_ADJECTIVES})(?: \w+){{0,3}} nhất\b"
_EXTREME = re.compile(
    rf"\bnhất\b(?! (?:trí|định|quán|thể|loạt|thời|thiết)\b)|\b(?:{LEADS}|{_TRAILS})"
)
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
        leads = re.fullmatch(rf"{LEADS}|{_TRAILS}", match.group()) is not None
        named = subject_behind(paragraph, (end, span[1]), at_once=leads) or subject_before(
            paragraph, (span[0], start)
        )
        if named:
            return named
    return None


def tells_extreme(text: str) -> bool:
    """Whether a text calls anything an extreme."""
    return _EXTREME.search(text.lower()) is not None


def says_with_same_verb(question: Question, paragraph: Paragraph, span: Span) -> bool:
    """Whether the word before the extreme is that of the question: "tăng mạnh nhất"."""
    asked = spoken(_BEFORE_EXTREME, question.text, question.folded)
    said = paragraph.text[slice(*span)].lower()
    return bool(asked) and any(
        fold(match.group()) == fold(asked[-1]["verb"])
        for match in re.finditer(rf"\b\w+(?=\s+(?:{_words(question)})(?!\w))", said)
    )


def _words(question: Question) -> str:
    found = spoken(_ASKED, question.text, question.folded)
    if found:
        asked = fold(found[-1]["of"] or found[-1]["adj"])
        for family, words in _FAMILIES:
            if asked in map(fold, family):
                return words
        if not question.folded:
            return rf"{re.escape(found[-1]['adj'])} nhất"
    return _LOW if wants_lowest(question) else _HIGH
