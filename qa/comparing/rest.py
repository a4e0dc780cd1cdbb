"""Those that do not, where a report tells how many of all do: "11/20 sản phẩm đã lên sàn" leaves 9, and
so do "20 sản phẩm" and "11 sản phẩm đã lên sàn" told apart."""

import re
from dataclasses import replace

from qa.answer import Answer
from qa.findings import Find, Findings, answered
from qa.questions.question import Question, understand
from qa.readers.figures.denials import is_denied
from qa.readers.reading import Candidate, quote_around
from qa.texts.figures import Figure, figures
from qa.texts.paragraph import paragraphs
from qa.words.spelt import Spelt

_ASKS = frozenset(("number", "count"))
_DENIED = Spelt(r"\b(?:vẫn )?(?:chưa|không)(?= (?!tiền|quá|dưới|dùng tiền)\w)")
_LEFT = Spelt(r"\b(?:vẫn )?còn(?: lại)? (?=(?:tổng cộng |tất cả )?(?:bao nhiêu|mấy)\b)")
# "còn phải hoàn thành mấy chỉ tiêu nữa": the rest is asked for without a denial.
_TO_DO = Spelt(
    r"\b(?:vẫn )?còn (?:lại|phải(?: hoàn thành| đạt| làm| thực hiện)?) (?=(?:bao nhiêu|mấy)\b)"
)
_SUMMED = Spelt(
    r"\b(?:tổng cộng|cộng(?: cả| lại)?|gộp(?: cả| lại)?|tất cả"
    r"|cả (?P<many>hai|ba|bốn|năm|sáu|bảy|tám|chín|mười))\b"
)
_NUMBERS = ("hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi")
# How a plan gives the number of its aims; what is told as done is none of that.
_SETS = r"\b(?:với|gồm|đề ra|đặt ra|được giao|giao|xác định|tổng số|trong(?: số)?|trên)(?: [^\W\d]+){0,2} $"
_SET, _DONE = Spelt(_SETS), Spelt(r"\b(?:đạt|vượt|hoàn thành|hoàn tất|xong)\b")
REACH = 60
SHORTLIST = 3


def the_rest(question: Question, find: Find, threshold: float) -> Answer | None:
    """How many do not, computed from how many of all do; None where that is not told."""
    text = _of_the_others(question) if question.asks in _ASKS else None
    if text is None:
        return None
    findings = find(understand(text).knowing(question.known))
    best = next((one for one in findings.candidates[:SHORTLIST] if not _is_whole(one)), None)
    if best is None or best.confidence < threshold:
        return None
    start, end = best.span
    told = [one for one in figures(best.paragraph) if start <= one.span[0] < end]
    if len(told) != 1:
        return None
    if told[0].kind == "ratio":
        return _of_ratios(question, findings, best, told[0])
    return _of_whole(question, findings, best, told[0]) if told[0].kind == "count" else None


def _of_the_others(question: Question) -> str | None:
    """The question for those that do; None where none asks for the rest of them."""
    text, done = question.text, "đã" if not question.folded else "da"
    denials = _DENIED.of(text).findall(text)
    if len(denials) == 1:
        return _LEFT.of(text).sub("", _DENIED.of(text).sub(done, text))
    if denials or not _TO_DO.search(text):
        return None
    completed = "hoàn thành" if not question.folded else "hoan thanh"
    return _TO_DO.of(text).sub(f"{done} {completed} ", text)


def _of_ratios(
    question: Question, findings: Findings, best: Candidate, told: Figure
) -> Answer | None:
    """What "11/20" leaves; where all together are asked for, with what those beside it leave."""
    paragraph = best.paragraph
    noun = paragraph.text[told.span[1] : best.span[1]]
    summed = list(_SUMMED.of(question.text).finditer(question.text))
    ratios = [told]
    if summed:
        start, end = paragraph.sentence_at(told.span[0])
        ratios = [
            one
            for one in figures(paragraph)
            if one.kind == "ratio"
            and start <= one.span[0] < end
            and paragraph.text.startswith(noun, one.span[1])
        ]
        named = [question.plain[slice(*one.span("many"))] for one in summed if one["many"]]
        if any(_NUMBERS.index(many) + 2 != len(ratios) for many in named):
            return None
    left = 0
    for one in ratios:
        some, _, all_ = paragraph.text[slice(*one.span)].partition("/")
        if not (some.isdigit() and all_.isdigit() and int(some) <= int(all_)):
            return None
        left += int(all_) - int(some)
    said = ", ".join(f"{paragraph.text[slice(*one.span)]}{noun}" for one in ratios)
    note = f"Tính từ {said}"
    return answered(findings, f"{left}{noun}", [best], computed=True, note=note)


def _of_whole(
    question: Question, findings: Findings, best: Candidate, told: Figure
) -> Answer | None:
    """What so many leave of the whole that the question or, once, the report tells."""
    paragraph = best.paragraph
    noun = paragraph.text[told.span[1] : best.span[1]]
    if not noun.strip() or told.value is None or is_denied(paragraph, told.span):
        return None
    counted = re.compile(rf"(?<![\w.,/-])(?P<number>\d{{1,6}}){re.escape(noun.lower())}(?!\w)")
    asked = {int(one["number"]) for one in counted.finditer(question.text.lower())}
    report = paragraph.document
    found = {
        int(one["number"]): one.start()
        for one in counted.finditer(report.text.lower())
        if int(one["number"]) in asked or _is_set(report.text, one.start())
    }
    wholes = [number for number in found if number > told.value and (not asked or number in asked)]
    if len(wholes) != 1 or not _DONE.search(
        paragraph.text[slice(*paragraph.clause_at(told.span[0]))]
    ):
        return None
    place = paragraphs(report, found[wholes[0]], found[wholes[0]] + 1)[0]
    at = found[wholes[0]] - place.start
    span = at, at + len(str(wholes[0])) + len(noun)
    whole = replace(
        best,
        paragraph=place,
        span=span,
        quote=quote_around(place, span),
        text=place.text[slice(*span)],
    )
    note = f"Tính từ {best.text} đã đạt trong {whole.text}"
    left = f"{wholes[0] - int(told.value)}{noun}"
    return answered(findings, left, [best, whole], computed=True, note=note)


def _is_whole(found: Candidate) -> bool:
    """Whether a candidate is how many there are to be, and not how many are done."""
    return _is_set(found.paragraph.text, found.span[0])


def _is_set(text: str, at: int) -> bool:
    """Whether a number of a report is given as how many there are to be."""
    line = text.rfind("\n", 0, at) + 1
    before = text[max(line, at - REACH) : at]
    return _SET.search(before) is not None and _DONE.search(before) is None
