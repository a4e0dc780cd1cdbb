"""Dates as answers: "khi nào", "ngày nào", "từ ngày nào đến ngày nào"."""

import re
from collections.abc import Sequence

from index.vietnamese import Span, fold
from qa.readers.dates.occasions import (
    ONLY_TOLD,
    asks_occasion,
    held_fit,
    is_occasion,
    named_day_fit,
)
from qa.readers.dates.recurring import DATED, asks_again, read_recurring
from qa.readers.dates.timespans import asks_term, asks_time, times, weekdays
from qa.readers.reading import Candidate, Reading, span_candidate
from qa.readers.times import OTHER_YEARS, other_years
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt

_DATE = re.compile(
    r"(?P<edge>(?:(?:đến |cho đến )?(?:hết|cuối|(?<!bắt )đầu|giữa|trước|trc)\s+)?)"
    r"(?:(?P<day>(?:ngày\s+)?\b\d{1,2}[/-]\d{1,2}[/-](?:19|20)\d\d\b"
    r"|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+(?:19|20)\d\d)?"
    r"|(?:(?:sáng|chiều|tối|trưa|ngày|hôm)\s+){1,2}\d{1,2}[/-]\d{1,2}(?:[/-](?:19|20)\d\d)?\b"
    r"|\b\d{1,2}/\d{1,2}\b(?=\s*(?:[,.;)]|năm\b|vừa|tới|này|hằng|$))"
    # No fraction has its larger number first: "từ 20/3 tỉnh cấp nước".
    r"|\b(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])\b(?![/.,%]))"
    r"|(?P<month>(?<!\d )(?:tháng\s+\d{1,2}(?:\s*[/-]\s*|\s+năm\s+)(?:19|20)\d\d|tháng\s+\d{1,2}\b))"
    r"|(?P<quarter>quý\s+(?:IV|III|II|I|[1-4])(?:(?:\s*[/-]\s*|\s+năm\s+|\s+)(?:19|20)\d\d)?)"
    r"|(?P<year>(?:năm\s+)?(?<!/)\b(?:19|20)\d\d\b(?!/)|năm\s+1[0-8]\d\d\b))",
    re.IGNORECASE,
)
_ISSUED = re.compile(r"\b(?:ban hanh|ky|phe duyet|duoc ky|ra doi)\b")
_AIMED_YEAR = re.compile(r"(?:den|huong den|giai doan|so voi|-)\s*(?:nam)?\s*$")
# What is still to come is asked for.
_AIMS = Spelt(
    r"\b(?:mục tiêu|phấn đấu|muốn|mốc|hạn|kỳ vọng|kì vọng|dự kiến|kế hoạch|trở thành|hướng tới|tầm nhìn|sẽ|phải"
    r"|đến năm nào)\b"
)
# A deadline is asked for, and how one is told.
_DEADLINE = re.compile(
    r"\bhan (?:chot|cuoi)\b|\b(?:cham|muon) nhat\b|^\W*(?:thoi )?han\b|\bphai (?:\w+ ){1,4}?xong\b"
)
_DUE = Spelt(r"\b(?:trước|trc|hết|đến|chậm nhất|muộn nhất|hạn|tới)\b")
DUE, NOT_DUE = 1.15, 0.65
# An end is asked for; a beginning is none.
_END = re.compile(
    r"\b(?:toi|den) (?:het )?(?:khi|bao|ngay|hom|luc|thang|nam|quy) (?:nao|gio|may)\b"
)
_BEGINS = re.compile(r"\b(?:tu|ke tu)(?: ngay)?\s$")
BEGINNING = 0.7
# "Nghị quyết 50/NQ-CP ngày 08/4/2022": the date of a document tells when nothing else happened.
_DOCUMENT_DATED = re.compile(
    r"(?:\d/[\w-]*[a-z][\w/-]*|\b(?:van ban|cong van|quyet dinh|nghi quyet|thong tu|nghi dinh)(?: bo sung| so \d+)?)"
    r",?\s\(?$"
)
_ASKS_ISSUE = Spelt(
    r"\b(?:ban hành|ký|phê duyệt|công bố|thông qua|ra|ra đời|đưa ra|có từ|văn bản|quyết định|qđ|nghị quyết|thông tư"
    r"|nghị định|công văn|chỉ thị|kế hoạch số|giao|gửi|trình)\b"
)
OF_DOCUMENT = 0.6
# The date of issue stands at most this many units behind the document's number.
BESIDE = 6
NOT_BESIDE = 0.3
# "đến năm 2025": a target's year.
AIMED = 0.5
# What a date loses whose words lack all that stands around the question word: a report dates its
# own news, its meetings and its plans alike.
ASIDE = 0.4

