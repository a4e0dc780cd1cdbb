"""Those that do not, where a report tells how many of all do: "11/20 sản phẩm đã lên sàn" leaves 9."""

from qa.answer import Answer
from qa.findings import Find, answered
from qa.questions.question import Question, understand
from qa.texts.figures import figures
from qa.words.spelt import Spelt

_ASKS = frozenset(("number", "count"))
_DENIED = Spelt(r"\b(?:vẫn )?(?:chưa|không)(?= (?!tiền|quá|dưới|dùng tiền)\w)")
_LEFT = Spelt(r"\b(?:vẫn )?còn(?: lại)? (?=bao nhiêu|mấy)")


def the_rest(question: Question, find: Find, threshold: float) -> Answer | None:
    """How many do not, computed from how many of all do; None where no sentence tells that."""
    if question.asks not in _ASKS or len(_DENIED.of(question.text).findall(question.text)) != 1:
        return None
    done = "đã" if not question.folded else "da"
    text = _LEFT.of(question.text).sub("", _DENIED.of(question.text).sub(done, question.text))
    findings = find(understand(text).knowing(question.known))
    best = findings.best
    if best is None or best.confidence < threshold:
        return None
    start, end = best.span
    told = [one for one in figures(best.paragraph) if start <= one.span[0] < end]
    if len(told) != 1 or told[0].kind != "ratio":
        return None
    some, _, all_ = best.paragraph.text[slice(*told[0].span)].partition("/")
    if not (some.isdigit() and all_.isdigit() and int(some) <= int(all_)):
        return None
    left = str(int(all_) - int(some)) + best.paragraph.text[told[0].span[1] : end]
    note = f"Tính từ {best.text}"
    return answered(findings, left, [best], computed=True, note=note)
