"""Of which numbered document a place in a report tells: of the one named before it, or of the title's."""

import re

from index.vietnamese import Span, fold, number_key
from qa.questions.question import Question
from qa.readers.reading import Reading
from qa.texts.paragraph import Paragraph

OTHER_DOCUMENT, GOES_ON = 0.6, 1.2
LEAD = 600
# Names that stand so far before a sentence may be of what it tells.
FRAMED = 400
_NUMBERED = re.compile(
    r"\b(?P<kind>nghi quyet|quyet dinh|ke hoach|chi thi|thong tu|cong van|de an|nghi dinh|thong bao"
    r"|luat|van ban|cong dien|ket luan|huong dan|to trinh|quy dinh|sac lenh)\s+"
    r"(?:so\s+|lien tich\s+)?(?P<number>\d+)(?:\s?[/-]\s?(?P<rest>[\w/&-]+))?(?![\d%.,]*\d)"
    r"(?!\s(?:muc tieu|chi tieu|nhiem vu|nguoi|ho|ty|trieu|dong))"
)


# "Thông tư có hiệu lực …": the one named before.
_BARE = re.compile(
    r"\b(?:nghi quyet|quyet dinh|ke hoach|chi thi|thong tu|cong van|de an|nghi dinh|thong bao|luat"
    r"|van ban|theo do|trong do)\b"
)


def documents_in(plain: str) -> list[tuple[int, str]]:
    """Where a folded text names numbered documents, and their numbers."""
    return [(match.start(), number_key(match["number"])) for match in _NUMBERED.finditer(plain)]


def document_fit(reading: Reading, paragraph: Paragraph, span: Span) -> float:
    """How far a span may be of the numbered document that is asked about: less where it is of
    another; more where its sentence goes on about it ("Nghị quyết xác định 20 mục tiêu")."""
    question = reading.question
    if not question.document_numbers:
        return 1.0
    sentence = paragraph.sentence_at(span[0])
    if not tells_of_documents(question, paragraph, sentence, span[0]):
        return OTHER_DOCUMENT
    return 1.0 if documents_in(paragraph.folded[slice(*sentence)]) else GOES_ON


def tells_of_documents(question: Question, paragraph: Paragraph, span: Span, at: int) -> bool:
    """Whether what a sentence tells at an offset is of the numbered documents that a question names."""
    claimed = {number for _, number in documents_in(question.plain)}
    claimed |= {number_key(re.split(r"[/-]", one)[0]) for one in question.document_numbers}
    claimed -= {str(period.year) for period in question.periods}
    if not claimed:
        return True
    start = max(0, paragraph.start - FRAMED)
    text = fold(paragraph.document.text[start : paragraph.start]) + paragraph.folded[: span[1]]
    shift = paragraph.start - start
    told = [(place - shift, number) for place, number in documents_in(text)]
    inside = [one for one in told if one[0] >= span[0]]
    # A whole sentence is told of what it names, a figure or a day of what is named before it.
    ahead = [one for one in (inside if at > span[0] else []) if one[0] < at]
    if at > span[0] and ahead:
        return ahead[-1][1] in claimed
    numbers = {number for _, number in inside}
    if numbers & claimed:
        return True
    before = [one for one in told if one[0] < span[0]]
    refers = _BARE.search(paragraph.folded[span[0] : inside[0][0] if inside else span[1]])
    if inside and not refers:
        return False
    if before and refers:
        return before[-1][1] in claimed
    title = {number for _, number in documents_in(fold(paragraph.document.text[:LEAD]))}
    return bool(title & claimed)
