"""Who is told by a common noun: "do ngân hàng chịu", "doanh nghiệp trả", "miễn phí cho hộ nghèo"."""

import re
from functools import lru_cache

from index.vietnamese import Span
from qa.questions.question import Question
from qa.readers.bodies.kinds import group
from qa.readers.bodies.roles import deeds_alike
from qa.readers.people.doers import asked_deed
from qa.readers.reading import Candidate, Reading, span_candidate
from qa.texts.paragraph import Paragraph
from qa.texts.people import everyone
from qa.words.wordlists import any_of, words

# Someone with a name, or a body with one, is told of more surely; who does the deed asked for.
UNNAMED, DOER = 0.9, 1.15
_BY = re.compile(r"(?<!\w)(?:do|bởi)\s(?:chính\s)?")
# So far behind "do" the deed stands, and so many words are who does it.
REACH, LONGEST = 90, 10
_PAUSE = re.compile(r"[.;:()\"“”]|,(?!.*\svà\s)")
_BEFORE_DEED = re.compile(
    r"(?:\s(?:sẽ|đã|đang|cùng|trực tiếp|tự|phải|đứng ra|bỏ tiền|nhận|về|chịu trách nhiệm))+$"
)
_DENIED_BEHIND = re.compile(r"(?:\s(?:vẫn|hiện|còn|đều|cũng))*\s(?:chưa|không|chẳng)$")
# Any body is asked for, whatever it is.
_ANY_BODY = re.compile(r"^(?:ben|don vi) nao$")
# With whom, and whom something reaches: "phối hợp với ai", "tuyên truyền đến những ai".
_ASKS_PARTNER = re.compile(
    r"\b(?:voi|den|toi) (?:nhung )?(?:ai\b|(?:nhom |nhung )?(?:doi tuong|luc luong|thanh phan|nhom) nao\b)"
)
_ITEM = r"(?:(?:các|một|nhóm|những|mọi|từng)\s)?"
_ITEM_END = re.compile(r",\s(?:và\s)?|\svà\s")
_MET_ENDS = (
    r"(?:về|trong|trên|để|nhằm|triển khai|thực hiện|tổ chức|xây dựng|theo|tại|ở|và|đã|sẽ|có|là|được|từ"
    r"|rà soát|tham mưu)"
)
# What is done for someone, and the question for whom.
_ASKS_WHOM = re.compile(
    r"\b(?:cho|phuc vu|danh cho|doi voi|tang|giup|mien (?:phi )?cho) (?:nhung )?ai\b"
    r"|\bai (?:\w+ ){0,4}?(?:duoc (?!giao|bau|bo nhiem|chon|cu\b|phan cong)|khong phai|khoi phai|khoi mat|duoc mien)"
)
_FOR = r"(?:dành cho|áp dụng cho|cho|đối với|phục vụ|trừ|riêng|gồm|miễn phí|đến)"
_MORE = r"(?:[^.;:()]{0,110}?)"
_ENDS = (
    r"(?=\s?(?:[.;()]|$)|,\s(?:với|từ|mỗi|song|nhưng|còn|mức|thời)\b"
    r"|\s(?:vẫn|sẽ|cũng|được|thì|không phải|khỏi|là|để|tại|nếu|khi|hỗ trợ)\s)"
)