# A time from one date to another where one is asked for, and where a day is; a date that a time
# begins or ends with where the time is asked for, and one that is only the end of a time.
LASTING, NOT_LASTING, END_OF_TIME = 1.15, 0.9, 0.7
# Of the words behind which the two years asked for stand ("nhiệm kỳ 2020-2021").
OTHER_TERM = 0.5
# "lớp 10 năm học 2019-2020": which one, and not when; "từ năm học 2019-2020" tells when.
_SCHOOL_YEAR = re.compile(r"(?<![,.;:(]) (?P<word>\w+) nam hoc $")
_SINCE = frozenset("tu trong vao den toi ngay dau cuoi giua sang het moi ca sau truoc ke".split())
# A beginning is asked for, and told: "từ năm 2010", "kể từ ngày 1/7".
_ASKS_BEGINNING = re.compile(
    r"\b(?:tu|ke tu) (?:khi|bao|ngay|hom|luc|thang|nam|quy) (?:nao|gio|may)\b|\bbat dau\b|\bco tu\b"
)
BEGUN = 1.12
# When a rule takes effect is asked for: the day it was signed or passed is another.
_EFFECT = re.compile(r"\b(?:hieu luc|ap dung|thi hanh)\b")
NO_EFFECT = 0.6
# Both ends are asked for, of which a day says one at most.
_ASKS_BOTH = re.compile(
    r"\btu [^,;]*\b(?:nao|may|gio) (?:den|toi|cho den) (?:het )?\w+ (?:nao|may|gio)\b"
)
BOTH_ENDS, ONE_OF_TWO = 1.4, 0.5
# "Đề án … đến năm 2025, định hướng đến năm 2030": years of a plan, not of a deed.
_ASKS_HORIZON = Spelt(r"\b(?:định hướng|tầm nhìn|giai đoạn|thời kỳ|đến năm nào|mục tiêu)\b")
_HORIZON_BEFORE = re.compile(r"\b(?:dinh huong|tam nhin)(?: den| toi)?(?: het)? $")
_HORIZON_BEHIND = re.compile(r",? (?:va )?(?:dinh huong|tam nhin)(?: den| toi)?(?: nam)? 20\d\d\b")
# The day of a deed is no end that a time was put off to, nor is the end that was first set.
OF_NEWS, PUT_OFF = 0.6, 0.5
_INSTEAD = re.compile(r"\bthay (?:vi|cho)\b[^\d;]*$")
_A_DAY = re.compile(r"\b\d{1,2}\s?[/-]\s?\d{1,2}\b|\d tháng|ngày", re.IGNORECASE)
_YEARS = re.compile(r"\d{4}\D+\d{4}")
_MONTHS = re.compile(r"tháng \d{1,2}(?!\s*[-/]\s*\d{1,2}\b)\D.*\btháng \d.*", re.IGNORECASE)
# "từ" before the first of the two dates of a time.
LEAST = 5


