"""Two things asked in one breath: "Sáng kiến là của ai và có từ bao giờ?"."""

from dataclasses import replace

from qa.answer import Answer
from qa.confidence import calibration
from qa.findings import Find, abstained, answered
from qa.questions.indicators import spoken
from qa.questions.question import Question

# The question words that may stand beside another, and what they ask for.
_ASKING: tuple[tuple[str, str], ...] = (
    ("person", r"(?:^|(?<=\s))ai\b"),
    ("date", r"\b(?:khi nào|bao giờ|lúc nào|hôm nào|ngày nào|tháng nào|năm nào)\b"),
    ("province", r"\b(?:ở đâu|tại đâu|tỉnh nào|tỉnh thành nào)\b"),
)
# Half of what is asked is said only if it is as sure as this.
SURE = 0.8
_JOINT = r",|\bvà\b"


def asked_twice(question: Question) -> tuple[Question, Question] | None:
    """The two questions in one, in their order; None where only one is asked."""
    if question.asks not in dict(_ASKING):
        return None
    found = sorted(
        (match.span(), kind)
        for kind, words in _ASKING
        for match in spoken(words, question.text, question.folded)[:1]
    )
    if len(found) != 2:
        return None
    (first, one), (second, other) = found
    if not spoken(_JOINT, question.text[first[1] : second[0]], question.folded):
        return None
    return replace(question, asks=one, focus=first), replace(question, asks=other, focus=second)


def answer_both(parts: tuple[Question, Question], find: Find) -> Answer:
    """What the reports say to the first question, and to the second where they do."""
    first, second = (find(part) for part in parts)
    threshold = calibration().threshold
    if first.best is None or first.best.confidence < threshold:
        return abstained(first)
    if second.best is None or second.best.confidence < threshold:
        if first.best.confidence < SURE:
            return abstained(first)
        return answered(first, first.best.text, [first.best])
    said = [first.best, second.best]
    return answered(first, "; ".join(one.text for one in said), said)
