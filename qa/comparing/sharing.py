"""Which provinces of those reported share something: "Hai tỉnh nào đều có …", "Có mấy tỉnh mà …".

Each province whose reports come near the question is asked about by itself, and counts where a
sentence of its reports holds the names and numbers that the question gives.
"""

from collections.abc import Sequence
from dataclasses import replace

from index.vietnamese import fold
from qa.answer import Answer
from qa.findings import Find, Findings, abstained, answered
from qa.questions.indicators import like, spoken
from qa.questions.question import Question, understand
from qa.readers.reading import Candidate
from qa.retriever import Evidence
from qa.words.terms import units

# So many provinces at most are asked about one by one.
MOST = 8
# A sentence that is right less often than this tells that a province does not share it.
UNLIKELY = 0.2
_NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "bon": 4, "2": 2, "3": 3, "4": 4}
_WHERE = r"(?: (?:trong|theo|ở) (?:các |những |năm )?báo cáo)?"
_WHO = r"(?: (?:mà|có|được|đã|đều|cùng|cũng|có nhắc tới|nhắc tới|nhắc đến|nói đến|nói tới|nói về))*"
_HOW_MANY = (
    rf"\b(?:có |tất cả )*(?:mấy|bao nhiêu) (?:tỉnh|địa phương)(?:, thành phố)?{_WHERE}{_WHO}\b"
)
_WHICH = (
    rf"\b(?P<many>hai|ba|bốn|những|các|[234]) (?:tỉnh|địa phương)(?:, thành phố)? nào{_WHERE}"
    rf" (?:đều|cùng|cũng){_WHO}\b"
)
# Of the reports, or of a thing that each may have: not how many there are of it in one report.
_OF_REPORTS = r"\bbáo cáo\b|\b(?:tỉnh|địa phương) mà\b"


def asks_sharing(question: Question) -> bool:
    """Whether provinces are asked for, or counted, by what their reports tell alike."""
    counted = spoken(_HOW_MANY, question.text, question.folded)
    if counted:
        return bool(spoken(_OF_REPORTS, question.text, question.folded))
    return bool(spoken(_WHICH, question.text, question.folded))


def sharing(question: Question, find: Find, threshold: float) -> Answer:
    """The provinces that share what is asked, each with its sentence; silence where none does,
    or not as many as the question says."""
    matter = _matter(question)
    wide = find(matter)
    found: list[tuple[str, Candidate]] = []
    unsure: list[str] = []
    evidence: list[Evidence] = list(wide.evidence)
    for place in _provinces(wide):
        here = find(replace(matter, provinces=(place,)))
        evidence += here.evidence
        told = next((one for one in here.candidates if _holds(matter, one)), None)
        if told and told.confidence >= threshold:
            found.append((place, told))
        elif told and told.confidence >= UNLIKELY:
            unsure.append(place)
    findings = Findings(question, evidence, [one for _, one in found])
    asked = spoken(_WHICH, question.text, question.folded)
    many = _NUMBERS.get(asked[0]["many"]) if asked else None
    names = ", ".join(place for place, _ in found)
    if found and unsure:
        # Whoever counts must know of each.
        return abstained(findings, f"Có ở {names}; không chắc về {', '.join(unsure)}")
    if not found or (asked and len(found) != (many or max(2, len(found)))):
        return abstained(findings)
    text = names if asked else f"{len(found)} tỉnh: {names}"
    return answered(findings, text, findings.candidates, computed=True)


def _matter(question: Question) -> Question:
    """What the provinces are asked to share, as a question of its own."""
    text = question.text
    for rule in (_HOW_MANY, _WHICH):
        for match in reversed(spoken(rule, text, question.folded)):
            text = f"{text[: match.start()]} {text[match.end() :]}"
    asked = understand(f"{' '.join(text.split()).strip(' ?,.')} {like(question.text, 'thế nào')}?")
    return replace(asked, asks="how")


def _provinces(wide: Findings) -> Sequence[str]:
    """The provinces of the reports that come nearest, nearest first."""
    reports = [one.paragraph.document for one in wide.candidates]
    named = dict.fromkeys(one.province for one in reports if one.province)
    return list(named)[:MOST]


def _holds(matter: Question, told: Candidate) -> bool:
    """Whether a sentence holds every name and number of the question."""
    said = {unit.folded for unit in units(told.paragraph.text[slice(*told.quote)])}
    numbers = {unit.folded for unit in matter.figures} | set(matter.document_numbers)
    names = {unit.folded for name in matter.names for unit in name}
    wanted = {fold(one) for one in numbers | names}
    heads = {one.split("-")[0].split("/")[0].lstrip("0") for one in said}
    return all(one in said or one.lstrip("0") in heads for one in wanted)
