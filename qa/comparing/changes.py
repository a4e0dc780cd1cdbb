"""What a figure was and what it became: "từ 45 phút xuống còn 18 phút"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.vietnamese import Span, fold
from qa.answer import Answer
from qa.choosing import choose
from qa.comparing.sides import figure_beside
from qa.findings import Find, answered
from qa.questions.indicators import like, spoken
from qa.questions.parting import periods_of
from qa.questions.question import Question, understand
from qa.questions.worded import MEASURED
from qa.readers.reading import Candidate
from qa.texts.figures import Figure, figures
from qa.texts.paragraph import Paragraph

_MANY = r"\b(?:bao nhiêu|mấy)\b"
_BECAME = r"\b(?:xuống còn|lên đến|lên tới|xuống|lên|còn|thành|sang|đến|tới)\b"
_BEFORE = r"\b(?:trước (?:kia|đây|đó|khi)|ban đầu|lúc đầu|hồi trước)\b"
_NOW = r"\b(?:(?:thì )?(?:bây )?giờ|hiện (?:nay|tại)|đến nay|nay|sau (?:đó|này)|còn lại)\b"
_ASKS = (
    rf"\btừ\s+{_MANY}.*{_BECAME}.*{_MANY}|{_BEFORE}.*(?:{_NOW}|\bcòn\b).*{_MANY}"
    rf"|{_MANY}.*\bso với {_BEFORE}|\btrước (?:kia|đây|đó)\b.*{_MANY}"
)
# The question without what only says that a change is asked for.
_ASIDE = (
    rf"(?:\b(?:từ|là|tốn|mất|hết)\s+)*{_MANY}(?:\s+(?:phần trăm|%))?|{_BECAME}(?=\W*{_MANY})"
    rf"|\bso với {_BEFORE}|{_BEFORE}|{_NOW}(?:\s+còn\b)?|\bthay đổi\b"
)
_NOUN = (
    rf"{_MANY}\s+(?P<noun>(?:phần trăm|%|giờ|phút|ngày|tháng|năm|tuần|thủ tục"
    r"|(?!(?:lên|xuống|thì|và|là|đến|tới|còn|so|trước|giờ|nay|hiện|thành|sang)\b)\w+))"
)
# Between the figures of a change, and before the first where no "từ" opens it.
_TURNED = re.compile(
    r"^[^;.]{0,60}?\b(?:xuong|len|con|thanh|sang|den|toi|nay|hien nay)\b[^;.]{0,25}$"
)
_FROM = re.compile(r"\b(?:tu|truoc day|truoc kia|truoc do)\b[^,;.]{0,20}$")
# What was at a time that is told, and what has become of it "đến nay".
_AT_A_TIME = re.compile(
    r"\b(?:thang \d|nam 20\d\d|quy [ivx\d]|dau nam|cuoi nam|khi moi|ban dau|luc dau|khi bat dau)"
)
_TO_DATE = re.compile(r"\b(?:den nay|toi nay|hien nay|hien tai|den thoi diem nay)\b")
_THEN = re.compile(r"\b(?:truoc day|truoc kia|truoc do)\b")
# Units of time that are stop words elsewhere.
_TIMES = ("ngay", "thang")
SHORTLIST = 8
# So many words of what is measured are told twice.
AGAIN = 3


def asks_change(question: Question) -> bool:
    """Whether the question asks what a figure was and what it has become."""
    if len(periods_of(question)) > 1:
        return False
    return question.asks in MEASURED and bool(spoken(_ASKS, question.text, question.folded))


def then_and_now(question: Question, find: Find, threshold: float) -> Answer | None:
    """Both figures of a change that one sentence states, else of the oldest and the newest
    report; None when neither is found."""
    text = question.text
    noun = next((m["noun"] for m in spoken(_NOUN, text, question.folded)), "")
    kept, last = [], 0
    for match in spoken(_ASIDE, text, question.folded):
        kept.append(text[last : match.start()])
        last = match.end()
    plain = re.sub(rf"\b{re.escape(noun)}\b", " ", "".join([*kept, text[last:]])) if noun else None
    plain = re.sub(r"[\s,;?]+", " ", plain or "".join([*kept, text[last:]])).strip()
    if not plain:
        return None
    many = like(plain, "bao nhiêu" if noun else "là bao nhiêu")
    read = understand(f"{plain} {many} {noun}".strip() + "?")
    asks = read.asks if read.asks in MEASURED - {"change"} else "number"
    read = replace(read, asks=asks, nature="achieved", original=question.original)
    findings = find(read)
    for candidate in findings.candidates[:SHORTLIST]:
        if candidate.score < threshold:
            break
        pair = _pair(candidate)
        if pair:
            said = _said(pair)
            return answered(findings, said, pair, confidence=candidate.confidence, kind="compare")
    chosen = choose(findings)
    if chosen and chosen[1] and chosen[1][0].score >= threshold:
        pair = [chosen[1][0], chosen[0]]
        return answered(findings, _said(pair), pair, kind="compare")
    return None


def _said(pair: Sequence[Candidate]) -> str:
    return f"Từ {pair[0].text} thành {pair[1].text}"


def _pair(candidate: Candidate) -> list[Candidate] | None:
    """The two figures of a change of which a candidate is one, the earlier first."""
    paragraph = candidate.paragraph
    sentence = paragraph.sentence_at(candidate.span[0])
    inside = [f for f in figures(paragraph) if sentence[0] <= f.span[0] < sentence[1]]
    here = [at for at, f in enumerate(inside) if candidate.span[0] <= f.span[0] < candidate.span[1]]
    for at in here:
        for first, second in ((at - 1, at), (at, at + 1)):
            if first < 0 or second >= len(inside):
                continue
            then, now = inside[first], inside[second]
            if then.kind == now.kind and (
                turned(paragraph, then, now, sentence)
                or _told_again(paragraph, then, now, sentence)
            ):
                return [_candidate(candidate, paragraph, one) for one in (then, now)]
    return None


def turned(paragraph: Paragraph, then: Figure, now: Figure, sentence: Span) -> bool:
    folded = paragraph.folded
    before = folded[sentence[0] : then.whole[0]]
    between = folded[then.whole[1] : now.whole[0]]
    opened = _FROM.search(before + folded[then.whole[0] : then.span[0]]) or _THEN.search(between)
    return bool(opened and _TURNED.search(between))


def _told_again(paragraph: Paragraph, then: Figure, now: Figure, sentence: Span) -> bool:
    """Whether the same is told of a time and of today: "tháng 6, tỷ lệ nộp … 10%, đến nay tỷ lệ nộp
    … 80%"; of what was given and what of it is spent no word is the same."""
    between = paragraph.folded[then.whole[1] : now.whole[0]]
    today = _TO_DATE.search(between)
    before = paragraph.folded[sentence[0] : then.whole[0]]
    if today is None or not _AT_A_TIME.search(before):
        return False
    again = re.findall(r"\w+", between[today.end() :])
    return len(set(again) & set(re.findall(r"\w+", before))) >= AGAIN


def _candidate(like: Candidate, paragraph: Paragraph, figure: Figure) -> Candidate:
    span = figure.whole[0], _noun_end(paragraph, figure)
    if fold(paragraph.text[slice(*span)]).startswith("tu "):
        span = figure.span[0], span[1]
    return figure_beside(like, figure, span)


def _noun_end(paragraph: Paragraph, figure: Figure) -> int:
    """Behind the one or two words that name what a figure counts."""
    end = figure.whole[1]
    if figure.kind != "count":
        return end
    at = paragraph.unit_at(end)
    for unit in paragraph.units[at : at + 2]:
        joined = not paragraph.text[end : unit.start].strip() and unit.kind == "word"
        if not joined or (unit.is_stop and unit.folded not in _TIMES):
            break
        end = unit.end
    return end
