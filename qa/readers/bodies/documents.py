"""Official documents as answers: "nghị quyết nào", "kế hoạch số mấy"."""

import re

from index.vietnamese import Span, fold
from qa.questions.question import Question
from qa.readers.bodies.articles import asks_article, read_articles
from qa.readers.bodies.official import Official, numbered, quoted, titled
from qa.readers.reading import Candidate, Reading, span_candidate
from qa.texts.paragraph import Paragraph

_BY_NUMBER = re.compile(r"\bso (?:may|bao nhieu|nao|gi|hieu|ky hieu)\b")
OTHER_TYPE = 0.15
# The replacing document for the replaced one.
OTHER_ROLE = 0.3
_REPLACES = r"(?:thay(?: the)?(?: cho)?|bai bo|huy bo|thu hoi|dinh chi|sua doi(?:, bo sung)?)"
_REPLACED_BY = re.compile(rf"\b{_REPLACES}\s*(?:\w+\s){{0,3}}$")
_REPLACING = re.compile(rf"\W*(?:(?:nay|da|moi|de|nham|ra doi)\s)*{_REPLACES}\b")
# "Quyết định nào bị thu hồi", "… số 14 bị thu hồi bằng quyết định nào": one that something is done to.
_UNDERGOES = rf"(?:bi|duoc)\s(?:[^,?]{{0,30}}?\s)?{_REPLACES}\b"
_REPLACED = re.compile(rf"\W*(?:\w+\s){{0,4}}?{_UNDERGOES}")
_REPLACED_WITH = re.compile(rf"\b{_UNDERGOES}(?:\s\w+){{0,3}}?\s(?:bang|boi|theo|tai)\s(?:\w+\s)?$")
_BEGINNING = re.compile(r"\s?[/-]")
_ASKED_TYPE = re.compile(
    r"\b(nghi quyet|quyet dinh|ke hoach|chi thi|thong tu|cong van|de an|nghi dinh|luat|chuong trinh|thong bao"
    r"|ket luan|quy dinh|huong dan(?! vien)|bao cao|cong uoc|hiep dinh|phap lenh|tuyen bo|to trinh|cong dien|quy che"
    r"|hop dong|bien ban|phuong an|van ban|van kien|giay|qd|nq|nd|cv|kh|vb)\b"
)
_SHORT = {
    "qd": "quyet dinh",
    "nq": "nghi quyet",
    "nd": "nghi dinh",
    "cv": "cong van",
    "kh": "ke hoach",
}
# Words for a document of any type, and a type that a text may call by such a word.
_ANY = frozenset({"van ban", "van kien", "vb", "giay", "quy dinh"})
_LIKE = {"cong van": ("van ban",)}


def read_documents(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The official documents a paragraph names, of the type asked for."""
    question = reading.question
    if asks_article(question):
        return read_articles(reading, paragraph)
    wanted = _wanted(question)
    replaced = _asks_replaced(question)
    found = _read_titled(reading, paragraph, wanted)
    named = numbered(paragraph)
    for at, one in enumerate(named):
        if re.match(r"\d+", one.number) and _said(question, one.number):
            continue
        signs = {"type": 1.0 if _fits(one, wanted) else OTHER_TYPE}
        span = one.span
        if replaced is not None:
            signs["replaced"] = (
                1.0 if _is_replaced(paragraph.text, span) == replaced else OTHER_ROLE
            )
        until = named[at + 1].span[0] if at + 1 < len(named) else len(paragraph.text)
        reach = min(until, paragraph.sentence_at(span[0])[1])
        whole = (span[0], max(span[1], reach))
        found.append(span_candidate(reading, paragraph, span, whole, signs))
    return found


def _said(question: Question, number: str) -> bool:
    """Whether a question says a document's number, or the beginning of it: "Quyết định 14" of
    "14/QĐ-UBND"."""
    said = fold(number).lstrip("0")
    return not {said, _BEGINNING.split(said)[0]}.isdisjoint(question.document_numbers)


def _wanted(question: Question) -> str | None:
    """The type asked for, folded; None where any will do.

    It stands beside the question word, or where its number is asked for, farther before it: "Công
    văn … gửi Cục … mang số bao nhiêu?".
    """
    text = question.plain
    focus = text[max(0, question.focus[0] - 30) : question.focus[1]]
    named = [one[1] for one in _ASKED_TYPE.finditer(focus)][-1:]
    if not named:
        named = [one[1] for one in _ASKED_TYPE.finditer(text)][:1]
    if not named or named[0] in _ANY:
        return None
    return _SHORT.get(named[0], named[0])


def _fits(one: Official, wanted: str | None) -> bool:
    return wanted is None or one.type.startswith((wanted, *_LIKE.get(wanted, ())))


def _read_titled(reading: Reading, paragraph: Paragraph, wanted: str | None) -> list[Candidate]:
    """The laws and treaties that a paragraph calls by their titles, and titles in quotation marks."""
    found: list[Candidate] = []
    if _BY_NUMBER.search(reading.question.plain):
        return found
    for one in (*titled(paragraph), *(quoted(paragraph, wanted) if wanted else ())):
        if fold(paragraph.text[slice(*one.span)]) in reading.question.plain:
            continue
        fits = wanted is None or wanted in one.type
        signs = {"type": 1.0 if fits else OTHER_TYPE}
        found.append(span_candidate(reading, paragraph, one.span, one.span, signs))
    return found


def _asks_replaced(question: Question) -> bool | None:
    """Whether the document is asked for that another replaced or revoked, or the one that does so;
    None where neither is."""
    text = question.plain
    if _REPLACED.match(text, question.focus[1]):
        return True
    if _REPLACED_WITH.search(text, 0, question.focus[0]):
        return False
    if _REPLACED_BY.search(text[max(0, question.focus[0] - 30) : question.focus[0]]):
        return True
    return False if _REPLACING.match(text, question.focus[1]) else None


def _is_replaced(text: str, span: Span) -> bool:
    return _REPLACED_BY.search(fold(text[max(0, span[0] - 40) : span[0]])) is not None
