"""Whether a target is met: what was achieved beside what was aimed at."""

from collections.abc import Sequence
from dataclasses import replace

from index.vietnamese import fold
from qa.answer import Answer
from qa.claims.polarity import is_negated
from qa.claims.statements import NO, YES
from qa.comparing.operands import Noun, Operand, noun_of
from qa.comparing.pairing import ASIDE, Asked, best_pair
from qa.findings import Find, answered
from qa.questions.indicators import spoken
from qa.questions.question import Question
from qa.questions.slots import claim_of, claimed_figures
from qa.texts.figures import Figure

_REACHES = r"\b(?:đạt|vượt|hoàn thành)\b.*\b(?:mục tiêu|chỉ tiêu|kế hoạch)\b"
# "hoàn thành 8 chỉ tiêu, 5 nhiệm vụ": how many are met, not whether one is.
_BELOW = r"\b(?:dưới|thấp hơn|kém|hụt|thua)(?: so với)? (?:mức )?(?:mục tiêu|chỉ tiêu|kế hoạch)\b"
_COUNTED_TARGETS = r"\b\d+ (?:mục tiêu|chỉ tiêu|nhiệm vụ)\b"
_TARGET = r"\b(?:mục tiêu|chỉ tiêu|kế hoạch)\b"
SENTENCES = 8
_COUNTED = 2


def falls_below(question: Question) -> bool:
    """Whether a claim is that a target is not met: "chưa đạt chỉ tiêu", "dưới mục tiêu"."""
    below = spoken(_BELOW, question.text, question.folded)
    return bool(below) or is_negated(claim_of(question))


def meets_a_target(question: Question) -> bool:
    """Whether a claim is that a target is met, or is not: "vượt chỉ tiêu", "dưới mục tiêu"."""
    text, folded = question.text, question.folded
    if spoken(_BELOW, text, folded):
        return True
    return bool(spoken(_REACHES, text, folded)) and not spoken(_COUNTED_TARGETS, text, folded)


def reached_by_figures(question: Question, find: Find, threshold: float) -> Answer | None:
    """The verdict of two figures of one paragraph; None unless both are surely the ones meant."""
    findings = find(replace(question, asks="how", stated=()))
    good = [c for c in findings.candidates[:SENTENCES] if c.score >= threshold]
    stated = _stated(question)
    value = stated.value if stated else None
    pair = best_pair(_asked(question), good)
    if pair is None:
        return None
    sides = (pair.first, pair.second)
    aimed = [one for one in sides if _is_target(one, value)]
    if len(aimed) != 1:
        return None
    [target] = aimed
    [got] = [one for one in sides if one is not target]
    met = got.value >= target.value
    verdict = YES if met != falls_below(question) else NO
    return answered(
        findings,
        f"{verdict}, {got.text} (mục tiêu {target.text})",
        [got.candidate, target.candidate],
        computed=True,
        kind="passage",
    )


def _stated(question: Question) -> Figure | None:
    """The figure of the target that the claim names: the first behind "kế hoạch", "chỉ tiêu"."""
    named = spoken(_TARGET, question.text, question.folded)
    behind = [f for f in claimed_figures(question) if named and f.span[0] >= named[0].end()]
    return behind[0] if behind else None


def _is_target(one: Operand, stated: float | None) -> bool:
    return one.value == stated if stated is not None else one.candidate.nature == "target"


def _asked(question: Question) -> Asked:
    told = [u for u in question.units if not u.is_stop and u.folded not in ASIDE]
    text = question.text
    return Asked(
        theirs=(),
        than="muc tieu",
        then=None,
        noun=_noun(question),
        all=tuple(u for u in told if u not in question.stated),
        names=frozenset(u.folded for u in told if u.start and text[u.start].isupper()),
    )


def _noun(question: Question) -> Noun:
    """What the claimed figure counts: "100 | người bán |"."""
    figure = _stated(question)
    if figure is None:
        return noun_of(question, "")
    if figure.kind != "count":
        return Noun(figure.kind, "")
    behind: Sequence[str] = question.text[figure.span[1] :].split()[:_COUNTED]
    words = " ".join(word.strip(",.;?") for word in behind)
    return Noun("count", words, frozenset(fold(words).split()), folded=True)
