"""Reasons as answers: "vì sao", "nguyên nhân", "nhờ đâu", "nhằm mục đích gì"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.vietnamese import Span, fold
from qa.questions.question import Question
from qa.readers.reading import Candidate, Reading
from qa.readers.sentences.causes import (
    ITSELF,
    OF_IT,
    asks_on,
    asks_why,
    cause_fit,
    explains,
    only_causes,
    only_done,
)
from qa.readers.sentences.pairs import pair_candidate, pairs
from qa.readers.sentences.sentences import SHORTEST, parts, sentence_candidate
from qa.readers.sentences.uses import uses
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt

# Words that give a reason wherever they stand, and such that do so in some places only.
_STRONG = re.compile(
    r"\b(?:nguyên nhân|nguyên do|lý do|lí do|bởi|do đó là|là do|là vì|mà vì|phần do|chủ yếu do|bắt nguồn|xuất phát"
    r"|do (?:người|chưa|thiếu|không|nhiều|một số|các|việc|khó|đặc thù|trình độ|hạn chế|số|nhân lực|kinh phí|đâu)"
    r"|vì (?:thế|chưa|thiếu|không|nhiều|mức|việc|người|các|đây|đã|sẽ|có|nếu|phải|muốn)|khiến|dẫn đến|dẫn tới"
    r"|nhờ|nhằm|mất điểm|để (?:người|các|tạo|nâng|bảo đảm|đảm bảo|giúp|không|thực|phục|tránh|giảm|thúc))\b",
    re.IGNORECASE,
)
# "Tổ giúp việc" is who helps, and no reason.
_HELPS = r"(?<!tổ )(?<!người )(?<!phận )(?<!nhóm )(?<!quan )giúp"
_WEAK = re.compile(
    r"\b(?:(?<!thay )vì|do|để|nên|còn thiếu|chưa đủ|hạn chế|thiếu|chưa|quan niệm|sợ|e ngại|lo"
    rf"|{_HELPS})\b",
    re.IGNORECASE,
)
_DENIES = frozenset({"chưa", "thiếu"})
# The sentence tells what follows from the one before it.
_CONSEQUENCE = re.compile(
    r"^[\s\"“–-]*(?:bởi vậy|bởi thế|vì vậy|vì thế|do đó|do vậy|chính vì|nhờ đó|nhờ vậy|từ đó|như vậy|theo đó)\b",
    re.IGNORECASE,
)
# The sentence goes on with what people think or say of it.
_TOLD = re.compile(r"^[\s\"“–-]*(?:họ|theo (?:ông|bà|họ)|trong đó|cụ thể)\b", re.IGNORECASE)
_DETAILS = re.compile(r"^[\s\"“–-]*(?:trong đó|cụ thể)\b", re.IGNORECASE)
STRONG, WEAK, UNCUED = 1.2, 1.0, 0.7
# No word for a reason, and nothing said, opened by a colon or told to come before.
UNTOLD = 0.65
# Of what is asked about a sentence tells hardly anything, or all; another stands beside it.
HARDLY, WHOLLY, BESIDE = 0.75, 0.9, 600
_MAY_TELL = re.compile(r"[:\"“”«»]|\b(?:sau khi|ngại)\b", re.IGNORECASE)
# "Có hai lý do khiến dân chuộng tiền mặt.": the reasons stand in what follows.
ANNOUNCED = 0.5
_ANNOUNCES = re.compile(
    r"\b(?:một số|nhiều|những|các|hai|ba|bốn|\d+)\s(?:lý do|lí do|nguyên nhân|nguyên do)\b"
    r"(?![^.;]*\b(?:là|do|vì|bởi|gồm)\b)(?![^.;]*:\s*\w)",
    re.IGNORECASE,
)
PAIR = 0.9
# "Điều gì khiến khách thích" asks for what does it, whatever the text calls that.
_ASKS_DOER = Spelt(
    r"\b(?:gì|nào) (?:đã |mà )?(?:khiến|làm cho|dẫn (?:đến|tới)|gây (?:ra|nên)|thúc đẩy|cản trở)\b"
)
_DOES = re.compile(r"\b(?:tạo|gây|mang lại|đem lại|làm cho|giúp|thúc đẩy|cản trở)\b", re.IGNORECASE)
# A question about what is not so asks for a sentence that says so.
_NEGATION = re.compile(
    r"\b(?:không|chưa|chẳng|thiếu|chậm|thấp|giảm|tụt|hạn chế|kém|khó)\b", re.IGNORECASE
)
AFFIRMED = 0.85


def read_reasons(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The sentences that give a reason, alone or with the fact beside them."""
    spans = [span for sentence in paragraph.sentences for span in parts(paragraph, sentence)]
    found = [
        _candidate(reading, paragraph, span, span)
        for span in spans
        if span[1] - span[0] >= SHORTEST
    ]
    for pair in pairs(paragraph):
        fact, reason = pair.texts(paragraph)
        follows = _CONSEQUENCE.match(reason) is not None
        asked = asks_why(fact) and not asks_on(reason)
        if follows or asked or gives_reason(reason) or _TOLD.match(reason):
            fit = cause_fit(reading, pair.below or paragraph, pair.second) or 1.0
            announced = ANNOUNCED if _ANNOUNCES.search(reason) else 1.0
            told = asked or _ANNOUNCES.search(fact) is not None
            # "Trong đó …" may go on with anything.
            causes = follows or gives_reason(reason) or not _DETAILS.match(reason)
            cue = STRONG * fit if causes else UNCUED
            signs = {
                "pair": PAIR,
                "cue": announced * (OF_IT if told else min(OF_IT, cue)),
                "denied": _denial(reading, fact + reason),
            }
            found.append(pair_candidate(reading, paragraph, pair, signs, answer_first=follows))
    return found


