"""Two things told at the head of a question to choose from: "A và B, kế hoạch nào có nhiều … hơn?".

Each of the two is a province or a numbered document with what else is said of it: "Nghệ An sau 1 năm
thực hiện", "Kế hoạch 37 năm 2023".
"""

from dataclasses import dataclass

from index.vietnamese import Span
from qa.questions.coordination import DOCUMENT
from qa.questions.indicators import spoken
from qa.questions.question import Question

_WHICH = (
    r"(?:[,;:]\s*(?:thì )?(?:\w+ ){1,3}|\s(?:tỉnh|nơi|bên|địa phương|kế hoạch|nghị quyết) )nào\b"
)
_MORE_THAN = (
    r"\b(?P<more>(?:nhiều|ít) (?:\w+ ){1,4}hơn) (?:so với |cả )?"
    r"(?P<other>[^,?;]+?)(?= (?:không|chưa|đúng|phải)\b|[,?;]|\W*$)"
)
_JOINT = r"\s(?:và|với|hay|hoặc|so với)\s"
# What only opens the question, and the time that frames it.
_OPENING = (
    r"^\W*(?P<frame>(?:trong )?(?:(?:năm|quý|tháng|đầu|cuối) |\d+ tháng )[^,]{0,30},\s)?"
    r"(?:(?:giữa|so sánh|trong|xét)\s(?!(?:năm|quý|tháng)\b))?"
)


@dataclass(frozen=True, slots=True)
class Between:
    """The two as they are told, with what they are called, and what is asked of both."""

    halves: tuple[str, str]
    names: tuple[str, str]
    rest: str


def between(question: Question) -> Between | None:
    """The two things that a question lets choose from at its head; None where there are not two."""
    text = question.text
    which = next(iter(spoken(_WHICH, text, question.folded)), None)
    if which is None:
        return _of_documents(question)
    head = text[: which.start()]
    opening = spoken(_OPENING, head, question.folded)[0]
    frame, start = text[slice(*opening.span("frame"))] if opening["frame"] else "", opening.end()
    for joint in spoken(_JOINT, head, question.folded):
        first, second = (start, joint.start()), (joint.end(), len(head))
        one, other = _named(question, *first), _named(question, *second)
        if one is None or other is None or one[0] == other[0]:
            continue
        lead = tail = ""
        if one[1][1] == first[1]:
            # "DTI 2022 của A và B năm 2022": what stands around both names is said of both.
            lead, tail = text[first[0] : one[1][0]], text[other[1][1] : second[1]]
            first, second = one[1], other[1]
        return Between(
            (
                f"{frame}{lead}{text[slice(*first)].strip(' ,')}{tail}",
                f"{frame}{lead}{text[slice(*second)].strip(' ,')}{tail}",
            ),
            (one[0], other[0]),
            text[which.end() :].strip(" ,?."),
        )
    return None


def _of_documents(question: Question) -> Between | None:
    """Two documents of which one is said to have more than the other: "Kế hoạch 37 giao nhiều nhiệm
    vụ hơn Kế hoạch 59 không"."""
    text = question.text
    more = next(iter(spoken(_MORE_THAN, text, question.folded)), None)
    if more is None:
        return None
    spans = (0, more.start()), more.span("other")
    one, other = (_document(question, *span) for span in spans)
    if one is None or other is None or one == other:
        return None
    halves = text[slice(*spans[0])].strip(" ,"), text[slice(*spans[1])].strip(" ,")
    return Between(halves, (one, other), text[slice(*more.span("more"))])


def _document(question: Question, start: int, end: int) -> str | None:
    found = spoken(DOCUMENT, question.text[start:end], question.folded)
    if len(found) != 1:
        return None
    return question.text[start + found[0].start() : start + found[0].end()]


def _named(question: Question, start: int, end: int) -> tuple[str, Span] | None:
    """The one numbered document or province that a stretch of a question names, and where; None
    for more."""
    documents = spoken(DOCUMENT, question.text[start:end], question.folded)
    if documents and (len(documents) > 1 or documents[0].start() == 0):
        numbered = start + documents[0].start(), start + documents[0].end()
        return (question.text[slice(*numbered)], numbered) if len(documents) == 1 else None
    places = [one for one in question.mentions if start <= one.start < end]
    if len({one.name for one in places}) != 1:
        return None
    return places[0].name, (places[0].start, places[0].end)
