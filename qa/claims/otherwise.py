"""Why a sentence that speaks of a claim does not affirm it, though it denies nothing: what is
claimed is only planned, is told of another, of one that is behind, or with an exception.
"""

import re
from dataclasses import replace

from index.vietnamese import UPPER, Span, fold
from qa.claims.polarity import judge
from qa.comparing.extremes import LEADS
from qa.questions.indicators import spoken
from qa.questions.question import Question
from qa.questions.slots import claim_of
from qa.readers.reading import Candidate
from qa.texts.organizations import organizations
from qa.texts.paragraph import Paragraph
from qa.words.terms import Columns

# That one is the first of all.
FIRST = rf"\b(?:{LEADS}|số một|(?:đứng|xếp)(?: thứ| hạng)? 1\b)(?! trí)"
_DONE = r"\bđã\b.*\bchưa\W*$"
_PLANNED = re.compile(r"\b(?:sẽ|dự kiến|phấn đấu|mục tiêu|đang lấy ý kiến|hướng tới|đặt ra)\b")
_ALREADY = r"\bđã\b"
# What is put forward, or would be if it were allowed, has not been done.
_SUGGESTED = re.compile(
    r"\b(?:sẽ|dự kiến|gợi ý|đề xuất|kiến nghị|đề nghị|dự thảo|đang lấy ý kiến|xin ý kiến|xem xét|chủ trương|nếu được"
    r"|báo cáo về việc)\b"
)
_FUTURE = r"\b(?:sẽ|đề xuất|kiến nghị|gợi ý|dự kiến|dự thảo)\b"
_DID = re.compile(r"\b(?:đã|vừa|xong|rồi)\b")
_IS = re.compile(r"^(?P<who>.+?)\s(?:có phải )?là\s(?P<what>.+)$", re.IGNORECASE)
# These begin a sentence with a capital and name no one.
_STANDS_FOR = r"(?:Đây|Đó|Này|Nơi|Ông|Bà|Họ|Việc|Theo|Điều)\b"
_NAMES = re.compile(rf"[{UPPER}]\S*(?:\s[{UPPER}]\S*)+|(?<=\s)[{UPPER}][^\s,;.]*")
_RANK = re.compile(
    r"[^,;.]{0,12}?\b(?:xep|dung|hang|vi tri)\b(?: thu| hang| vi tri)* (?P<rank>\d{1,3})\b"
)
_BUT = re.compile(
    r"\b(?:trừ|ngoại trừ|không kể|không bao gồm|không tính)\s(?P<but>[^);.]+)", re.IGNORECASE
)
# Several exceptions are listed: "trừ các trường sư phạm, các ngành đào tạo giáo viên".
_AND = re.compile(r",\s*|\s(?:va|hoac)\s")
_THE = re.compile(r"^(?:cac|nhung|mot so|rieng)\s")


def is_otherwise(question: Question, chosen: Candidate, span: Span) -> bool:
    """Whether a segment of a sentence, by what frames it, does not affirm a claim."""
    return (
        _is_to_come(question, chosen, span)
        or _said_of_another(question, chosen)
        or _is_behind(question, chosen)
        or _is_excepted(question, chosen)
    )


def _is_to_come(question: Question, chosen: Candidate, span: Span) -> bool:
    """Whether what is claimed as done is only planned or suggested."""
    if _says(_DONE, question) and _is_planned(chosen.paragraph, span):
        return True
    if not _says(_ALREADY, question) or _says(_FUTURE, question):
        return False
    told = chosen.paragraph.text[slice(*chosen.paragraph.clause_at(span[0]))].lower()
    return bool(_SUGGESTED.search(told)) and not _DID.search(told)


def _is_planned(paragraph: Paragraph, span: Span) -> bool:
    """Whether a segment tells of what is still to come when the report was published."""
    clause = paragraph.clause_at(span[0])
    text = paragraph.text[slice(*clause)].lower()
    published = paragraph.document.published or paragraph.document.event
    years = [p.year for p in paragraph.periods if clause[0] <= p.start < clause[1] and p.year]
    later = bool(published and years and min(years) > int(published[:4]))
    return later or bool(_PLANNED.search(text))


def _said_of_another(question: Question, chosen: Candidate) -> bool:
    """ "A có phải là B không": whether the clause that tells of B names another than A."""
    found = _IS.match(question.text)
    if found is None:
        return False
    who = _NAMES.findall(found["who"])
    start = found.start("what")
    what = [unit for unit in question.content if unit.start >= start]
    if not who or not what:
        return False
    paragraph = chosen.paragraph
    claimed = claim_of(replace(question, text=found["what"]))
    verdict = judge(claimed, what, what, paragraph, chosen.quote)
    clause = paragraph.text[slice(*paragraph.clause_at(verdict.span[0]))]
    named = re.match(
        rf"\W*(?!{_STANDS_FOR})(?P<name>[{UPPER}]\S*(?:\s[{UPPER}]\S*)*)[^,;]*?\slà\s", clause
    )
    return bool(named) and fold(who[-1]) not in fold(clause)


def _is_behind(question: Question, chosen: Candidate) -> bool:
    """ "A dẫn đầu": whether the sentence gives the one that is named another rank than the first."""
    if not _says(FIRST, question):
        return False
    paragraph = chosen.paragraph
    for mention in paragraph.provinces:
        if mention.name in question.place_names and chosen.quote[0] <= mention.start:
            rank = _RANK.match(paragraph.folded[mention.end : chosen.quote[1]])
            return rank is not None and rank["rank"] != "1"
    return False


def _is_excepted(question: Question, chosen: Candidate) -> bool:
    """Whether the one claimed about is named only as an exception: "(trừ bệnh viện của Bộ …)"."""
    said = chosen.paragraph.text[slice(*chosen.quote)]
    but = _BUT.search(said)
    bodies = [one.span for one in organizations(question.text)]
    names = {unit.folded for name in question.names for unit in name}
    names |= {u.folded for u in question.units if any(a <= u.start < b for a, b in bodies)}
    if but is None:
        return False
    asked, before = fold(question.text), fold(said[: but.start()])
    for item in _AND.split(fold(but["but"]).strip()):
        one = _THE.sub("", item)
        if len(one.split()) > 1 and one in asked:
            return one not in before
    if not names:
        return False
    excepted, rest = but["but"], said[: but.start()] + said[but.end() :]
    return names <= set(Columns(excepted).folded) and not names <= set(Columns(rest).folded)


def _says(rule: str, question: Question) -> bool:
    return bool(spoken(rule, question.text, question.folded))