def _candidate(reading: Reading, paragraph: Paragraph, span: Span, reason: Span) -> Candidate:
    text = paragraph.text[slice(*reason)]
    text = _CONSEQUENCE.sub("", text) if span == reason else text
    strong = _STRONG.search(text)
    signs = {
        "cue": _cue(reading, paragraph, reason, text),
        "uses": uses(reading, paragraph, span),
        "denied": _denial(reading, paragraph.text[slice(*span)]),
    }
    marked = (reason[1] - len(text) + strong.start(), reason[1]) if strong else reason
    return sentence_candidate(reading, paragraph, span, signs, marked)


def doubted(ordered: Sequence[Candidate]) -> Candidate:
    """The best candidate, doubted where nothing in it gives a reason, or where it hardly tells what
    is asked about and another sentence tells that, with no reason; as a rival it counts fully, or
    another that has a word for some other cause would seem the surer."""
    best = ordered[0]
    told = best.signs["cue"] > UNCUED or _MAY_TELL.search(best.text) is not None
    if told and (best.signs["coverage"] >= HARDLY or not _is_told_bare(ordered)):
        return best
    return replace(best, score=best.score * UNTOLD)


def _is_told_bare(ordered: Sequence[Candidate]) -> bool:
    """Whether what is asked about is told as a bare fact, far from the best candidate."""
    best = ordered[0]
    return any(
        one.signs["cue"] <= UNCUED
        and one.signs["coverage"] >= WHOLLY
        and not (
            one.paragraph.document.id == best.paragraph.document.id
            and abs(one.paragraph.start - best.paragraph.start) < BESIDE
        )
        for one in ordered[1:]
    )


def gives_reason(text: str) -> bool:
    """Whether a text tells a reason, by its words."""
    return _STRONG.search(text) is not None or explains(text)


def _cue(reading: Reading, paragraph: Paragraph, span: Span, text: str) -> float:
    weak = _is_weak(reading, paragraph, span) or explains(text)
    weak = weak or bool(_DOES.search(text) and _ASKS_DOER.search(reading.question.text))
    if _ANNOUNCES.search(text):
        return ANNOUNCED
    if only_causes(reading, paragraph, span):
        return ITSELF
    cue = STRONG if _STRONG.search(text) else WEAK if weak else UNCUED
    fit = cause_fit(reading, paragraph, span) or 1.0
    return OF_IT if fit == OF_IT else cue * fit


def _is_weak(reading: Reading, paragraph: Paragraph, span: Span) -> bool:
    """Whether a sentence has a word that may give a reason; "do Sở A chủ trì" gives none, nor does
    "chưa có trạm" where it is asked why there is none yet."""
    return any(
        not (match.group().lower() == "do" and only_done(paragraph, match.start()))
        and not _is_fact(reading, paragraph, (match.end(), span[1]), match.group().lower())
        and _is_of_it(reading, paragraph, match.start())
        for match in _WEAK.finditer(paragraph.text, *span)
    )


def _is_of_it(reading: Reading, paragraph: Paragraph, at: int) -> bool:
    """Whether the clause at an offset has a word of the question: of several that a sentence counts
    up, another one's "để …" gives no reason of this one."""
    clause = paragraph.clause_at(at)
    if clause == paragraph.sentence_at(at):
        return True
    keys, groups = reading.asked
    units = [unit for unit in paragraph.units_in(clause) if not unit.is_stop]
    return any(reading.matcher.key(unit) in keys or unit.group in groups for unit in units)


def _is_fact(reading: Reading, paragraph: Paragraph, behind: Span, word: str) -> bool:
    """Whether a word that denies only says again what the question denies: it and what stands
    behind it are the question's own."""
    if word not in _DENIES or not _says(reading.question, word):
        return False
    keys, groups = reading.asked
    denied = next((u for u in paragraph.units_in(behind) if not u.is_stop), None)
    if denied is None:
        return False
    return reading.matcher.key(denied) in keys or denied.group in groups


def _says(question: Question, word: str) -> bool:
    said = question.text.lower().split()
    return word in said or (question.folded and fold(word) in said)


def _denial(reading: Reading, text: str) -> float:
    denied = _NEGATION.search(reading.question.text) is not None
    return AFFIRMED if denied and not _NEGATION.search(text) else 1.0