def read_dates(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The dates a paragraph names, as exact as the question asks, and the times from one to another."""
    question = reading.question
    asked = fold(question.text[slice(*question.focus)])
    if not asked and question.plain.startswith("ngay "):
        asked = "ngay"  # "ngày họp quý I": keywords
    if "thu may" in asked:
        days = weekdays(paragraph)
        owners = reading.territories(paragraph, days, opening=True)
        return [span_candidate(reading, paragraph, span, span, {}, owners[span]) for span in days]
    dates = [(match.span(), match.lastgroup or "day") for match in _DATE.finditer(paragraph.text)]
    owners = reading.territories(paragraph, [span for span, _ in dates], opening=True)
    issue = bool(question.document_numbers) and bool(_ISSUED.search(fold(question.text)))
    asks_issue = _ASKS_ISSUE.search(question.text) is not None
    aims = _AIMS.search(question.text) is not None
    due = _DEADLINE.search(fold(question.text)) is not None
    ends = _END.search(fold(question.text)) is not None
    lasting = asks_time(question.plain)
    both = _ASKS_BOTH.search(question.plain) is not None
    occasion = asks_occasion(question)
    begins = _ASKS_BEGINNING.search(question.plain) is not None
    spells = times(paragraph.text, [span for span, _ in dates])
    effect = _EFFECT.search(question.plain) is not None
    again = asks_again(reading)
    found = []
    for span, grain in dates:
        fit = _grain_fit(asked, grain)
        said = paragraph.text[slice(*span)]
        if not fit or _is_stated(reading, said):
            continue
        before = paragraph.folded[max(0, span[0] - 14) : span[0]]
        lead = paragraph.folded[max(0, span[0] - 40) : span[0]]
        aimed = grain == "year" and (
            (not aims and _AIMED_YEAR.search(before)) or _is_of_plan(reading, paragraph, span)
        )
        besides = issue and not _beside_document(reading, paragraph, span[0])
        signs = {
            "grain": fit,
            "aimed": AIMED if aimed else 1.0,
            "due": 1.0
            if not due
            else DUE
            if _DUE.search(paragraph.text, max(0, span[0] - 14), span[1])
            else NOT_DUE,
            "of document": NOT_BESIDE if besides else 1.0,
            "beginning": _end_fit(paragraph, span, lead) if ends or due else 1.0,
            "held": held_fit(question, paragraph, span) if occasion else 1.0,
            "issue": OF_DOCUMENT if not asks_issue and _DOCUMENT_DATED.search(lead) else 1.0,
            "named day": named_day_fit(question, paragraph, span),
            "occasion": 1.0 if occasion or not is_occasion(paragraph, *span) else ONLY_TOLD,
            "begun": BEGUN if begins and _BEGINS.search(lead) else 1.0,
            "both": ONE_OF_TWO if both else 1.0,
            "effect": NO_EFFECT if effect and not _takes_effect(paragraph, span) else 1.0,
            "of time": _time_fit(span, spells, lasting),
            "again": DATED if again else 1.0,
            "term": OTHER_TERM if _names_school_year(asked, lead) else 1.0,
            "dated": OTHER_YEARS if _is_of_other_years(reading, paragraph) else 1.0,
        }
        signs["about"] = 1 - ASIDE * (
            1 - reading.about(reading.match(paragraph, span, owners[span]))
        )
        found.append(span_candidate(reading, paragraph, span, span, signs, owners[span]))
    found += _read_times(reading, paragraph, spells, asked)
    others = read_recurring(reading, paragraph, asked)
    # "trước Tết Nguyên đán 2025": the year alone is less.
    inside = [one.span for one in others]
    return others + [
        one
        for one in found
        if not any(start <= one.span[0] and one.span[1] <= end for start, end in inside)
    ]


def _names_school_year(asked: str, lead: str) -> bool:
    """Whether the years behind `lead` tell which school year's something is, where no year is asked."""
    if "nam" in asked or not lead.endswith("nam hoc "):
        return False
    found = _SCHOOL_YEAR.search(lead[-40:])
    return found is not None and found["word"] not in _SINCE


def _is_of_plan(reading: Reading, paragraph: Paragraph, span: Span) -> bool:
    """Whether a year is in the name of a plan: "Đề án … đến năm 2025, tầm nhìn đến năm 2030"."""
    if _ASKS_HORIZON.search(reading.question.text):
        return False
    start = max(0, span[0] - 40)
    if _HORIZON_BEFORE.search(paragraph.folded, start, span[0]):
        return True
    return _HORIZON_BEHIND.match(paragraph.folded, span[1]) is not None


def _end_fit(paragraph: Paragraph, span: Span, lead: str) -> float:
    """How far a date may be an end: none is a beginning, the day of the news, or one put off."""
    if _BEGINS.search(lead):
        return BEGINNING
    start = paragraph.sentence_at(span[0])[0]
    if not paragraph.text[start : span[0]].strip(' -–"“('):
        return 1.0 if _DUE.match(paragraph.text, span[0]) else OF_NEWS
    return PUT_OFF if _is_put_off(paragraph, start, span) else 1.0


def _is_put_off(paragraph: Paragraph, start: int, span: Span) -> bool:
    """Whether a date is told as the one instead of which the next one holds."""
    if not _INSTEAD.search(paragraph.folded, start, span[0]):
        return False
    end = paragraph.sentence_at(span[0])[1]
    return _A_DAY.search(paragraph.text, span[1], end) is not None


def _takes_effect(paragraph: Paragraph, span: Span) -> bool:
    """Whether the sentence of a date tells of something taking effect."""
    return _EFFECT.search(paragraph.folded, *paragraph.sentence_at(span[0])) is not None


def _time_fit(span: Span, spells: Sequence[Span], lasting: bool) -> float:
    """How far a date may answer that is part of a time."""
    of = [one for one in spells if one[0] <= span[0] and span[1] <= one[1]]
    if not of:
        return 1.0
    return END_OF_TIME if lasting or not any(span[0] <= start + LEAST for start, _ in of) else 1.0


def _read_times(
    reading: Reading, paragraph: Paragraph, spells: Sequence[Span], asked: str
) -> list[Candidate]:
    """The times from one date to another, and the two years of a term."""
    question = reading.question
    term = asks_term(asked)
    lasting = LASTING if asks_time(question.plain) else NOT_LASTING
    if _ASKS_BOTH.search(question.plain):
        lasting = BOTH_ENDS
    owners = reading.territories(paragraph, spells, opening=True)
    found = []
    for span in spells:
        said = paragraph.text[slice(*span)]
        years = _YEARS.fullmatch(said) is not None
        fit = _grain_fit(asked, _grain(said))
        if not fit or _is_stated(reading, said) or (term and not years):
            continue
        named = term and paragraph.folded[: span[0]].rstrip().endswith(term)
        signs = {
            "grain": 1.0 if term else fit,
            "lasting": 1.0 if term else lasting,
            "term": OTHER_TERM
            if (term and not named) or _names_school_year(asked, paragraph.folded[: span[0]])
            else 1.0,
        }
        signs["about"] = 1 - ASIDE * (
            1 - reading.about(reading.match(paragraph, span, owners[span]))
        )
        found.append(span_candidate(reading, paragraph, span, span, signs, owners[span]))
    return found


def _grain(time: str) -> str:
    """How exact the ends of a time are told."""
    if _YEARS.fullmatch(time):
        return "year"
    return "month" if _MONTHS.fullmatch(time) or not _A_DAY.search(time) else "day"


def _is_of_other_years(reading: Reading, paragraph: Paragraph) -> bool:
    asked = reading.question.period
    return bool(asked and asked.year and other_years(paragraph.document, asked.year))


def _beside_document(reading: Reading, paragraph: Paragraph, offset: int) -> bool:
    """Whether a date stands right behind the document that the question names, or is said of
    its issue ("Ngày 21/5, UBND tỉnh ban hành Quyết định số …")."""
    at = paragraph.unit_at(offset)
    sentence = paragraph.sentence_at(offset)
    behind = paragraph.folded[offset : sentence[1]]
    issued = _ISSUED.search(behind)
    if issued and any(
        number in behind[issued.end() :] for number in reading.question.document_numbers
    ):
        return True
    near = paragraph.units[max(0, at - BESIDE) : at]
    numbers = reading.question.document_numbers
    return any(
        re.split(r"[/-]", unit.folded)[0] in numbers or unit.folded in numbers for unit in near
    )


def _grain_fit(asked: str, grain: str) -> float:
    if "ngay thang" in asked:
        asked = "ngay"
    for word, grains in (
        ("nam nao", {"year": 1.0, "month": 0.6, "day": 0.5, "quarter": 0.6}),
        ("nam bao", {"year": 1.0}),
        ("nam may", {"year": 1.0}),
        ("thang", {"month": 1.0, "day": 0.7}),
        ("quy", {"quarter": 1.0}),
        ("ngay", {"day": 1.0, "month": 0.3}),
        ("hom", {"day": 1.0}),
    ):
        if word in asked and not (word == "thang" and "ngay" in asked):
            return grains.get(grain, 0.0)
    return {"day": 1.0, "month": 0.95, "quarter": 0.9, "year": 0.85}[grain]


def _is_stated(reading: Reading, text: str) -> bool:
    return fold(text) in fold(reading.question.text)
