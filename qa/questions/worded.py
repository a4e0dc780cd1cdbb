"""The parts of a question that are asked in words of their own.

"Mấy dịch vụ mức 4 và mấy dịch vụ mức 3": each question word asks a part; "tỷ lệ ký số ở cấp tỉnh và
cấp xã": what stands before and behind the coordinated words is asked with each of them.
"""

from dataclasses import dataclass, replace
from itertools import pairwise

from index.vietnamese import Span, fold
from qa.questions.coordination import conjuncts
from qa.questions.indicators import indicator_kind, like, spoken
from qa.questions.matter import MANY, without_comparing
from qa.questions.question import Question, understand

MEASURED = frozenset({"percent", "rank", "score", "money", "change", "count", "number"})

STEPS_APART = r"\b(?:bao nhiêu|mấy) (?:thứ )?bậc\b"
_PAUSE = r"\s*[,;]\s*(?:và\s|còn\s|trong khi\s|giờ\s|nay\s)?|\s(?:và|còn|trong khi)\s"
_MORE_ALONE = r"^(?:nhiều|ít)\s"


@dataclass(frozen=True, slots=True)
class Part:
    """One thing of several that a question asks; `words` are its own, `label` names it."""

    question: Question
    label: str
    words: str = ""


def question_words(question: Question) -> list[Span]:
    """The question words for numbers; a "mấy" that opens the question and is not its focus asks
    nothing: "mấy bể ấy chứa được bao nhiêu tấn"."""
    found = [match.span() for match in spoken(MANY, question.text, question.folded)]
    opens = len(found) > 1 and found[0][1] <= question.focus[0]
    return found[1:] if opens and not question.text[: found[0][0]].strip() else found


def by_question_words(question: Question) -> list[Part]:
    """ "mấy dịch vụ mức 4 và mấy dịch vụ mức 3": a part for each question word."""
    text = question.text
    asked = question_words(question)
    if len(asked) < 2:
        return []
    cuts = []
    for one, other in pairwise(asked):
        pauses = spoken(_PAUSE, text[one[1] : other[0]], question.folded)
        if not pauses:
            return []
        cuts.append((one[1] + pauses[0].start(), one[1] + pauses[0].end()))
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text.rstrip(" ?."))]
    head = text[: asked[0][0]]
    subject = _subject(question, head)
    found = []
    for start, end in zip(starts, ends, strict=True):
        piece = text[start:end].strip()
        if start == 0:
            shared, piece = subject, piece[len(subject) :].strip()
        else:
            bare = spoken(rf"^\s*(?:có |được )*{MANY}", piece, question.folded)
            shared = head.strip() if bare else subject
        label = _named(piece, question.folded) or _named(head, question.folded)
        own = text[asked[0][0] : end] if start == 0 and text[start:].startswith(head) else piece
        found.append(part_of(question, f"{shared} {piece}", label, own))
    return found


def _subject(question: Question, head: str) -> str:
    """What the head of a question is about: up to its colon, or its last place or period."""
    framed = [m.end for m in question.mentions if m.end <= len(head)]
    framed += [p.end for p in question.periods if p.end <= len(head)]
    return head[: max([head.rfind(":") + 1, *framed])]


def _named(piece: str, folded: bool) -> str:
    """What a part of a question names: its words without the question word."""
    found = spoken(rf"(?:\b(?:là|có|được|hết|tốn)\s+)*(?:{MANY}|$)", piece.rstrip(), folded)
    before = piece[: found[0].start()].strip(" :,")
    return piece[found[0].end() :].strip(" ?,") or before


def by_conjuncts(question: Question) -> list[Part]:
    spans = conjuncts(question)
    if not spans:
        return []
    text = question.text
    before, behind = text[: spans[0][0]], text[spans[-1][1] :]
    found = []
    for words in (text[slice(*span)] for span in spans):
        # "nhiều quyết định hay nhiều kế hoạch hơn": how many of each.
        more = spoken(_MORE_ALONE, words, question.folded)
        label = words[more[0].end() :] if more else words
        if last := spoken(r"\shơn$", label, question.folded):
            label = label[: last[0].start()]
        asked = f"{like(text, 'bao nhiêu')} {label}" if more else words
        found.append(part_of(question, f"{before}{asked}{behind}", label, label))
    return found


def part_of(question: Question, text: str, label: str, words: str) -> Part:
    """A part asked in its own words; it is searched for by the meaning of the whole."""
    folded = question.folded
    plain = without_comparing(text, folded).strip(" ,;?.")
    asked = spoken(rf"{MANY}|%", plain, folded)
    read = understand(plain + "?" if asked else f"{plain} {like(plain, 'là bao nhiêu')}?")
    kind = read.asks if read.asks in MEASURED - {"change", "number"} else figure_kind(question)
    # "nhận nâng điểm cho nhiều thí sinh hơn", "điểm cầu cấp xã": no points are compared.
    if asked and kind == "score" and read.asks == "number" and indicator_kind(read) == kind:
        kind = "number"
    if question.asks in ("number", "count") and kind == "number" and not asked:
        kind = indicator_kind(read)
    words_of = fold(plain)
    narrowed = replace(
        read,
        asks=kind,
        original=question.original,
        folded=folded,
        nature="achieved" if read.nature == "change" else read.nature,
        known=tuple(name for name in question.known if fold(name) in words_of),
    )
    return Part(narrowed, label, words)


def figure_kind(question: Question) -> str:
    if len(question.provinces) > 1 and spoken(STEPS_APART, question.text, question.folded):
        return "rank"
    kind = question.asks if question.asks in MEASURED - {"change", "number"} else None
    return kind or indicator_kind(question)
