"""Lists as answers: "những … nào", "ba … nào", "gồm những gì"."""

import re

from index.vietnamese import Span, fold, word_key
from qa.readers.reading import Candidate, Reading
from qa.readers.sentences.announced import announces, with_what_follows
from qa.readers.sentences.bearers import names_fit
from qa.readers.sentences.enumerations import NEXT, OPENER, counted_up
from qa.readers.sentences.namings import WORDED, words_it
from qa.readers.sentences.sentences import SHORTEST, sentence_candidate
from qa.readers.sentences.told import tells
from qa.readers.sentences.unlisted import listed_fit
from qa.texts.paragraph import Paragraph, paragraphs
from qa.words.terms import Columns

_BULLET = re.compile(r"^\s*(?:[-–•+*]|\d{1,2}[.)]|[a-zđ][.)])\s")
# A sentence that counts several things is what is asked for; one that counts none hardly is.
MANY, FEW, NONE = 1.2, 1.0, 0.75
# "Có thể xảy ra lũ quét, sạt lở, ngập lụt và mưa đá": so many stand in a row without a word before them.
MANY_UNOPENED = 3
# What is asked about, counted up with others of its sort; an item of so many blanks is a name of one.
ONE_OF_THEM = 0.5
_OF_WORDS = (1, 2, 3)
_ITEMS = re.compile(r"[,;]\s|\s(?:va|hoac|cung)\s")
# "gồm" introduces nothing but what a thing consists of.
GATHERED = 1.4
_GATHERS = re.compile(r"\bgồm\b", re.IGNORECASE)
# A line that only announces a list, and that line with the items below it.
ANNOUNCED, WITH_ITEMS = 0.7, 1.2
# What is counted up stands right behind the question word: "những giải pháp nào".
HEAD_LENGTH, OTHER_HEAD = 2, 0.75
HEAD_REACH = 12
# As many are named as are asked for: "ba trụ cột".
COUNTED = 1.1
# So many items stand behind what introduces them.
AS_MANY = 1.15
_NUMERALS = "hai ba bốn năm sáu bảy tám chín mười".split()
_COUNTS = {word: (word_key(word), str(at)) for at, word in enumerate(_NUMERALS, 2)}
_WORD_OF = {str(at): word for at, word in enumerate(_NUMERALS, 2)}
LONGEST_LIST = 1200
# "Các đơn vị có liên quan" names none of them.
UNNAMED = 0.7
_CONCERNED = r"(?:đơn vị|cơ quan|bộ|ngành|sở|tổ chức|địa phương|bên|cá nhân)"
_OF_WHOM = re.compile(rf"\b{_CONCERNED}\b")
_NAMES_NONE = re.compile(
    rf"\b{_CONCERNED} (?:có )?liên quan\b(?!\s*(?:như|gồm|là|bao gồm|[:(]))", re.IGNORECASE
)


