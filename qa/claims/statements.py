"""A claim without figures: the sentence that speaks of it, and whether it affirms or denies."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.vietnamese import Span, fold
from qa.answer import Answer
from qa.claims.contradictions import contradicts
from qa.claims.otherwise import is_otherwise
from qa.claims.particulars import vouches
from qa.claims.polarity import Verdict, denies_the_same, is_negated, judge
from qa.claims.ranges import begun_otherwise, narrower
from qa.claims.told_of import told_of_another
from qa.claims.universals import falls_short
from qa.findings import Find, Findings, abstained, answered
from qa.questions.indicators import spoken
from qa.questions.question import Question
from qa.questions.slots import PARTICLES, claim_of, typed_claim
from qa.readers.reading import Candidate, quote_around
from qa.texts.dating import measured_periods
from qa.texts.people import Person, people
from qa.words.terms import Columns, Unit

YES, NO = "Có", "Không"

_ROLE = r"\bvới (?:tư cách|danh nghĩa|vai trò)\s+(?:là\s+)?(?P<role>[^,;.?]+)"
_PREDICATE = (
    r"\bcó\s+(?:phải\s+|bị\s+|được\s+)?(?P<said>.+?)\W*(?:không|chưa|chứ|ko)?"
    rf"{PARTICLES}\W*$"
)
# Of "có hội nghị nào … không" the thing is asked for.
_OF_ANY = r"\bcó (?P<said>(?:\w+ ){1,4})nào\b(?! (?:đó|đấy)\b)"
# What a statement says of its subject, without the reason, the way and the source.
_STATED = (
    r"\b(?:đã|đang|sẽ|vẫn|cũng|đều|phải|không|chưa)\s+(?:(?:bắt buộc|phải|bị|được|đang|còn)\s+)*(?P<said>.+?)"
    r"(?=\s(?:vì|do|để|theo|nhờ|như|tại|trong|từ|vào)\b|$)"
)
_IS_IT = r"^\W*có (?:đúng|phải)\b"
_PURPOSE = r"\s(?:để|nhằm|khi|nếu)\s"
# A denial that names its own time.
_ITS_TIME = re.compile(r"\b(?:(?:từ )?đầu năm|năm nay|đến nay|hiện(?: nay| tại)?|vừa qua)\b")
SENTENCES = 8
LIKE_THE_BEST = 0.6
# Of the words of a claim and of its predicate this much must stand in one sentence.
SPOKEN_OF, SAID = 0.5, 0.55
# And of one that a sentence excludes in other words.
HINTED = 0.34
PREDICATE_WEIGHT = 0.5
# So much of what is claimed of a person must be told where they are named.
TOLD_OF_ONE = 0.6
LONGEST_QUOTE = 260
# A hundred percent, and words that say so: "toàn bộ", "tất cả", "mọi".
_WHOLE, _WHOLE_IN_WORDS = frozenset({"100%"}), frozenset({"toan", "tat", "moi"})
TITLE = 300
# What is numbered so far before a sentence may be what it tells of: "Văn bản 1026 … Quy định ấy …".
FRAMED = 400
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
    negative = is_negated(claim)
    predicate = predicate_of(question)
    named = people(question.text)
    heard: list[tuple[float, Candidate, Verdict]] = []
    read = 0
    for candidate in findings.candidates:
        if candidate.score < LIKE_THE_BEST * best.score or read == SENTENCES:
            break
        read += 1
        told = candidate.paragraph.text[slice(*candidate.quote)]
        held = _holds_names(question, candidate, wide) or narrower(claim, told)
        held = held or falls_short(typed_claim(question), told)
        elsewhen = _of_another_year(question, candidate) and not begun_otherwise(claim, told)
        if not held or elsewhen:
            continue
        if named and candidate.signs.get("name", 1.0) < 1.0:
            continue
        excluded = contradicts(typed_claim(question), told)
        if excluded is None:
            read -= 1
            continue
        of_another = told_of_another(question, named, candidate)
        if of_another is None:
            continue
        excluded = excluded or of_another
        if named and not excluded and not tells_of(question, named, candidate):
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
    if (
        verdict.met < (HINTED if verdict.excluded else SAID)
        or max(chosen.score, verdict.met) < SPOKEN_OF
    ):
        return abstained(findings)
    denied = verdict.denies and not _tells_of_the_year(question, chosen, verdict.span)
    said = chosen.paragraph.text[slice(*chosen.quote)]
    agrees = negative and denies_the_same(claim, said)
    denies = denied != negative and not agrees
    holds = not (denies or verdict.excluded) and not is_otherwise(question, chosen, verdict.span)
    if holds and not negative:
        vouched = vouches(question, chosen, chosen.quote)
        if vouched is None:
            return abstained(findings)
        holds = vouched
    return _quoted(findings, holds, chosen, verdict.span)


def tells_of(
    question: Question, named: Sequence[Person], candidate: Candidate, share: float = TOLD_OF_ONE
) -> bool:
    """Whether a sentence tells this share of what is claimed of the people of a claim."""
    claimed = [
        unit
        for unit in question.content
        if not any(one.name[0] <= unit.start < one.name[1] for one in named)
    ]
    found = judge(claim_of(question), claimed, claimed, candidate.paragraph, candidate.quote)
    return not claimed or found.met >= share


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


def predicate_of(question: Question) -> Sequence[Unit]:
    """The units of what is said of the subject: behind "có", or between "đã" and "chưa"."""
    claim = claim_of(question)
    # Of "có phải A đã làm B không" all is claimed, and not only what stands behind "có".
    at = question.text.find(claim) if spoken(_IS_IT, question.text, question.folded) else 0
    for rule in (
        ()
        if at
        else (
            _OF_ANY,
            _PREDICATE,
            r"\bcòn\s+(?P<said>.+?)\W*không\W*$",
            r"\bđã\s+(?P<said>.+?)\W*(?:hay\s+)?chưa\W*$",
        )
    ):
        found = spoken(rule, question.text, question.folded)
        if found and not _says(r"\bcó (?:đúng|phải)(?: vậy)? (?:không|ko)\W*$", question):
            return _units_said(question, *found[0].span("said"))
    found = spoken(_STATED, claim, question.folded)
    if found and question.text.startswith(claim, max(at, 0)):
        start, end = found[0].span("said")
        return _units_said(question, at + start, at + end)
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
    if {u.folded for u in question.stated} & _WHOLE and _WHOLE_IN_WORDS & here:
        numbers -= {"100"}  # "toàn bộ"
    parts = {part for number in numbers for part in number.split("/")}
    if not numbers <= here and not parts <= set(_numbers(candidate)):
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


def _numbers(candidate: Candidate) -> list[str]:
    """The numbers in the title of a sentence's report and shortly before it."""
    paragraph = candidate.paragraph
    at = paragraph.start + candidate.quote[0]
    before = paragraph.document.text[max(0, at - FRAMED) : at]
    return re.findall(r"\d+(?:[.,]\d+)*", f"{paragraph.document.title} {before}")


def _other_role(question: Question, chosen: Candidate) -> bool:
    """Whether the sentence names another role than the claim: "với tư cách khách mời"."""
    asked = spoken(_ROLE, question.text, question.folded)
    text = chosen.paragraph.text[slice(*chosen.quote)]
    told = spoken(_ROLE, text, question.folded)
    if not asked or not told:
        return False
    role = set(fold(asked[0]["role"]).split()[:3])
    return not role & set(fold(told[0]["role"]).split()[:3])


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
