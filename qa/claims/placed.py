"""Claims that end with a place: "quê ở Bình Định", where a report says "quê Quảng Bình"."""

import re
from dataclasses import replace

from index.vietnamese import fold
from qa.findings import Find, Findings
from qa.questions.question import Question
from qa.questions.slots import claim_of
from qa.readers.reading import Candidate
from qa.texts.people import people

# What stands between a word and the place it is said with.
_LINKS = frozenset("ở tại là thuộc từ về đến tỉnh thành phố tp".split())
_LINK = re.compile(rf"\W*(?:(?:{'|'.join(_LINKS)})\b\.?\s*)*$", re.IGNORECASE)
SENTENCES = 4
# A sentence that does not name the one claimed about must tell of this much of the claim.
TELLS = 0.6


def told_elsewhere(
    question: Question, find: Find, threshold: float
) -> tuple[Findings, Candidate] | None:
    """The sentence that says of another province, in the same words, what is claimed of one."""
    claim = claim_of(question)
    mention = max(question.mentions, key=lambda one: one.end, default=None)
    if not question.provinces or mention is None or not question.text.startswith(claim):
        return None
    if mention.end < len(claim):
        return None
    word = _word_before(claim, mention.start)
    if not word:
        return None
    findings = find(replace(question, asks="how", stated=(), provinces=()))
    named = [fold(question.text[slice(*one.name)]) for one in people(question.text)]
    for found in findings.candidates[: SENTENCES if named else 1]:
        if found.score < threshold or not (named or found.signs.get("coverage", 1.0) >= TELLS):
            break
        paragraph, quote = found.paragraph, found.quote
        said = fold(paragraph.text[slice(*quote)])
        if not all(name in said for name in named):
            continue
        here = [one for one in paragraph.provinces if quote[0] <= one.start < quote[1]]
        if any(one.name in question.place_names for one in here):
            return None
        for one in here:
            if fold(_word_before(paragraph.text[quote[0] : one.start], None)) == fold(word):
                return findings, found
    return None


def _word_before(text: str, at: int | None) -> str:
    """The word that a place is said with, behind no link: "quê" of "quê ở tỉnh …"."""
    before = text[:at]
    linked = _LINK.search(before)
    words = re.findall(r"\w+", before[: linked.start()] if linked else before)
    return words[-1] if words else ""