def read_lists(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The sentences that count things up, and lines with the items they announce."""
    found = [
        sentence_candidate(reading, paragraph, span, _signs(reading, paragraph, span))
        for sentence in paragraph.sentences
        for span in _spans(paragraph, sentence)
        if span[1] - span[0] >= SHORTEST
    ]
    if items := _items_below(paragraph):
        found.append(_with_items(reading, paragraph, items))
    return found + with_what_follows(reading.question.text, paragraph, found)


def _spans(paragraph: Paragraph, sentence: Span) -> list[Span]:
    clauses = paragraph.clauses[sentence]
    return [sentence, *clauses] if len(clauses) > 1 else [sentence]


def _signs(reading: Reading, paragraph: Paragraph, span: Span) -> dict[str, float]:
    worded = words_it(reading, paragraph, span)
    # What a motto consists of is in its words, whatever it is called: "gồm những nội dung nào".
    said = worded == WORDED
    return {
        "worded": worded,
        "counts": _fit(paragraph, span) * _other_fit(reading, paragraph, span),
        "as many": _as_many(reading, paragraph, span),
        "head": 1.0 if said else _head_fit(reading, paragraph, span),
        "counted up": counted_up(reading, paragraph, span),
        "told": tells(reading, paragraph, paragraph.text[slice(*span)]),
        "announces": announces(reading.question.text, paragraph.text[slice(*span)]),
        "listed": listed_fit(reading, paragraph, span),
        "named ones": names_fit(reading, paragraph, span),
        "unnamed": UNNAMED if _names_none(reading, paragraph, span) else 1.0,
    }


def _other_fit(reading: Reading, paragraph: Paragraph, span: Span) -> float:
    """Whether what is asked about is itself one of the things counted up: "ba lĩnh vực gồm chính quyền
    số, kinh tế số và xã hội số" tells nothing of those of "xã hội số"."""
    opened = _GATHERS.search(paragraph.text, *span)
    if opened is None:
        return 1.0
    question = fold(reading.question.text)
    said = paragraph.folded[opened.end() : span[1]]
    items = [item.strip(" :.;,") for item in _ITEMS.split(said)]
    inside = [item for item in items if item.count(" ") in _OF_WORDS and item in question]
    return ONE_OF_THEM if len(inside) == 1 and len(items) > 1 else 1.0


def _names_none(reading: Reading, paragraph: Paragraph, span: Span) -> bool:
    """Whether those asked for are told of in a sentence only as the ones concerned."""
    question = reading.question
    behind = question.text[question.focus[0] : question.focus[1] + HEAD_REACH].lower()
    return bool(_OF_WHOM.search(behind) and _NAMES_NONE.search(paragraph.text, span[0], span[1]))


def _fit(paragraph: Paragraph, span: Span) -> float:
    text = paragraph.text[slice(*span)]
    if text.rstrip().endswith(":"):
        return ANNOUNCED
    opened = OPENER.search(text)
    if not opened:
        return FEW if len(NEXT.findall(text)) >= MANY_UNOPENED else NONE
    counted = len(NEXT.findall(text[opened.end() :]))
    if counted >= 2 and _GATHERS.search(text):
        return GATHERED
    return MANY if counted >= 2 else FEW if counted else NONE


def _as_many(reading: Reading, paragraph: Paragraph, span: Span) -> float:
    """Whether a sentence counts up as many as the question asks for, and says so."""
    count = _asked_count(reading)
    text = paragraph.text[slice(*span)]
    opened = OPENER.search(text)
    if not count or not opened:
        return 1.0
    before = Columns(text[: opened.start()]).keys
    items = len(NEXT.findall(text[opened.end() :])) + 1
    return AS_MANY if items >= int(count[1]) and any(key in count for key in before) else 1.0


def _asked_count(reading: Reading) -> tuple[str, str] | None:
    """The number of things asked for, as the key of its word and as a digit."""
    said = reading.question.text[slice(*reading.question.focus)].lower()
    return _COUNTS.get(_WORD_OF.get(said, said))


def _head_fit(reading: Reading, paragraph: Paragraph, span: Span) -> float:
    question = reading.question
    head = [unit for unit in question.units if unit.start >= question.focus[1]][:HEAD_LENGTH]
    said = [unit for unit in head if unit.kind == "word" and not unit.is_stop]
    if not said or reading.question.folded:
        return 1.0
    first, last = paragraph.unit_at(span[0]), paragraph.unit_at(span[1])
    places = [
        at
        for unit in said
        for at, _ in reading.matcher.positions(unit, paragraph)
        if first <= at < last
    ]
    if not places:
        return OTHER_HEAD
    count = _asked_count(reading)
    named = (paragraph.units[at - 1] for at in places if at)
    return COUNTED if count and any(unit.key in count for unit in named) else 1.0


def _items_below(paragraph: Paragraph) -> Span | None:
    """The span, from the paragraph's start, of the items that its last words announce."""
    if not paragraph.text.rstrip().endswith(":"):
        return None
    document = paragraph.document
    below = paragraphs(document, paragraph.end + 1, paragraph.end + LONGEST_LIST)
    end = None
    for line in below:
        if not _BULLET.match(line.text) or line.end - paragraph.end > LONGEST_LIST:
            break
        end = line.end
    if end is None:
        return None
    start = len(document.text[: below[0].start].rstrip("\n")) + 1
    start = max(start, below[0].start)
    return start - paragraph.start, end - paragraph.start


def _with_items(reading: Reading, paragraph: Paragraph, items: Span) -> Candidate:
    opened = paragraph.sentence_at(len(paragraph.text) - 1)
    signs = {"counts": WITH_ITEMS, "head": _head_fit(reading, paragraph, opened)}
    announced = sentence_candidate(reading, paragraph, opened, signs)
    document, start = paragraph.document, paragraph.start
    text = document.text[start + items[0] : start + items[1]]
    return Candidate(
        paragraph=paragraph,
        span=items,
        quote=(opened[0], items[1]),
        text=re.sub(r"\s*\n\s*", "\n", text),
        score=announced.score,
        signs=announced.signs,
    )
