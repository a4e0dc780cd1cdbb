"""A claim without figures: the sentence that speaks of it, and whether it affirms or denies."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.vietnamese import UPPER, Span, fold
from qa.answer import Answer
from qa.contradictions import contradicts
from qa.dating import measured_periods
from qa.extremes import LEADS
from qa.findings import Find, Findings, abstained, answered
from qa.indicators import spoken
from qa.organizations import organizations
from qa.paragraph import Paragraph
from qa.people import Person, people
from qa.polarity import Verdict, is_negated, judge
from qa.question import Question
from qa.readers.reading import Candidate, quote_around
from qa.slots import claim_of
from qa.terms import Columns, Unit

YES, NO = "Có", "Không"
# That one is the first of all.
FIRST = rf"\b(?:{LEADS}|số một|(?:đứng|xếp)(?: thứ| hạng)? 1\b)(?! trí)"

_DONE = r"\bđã\b.*\bchưa\W*$"
_PLANNED = re.compile(r"\b(?:sẽ|dự kiến|phấn đấu|mục tiêu|đang lấy ý kiến|hướng tới|đặt ra)\b")
# A pronoun may stand for a person that the sentence before named.
_PRONOUN = re.compile(r"\b(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|tôi|mình)\b(?! [A-ZĐ])")
_ALREADY = r"\bđã\b"
# What is put forward, or would be if it were allowed, has not been done.
_SUGGESTED = re.compile(
    r"\b(?:sẽ|dự kiến|gợi ý|đề xuất|kiến nghị|dự thảo|đang lấy ý kiến|đang xem xét|nếu được)\b"
)
_FUTURE = r"\b(?:sẽ|đề xuất|kiến nghị|gợi ý|dự kiến|dự thảo)\b"
_DID = re.compile(r"\b(?:đã|vừa|xong|rồi)\b")
_ROLE = r"\bvới (?:tư cách|danh nghĩa|vai trò)\s+(?:là\s+)?(?P<role>[^,;.?]+)"
_IS = re.compile(r"^(?P<who>.+?)\s(?:có phải )?là\s(?P<what>.+)$", re.IGNORECASE)
# These begin a sentence with a capital and name no one.
_STANDS_FOR = r"(?:Đây|Đó|Này|Nơi|Ông|Bà|Họ|Việc|Theo|Điều)\b"
_PREDICATE = r"\bcó\s+(?:phải\s+|bị\s+|được\s+)?(?P<said>.+?)\W*(?:không|chưa|chứ|ko)?\W*$"
# What a statement says of its subject, without the reason, the way and the source.
_STATED = (
    r"\b(?:đã|đang|sẽ|vẫn|cũng|đều|phải|không|chưa)\s+(?:(?:bắt buộc|phải|bị|được|đang|còn)\s+)*(?P<said>.+?)"
    r"(?=\s(?:vì|do|để|theo|nhờ|như|tại|trong|từ|vào)\b|$)"
)
_PURPOSE = r"\s(?:để|nhằm|khi|nếu)\s"
# A denial that names its own time.
_ITS_TIME = re.compile(r"\b(?:(?:từ )?đầu năm|năm nay|đến nay|hiện(?: nay| tại)?|vừa qua)\b")
_RANK = re.compile(
    r"[^,;.]{0,12}?\b(?:xep|dung|hang|vi tri)\b(?: thu| hang| vi tri)* (?P<rank>\d{1,3})\b"
)
_BUT = re.compile(
    r"\b(?:trừ|ngoại trừ|không kể|không bao gồm|không tính)\s(?P<but>[^);.]+)", re.IGNORECASE
)
SENTENCES = 8
LIKE_THE_BEST = 0.6
# Of the words of a claim and of its predicate this much must stand in one sentence.
SPOKEN_OF, SAID = 0.5, 0.34
PREDICATE_WEIGHT = 0.5
LONGEST_QUOTE = 260
TITLE = 300
# What is denied in so many words (this share of the predicate) is heard from a fainter sentence,
# and weighs more than a sentence that only speaks of the claim.
PLAINLY, MEANT, FAINT, DENIAL, UNDONE = 0.9, 0.3, 0.75, 1.15, 1.5


def said_in_a_sentence(question: Question, find: Find, threshold: float) -> Answer:
    """The sentence that speaks of the claim, and whether it affirms or denies it."""
    findings, wide = find(replace(question, asks="how", stated=())), False
    if question.provinces and (findings.best is None or findings.best.score < threshold):
        # The place may be one that a report on another one speaks of.
        findings, wide = find(replace(question, asks="how", stated=(), provinces=())), True
    best = findings.best
    if best is None or best.score < threshold:
        return abstained(findings)
    claim = claim_of(question)
    predicate = _predicate(question)
    named = people(question.text)
    heard: list[tuple[float, Candidate, Verdict]] = []
    read = 0
    for candidate in findings.candidates:
        if candidate.score < LIKE_THE_BEST * best.score or read == SENTENCES:
            break
        read += 1
        if not _holds_names(question, candidate, wide) or _of_another_year(question, candidate):
            continue
        if named and candidate.signs.get("name", 1.0) < 1.0:
            continue
        if not _names_all(question, named, candidate):
            continue
        told = candidate.paragraph.text[slice(*candidate.quote)]
        excluded = False if is_negated(claim) else contradicts(claim, told)
        if excluded is None:
            read -= 1
            continue
        verdict = judge(claim, predicate, question.content, candidate.paragraph, candidate.quote)
        verdict = replace(verdict, excluded=excluded)
        if _other_role(question, candidate):
            return _quoted(findings, False, candidate, verdict.span)
        plain = verdict.denies and verdict.denied >= PLAINLY
        if candidate.score >= threshold * (FAINT if plain or _names_it(question, candidate) else 1):
            worth = candidate.score + PREDICATE_WEIGHT * verdict.met
            if verdict.denies and verdict.denied >= MEANT:
                worth *= UNDONE if verdict.undone else DENIAL
            elif excluded:
                worth *= DENIAL
            heard.append((worth, candidate, verdict))
    if not heard:
        return abstained(findings)
    _, chosen, verdict = max(heard, key=lambda one: one[0])
    if verdict.met < SAID or max(chosen.score, verdict.met) < SPOKEN_OF:
        return abstained(findings)
    denied = verdict.denies and not _tells_of_the_year(question, chosen, verdict.span)
    denies = denied != is_negated(claim)
    planned = _is_to_come(question, chosen, verdict.span)
    holds = not (denies or planned or verdict.excluded) and not _said_of_another(question, chosen)
    holds = holds and not _is_behind(question, chosen) and not _is_excepted(question, chosen)
    return _quoted(findings, holds, chosen, verdict.span)


def _names_all(question: Question, named: Sequence[Person], candidate: Candidate) -> bool:
    """Whether a sentence names the people of a claim, or stands for one by a pronoun."""
    told = candidate.text
    if question.folded or _PRONOUN.search(told):
        return True
    said = set(re.findall(r"\w+", told.lower()))
    return all(question.text[slice(*one.name)].lower().split()[-1] in said for one in named)


def _names_it(question: Question, candidate: Candidate) -> bool:
    """Whether a sentence holds a name of the claim that does not stand in the report's title."""
    title = set(Columns(candidate.paragraph.document.text[:TITLE]).folded)
    said = set(Columns(candidate.text).folded)
    names = [{unit.folded for unit in name} for name in question.names]
    return any(name <= said and not name & title for name in names)