def read_unnamed(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """Those whom a paragraph calls by a common noun and says to do, or to be given, what is asked
    of "ai" or "bên nào"."""
    found = dict.fromkeys(_doers(reading, paragraph), DOER)
    if _ASKS_WHOM.search(reading.question.plain):
        found |= {
            match.span("who"): 1.0
            for match in _given().finditer(paragraph.text)
            if match["who"].count(" ") <= 2 * LONGEST
        }
    if asks_partner(reading.question):
        found |= dict.fromkeys(_partners(reading, paragraph), 1.0)
    found = {_without_denial(paragraph, span): worth for span, worth in found.items()}
    spans = [span for span in found if not _is_said(reading, paragraph, span)]
    return [
        span_candidate(reading, paragraph, span, span, {"unnamed": UNNAMED, "doer": found[span]})
        for span in spans
    ]


def asks_partner(question: Question) -> bool:
    """Whether it is asked with whom something is done, or whom it reaches."""
    return _ASKS_PARTNER.search(question.plain) is not None


def read_unnamed_bodies(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """Those whom a paragraph calls by a common noun and says to do what is asked of "bên nào"."""
    if not _ANY_BODY.search(reading.question.plain[slice(*reading.question.focus)]):
        return []
    signs = {"unnamed": UNNAMED, "doer": DOER}
    return [
        span_candidate(reading, paragraph, span, span, signs)
        for span in _doers(reading, paragraph)
        if not _is_said(reading, paragraph, span)
    ]


def _doers(reading: Reading, paragraph: Paragraph) -> list[Span]:
    """What stands between "do" and the deed asked about, and opens a part of a sentence before it."""
    deed = _deed(reading)
    if deed is None:
        return []
    text, found = paragraph.text, []
    for match in _BY.finditer(text):
        done = deed.search(paragraph.folded, match.end() + 1, match.end() + REACH)
        if done is None:
            continue
        who = text[match.end() : done.start()].rstrip()
        who = _BEFORE_DEED.sub("", who)
        if who and not _PAUSE.search(who) and who.count(" ") < LONGEST:
            found.append((match.end(), match.end() + len(who)))
    for match in _opening().finditer(text):
        done = deed.match(paragraph.folded, match.end())
        if done:
            found.append(match.span("who"))
    named = [person.name for person in everyone(text)]
    return [
        span for span in found if not any(one[0] < span[1] and span[0] < one[1] for one in named)
    ]


def _deed(reading: Reading) -> re.Pattern[str] | None:
    """The deed behind the question word in the words that a report may have for it."""
    question = reading.question
    forms = deeds_alike(question.text, question.focus)
    if not forms:
        unit = asked_deed(reading)[1]
        if unit is None or unit.kind != "word":
            return None
        forms = (unit.folded,)
    return _as_words(forms)


@lru_cache(maxsize=64)
def _as_words(forms: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<=\s)(?<!\bchu )(?<!\bnha )(?:{'|'.join(map(re.escape, ordered))})\b")


def _without_denial(paragraph: Paragraph, span: Span) -> Span:
    """Those of whom something is denied, without the denial: "cán bộ thôn chưa | được cấp"."""
    denied = _DENIED_BEHIND.search(paragraph.text, *span)
    return (span[0], denied.start()) if denied else span


def _is_said(reading: Reading, paragraph: Paragraph, span: Span) -> bool:
    return paragraph.folded[slice(*span)] in reading.question.plain


def _partners(reading: Reading, paragraph: Paragraph) -> list[Span]:
    """Those with whom something is done, or whom it reaches, without such as the question says:
    "phối hợp với các sở, ngành và các địa phương triển khai"."""
    return [
        span
        for match in _met().finditer(paragraph.text)
        if (span := _unsaid(reading, paragraph, match.span("who"))) is not None
    ]


def _unsaid(reading: Reading, paragraph: Paragraph, span: Span) -> Span | None:
    """The part of a row of groups behind those that the question says itself."""
    start, end = span
    said = " ".join(("", *re.findall(r"\w+", reading.question.plain), ""))
    while start < end:
        item = _ITEM_END.search(paragraph.text, start, end)
        last = item.start() if item else end
        if f" {paragraph.folded[start:last].removeprefix('cac ').strip()} " not in said:
            return (start, end)
        start = item.end() if item else end
    return None


@lru_cache(maxsize=1)
def _met() -> re.Pattern[str]:
    """A row of groups behind "với", "đến" or "tới", up to what is done with them."""
    item = rf"{_ITEM}(?:{group()}|cấp(?=,|\s(?:và|ủy|uỷ)\s))(?!\w)"
    return re.compile(
        rf"(?<!\w)(?:với|đến|tới)\s(?P<who>{item}(?:(?:,\s|,?\svà\s){item}"
        rf"|\s(?!và\s|{_MET_ENDS}\b)[^\W\d]+){{0,12}})(?=\s{_MET_ENDS}\b|\s?[.;()]|,|$)"
    )


@lru_cache(maxsize=1)
def _groups() -> str:
    return any_of(words("groups.txt"))


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    """A group that opens a sentence or a part of one, up to a word: its deed may follow."""
    return re.compile(
        rf"(?:^|[.;,:–]\s|(?<!\w)(?:còn|và|riêng|rằng|thì|bù lại)\s)"
        rf"(?P<who>{_ITEM}{_groups()}(?:(?:,\s|\svà\s){_ITEM}{_groups()}){{0,3}}(?:\s[^\W\d]+){{0,4}}?)"
        r"(?:\s(?:sẽ|đã|đang|cũng|đều|phải|trực tiếp|vẫn|đứng ra|có thể|có quyền))*(?=\s)\s"
    )


@lru_cache(maxsize=1)
def _given() -> re.Pattern[str]:
    """A group for which something is done, and one that is given or spared something."""
    group = rf"(?:(?:các|một|nhóm|những|mọi)\s)?{_groups()}(?!\w)"
    return re.compile(rf"(?:(?<!\w){_FOR}\s|(?:^|[.;,:]\s))(?P<who>{group}{_MORE}){_ENDS}")
