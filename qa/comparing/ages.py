"""Which of two people is the older: by the age or the year of birth that reports tell of each."""

import re
from dataclasses import replace

from index.vietnamese import Span, fold
from qa.answer import Answer
from qa.findings import Find, Findings, abstained, answered
from qa.questions.indicators import spoken
from qa.questions.question import Question, understand
from qa.readers.reading import Candidate
from qa.texts.people import people

_ASKED = (
    r"\bai\b.*?(?P<older>\b(?:lớn|cao|nhiều) tuổi hơn|\bgià hơn|\bsinh trước)"
    r"|\bai\b.*?(?P<younger>\b(?:trẻ|nhỏ|ít) tuổi hơn|\btrẻ hơn|\bsinh sau)"
)
_AGE = re.compile(
    r"\b(?P<age>\d{2}) tuổi\b|\bsinh (?:ngày [\d/.-]+[/.-]|năm )(?P<born>(?:19|20)\d{2})"
)
ALIKE = "Bằng tuổi"
SENTENCES, TWO = 8, 2
# An age stands this near behind the name.
NEAR = 60


def elder(question: Question, find: Find) -> Answer | None:
    """The older or the younger of the two people that a question names."""
    asked = spoken(_ASKED, question.text, question.folded)
    if not asked:
        return None
    named = [question.text[slice(*one.name)] for one in people(question.text)]
    if len(named) != TWO:
        return None
    found = [_age_of(name, find) for name in named]
    told = [one for one in found if one is not None]
    findings = Findings(question, find(question).evidence, [one for one, _ in told])
    if len(told) < TWO or told[0][1][0] != told[1][1][0]:
        return abstained(findings)
    ages = [age if kind == "age" else -age for _, (kind, age) in told]
    first = (ages[0] > ages[1]) == bool(asked[0]["older"])
    order = [0, 1] if first else [1, 0]
    said = ", ".join(f"{named[at]}: {told[at][0].text}" for at in order)
    used = [told[at][0] for at in order]
    older = named[order[0]] if ages[0] != ages[1] else ALIKE
    return answered(findings, f"{older} ({said})", used, computed=True, kind="compare")


def _age_of(name: str, find: Find) -> tuple[Candidate, tuple[str, int]] | None:
    """What a good sentence tells of a person's age, as an age or as a year of birth."""
    asked = (find(understand(f"{name} {words}?")) for words in ("bao nhiêu tuổi", "sinh năm nào"))
    for found in (one for findings in asked for one in findings.candidates[:SENTENCES]):
        paragraph = found.paragraph
        start, end = paragraph.sentence_at(found.span[0])
        said = paragraph.text[start:end]
        at = fold(said).find(fold(name))
        age = _AGE.search(said, at + len(name), at + len(name) + NEAR) if at >= 0 else None
        if age is None or people(said[at + len(name) : age.start()]):
            continue
        span: Span = (start + age.start(), start + age.end())
        kind, number = ("age", age["age"]) if age["age"] else ("born", age["born"])
        shown = replace(found, span=span, quote=(start, end), text=age.group())
        return shown, (kind, int(number))
    return None