def _tells_of_the_year(question: Question, chosen: Candidate, span: Span) -> bool:
    """Whether a denial is of another time: "từ đầu năm chưa …, cả năm 2023 có 3 vụ"."""
    if question.period is None or question.period.year is None:
        return False
    paragraph = chosen.paragraph
    if not _ITS_TIME.search(paragraph.text[slice(*span)].lower()):
        return False
    for period in paragraph.periods:
        if period.year != question.period.year or span[0] <= period.start < span[1]:
            continue
        if not chosen.quote[0] <= period.start < chosen.quote[1]:
            continue
        told = re.split(r"[,;.]\s", paragraph.text[period.end : chosen.quote[1]])[0]
        return bool(re.search(r"\d", told)) and not is_negated(told)
    return False


def _predicate(question: Question) -> Sequence[Unit]:
    """The units of what is said of the subject: behind "có", or between "đã" and "chưa"."""
    for rule in (
        _PREDICATE,
        r"\bcòn\s+(?P<said>.+?)\W*không\W*$",
        r"\bđã\s+(?P<said>.+?)\W*(?:hay\s+)?chưa\W*$",
    ):
        found = spoken(rule, question.text, question.folded)
        if found and not _says(r"\bcó (?:đúng|phải)(?: vậy)? (?:không|ko)\W*$", question):
            return _units_said(question, *found[0].span("said"))
    found = spoken(_STATED, claim_of(question), question.folded)
    if found and question.text.startswith(claim_of(question)):
        return _units_said(question, *found[0].span("said"))
    return ()


def _units_said(question: Question, start: int, end: int) -> Sequence[Unit]:
    """The units of a predicate, without what it is for where something is left of it."""
    said = [unit for unit in question.content if start <= unit.start < end]
    purpose = spoken(_PURPOSE, question.text[start:end], question.folded)
    if not purpose:
        return said
    stop = start + purpose[0].start()
    before = [unit for unit in said if unit.start < stop]
    return before if any(not unit.is_light for unit in before) else said


def _holds_names(question: Question, candidate: Candidate, wide: bool) -> bool:
    """Whether a sentence, or what frames it, holds the numbers in the claim's names."""
    paragraph = candidate.paragraph
    here = {folded.rstrip("%") for folded in paragraph.columns.folded}
    numbers = {u.folded.rstrip("%") for u in question.stated}
    if not numbers <= here and not numbers <= set(_numbers(paragraph)):
        return False
    return not wide or all(
        any(mention.name == place for mention in paragraph.provinces)
        for place in question.provinces
    )


def _of_another_year(question: Question, candidate: Candidate) -> bool:
    """Whether a sentence names the time it tells of, and not the one asked about."""
    if question.period is None or question.period.year is None:
        return False
    start, end = candidate.quote
    named = [p.year for p in measured_periods(candidate.paragraph) if start <= p.start < end]
    return bool(named) and question.period.year not in named


def _said_of_another(question: Question, chosen: Candidate) -> bool:
    """ "A có phải là B không": whether the clause that tells of B names another than A."""
    found = _IS.match(question.text)
    if found is None:
        return False
    who = [word.strip(",.") for word in found["who"].split() if word[:1].isupper()]
    start = found.start("what")
    what = [unit for unit in question.content if unit.start >= start]
    if not who or not what:
        return False
    paragraph = chosen.paragraph
    claimed = claim_of(replace(question, text=found["what"]))
    verdict = judge(claimed, what, what, paragraph, chosen.quote)
    clause = paragraph.text[slice(*paragraph.clause_at(verdict.span[0]))]
    named = re.match(rf"\W*(?!{_STANDS_FOR})(?P<name>[{UPPER}]\S*(?:\s[{UPPER}]\S*)*)[^,;]*?\slà\s", clause)
    return bool(named) and not any(word in clause for word in who[:1])


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
    if fold(but["but"]).strip() in fold(question.text) and len(but["but"].split()) > 1:
        return fold(but["but"]).strip() not in fold(said[: but.start()])
    if not names:
        return False
    excepted, rest = but["but"], said[: but.start()] + said[but.end() :]
    return names <= set(Columns(excepted).folded) and not names <= set(Columns(rest).folded)


def _numbers(paragraph: Paragraph) -> list[str]:
    return re.findall(r"\d+(?:[.,]\d+)*", paragraph.document.title)


def _other_role(question: Question, chosen: Candidate) -> bool:
    """Whether the sentence names another role than the claim: "với tư cách khách mời"."""
    asked = spoken(_ROLE, question.text, question.folded)
    text = chosen.paragraph.text[slice(*chosen.quote)]
    told = spoken(_ROLE, text, question.folded)
    if not asked or not told:
        return False
    role = set(fold(asked[0]["role"]).split()[:3])
    return not role & set(fold(told[0]["role"]).split()[:3])


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


def _quoted(findings: Findings, holds: bool, chosen: Candidate, span: Span) -> Answer:
    """The verdict with the clause that gives it, word for word."""
    paragraph = chosen.paragraph
    quote = chosen.quote
    if quote[1] - quote[0] > LONGEST_QUOTE:
        quote = quote_around(paragraph, span)
    said = paragraph.text[slice(*quote)].strip(" .;,")
    start = paragraph.text.index(said, quote[0])
    shown = replace(chosen, span=(start, start + len(said)), quote=quote, text=said)
    verdict = YES if holds else NO
    return answered(findings, f"{verdict}. “{said}”", [shown], kind="passage")


def _says(rule: str, question: Question) -> bool:
    return bool(spoken(rule, question.text, question.folded))
