"""Whether a sentence affirms or denies a claim: in its segment that speaks of it.

"Bà con không ngại công nghệ, bà con chỉ ngại thủ tục": each claim is held against the segment
that holds most of its words; a negation there, or the opposite of what is claimed, denies it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.vietnamese import Span, tokens
from qa.texts.paragraph import Paragraph
from qa.words.opposites import CASHLESS, FREE, agreeing, first_said, is_polar, opposites
from qa.words.terms import Unit

NEGATION = r"\b(?:chưa|(?<!hàng )không|chẳng|chả|đừng|chớ|khỏi|tránh|từ chối|bác bỏ|phủ nhận|ngoại trừ|trừ)\b"
# "không" that denies nothing: names of things and "not only".
_NO_NEGATION = re.compile(
    rf"\b(?:{CASHLESS}|{FREE})\b|\bkhông (?:gian|chỉ|những|người lái|giấy|ngừng|thể không|kém|khí|ít)\b"
    r"|\bkhông (?:chế|thường trực|chuyên trách|quân|vận|lưu|phận)\b"
    r"|\b(?:chưa|không) (?:đủ|đến|tới|quá|đầy|dưới)(?= \d)|\btrừ (?:sâu|khử|lùi)\b|\bchưa (?:kể|từng thấy)\b"
)
_REFUTED = re.compile(
    r"\b(?:không đúng(?: sự thật)?(?=\W*$)|sai sự thật|không chính xác|bịa đặt|thất thiệt|tin giả|tin đồn"
    r"|bác bỏ|phủ nhận|chưa (?:bao giờ|từng) (?:phát ngôn|nói|tuyên bố|khẳng định)|không có chuyện)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(NEGATION)
# What is denied there is a condition of what is said.
_CONDITION = re.compile(
    r"\b(?:khi|nếu|nêu)\s(?:\S+\s){0,3}?(?:chưa|không|chua|khong)\b", re.IGNORECASE
)
# What would be so were that not so: "nếu bỏ thi hay thi không đỗ …" denies nothing of what follows.
_IF = re.compile(
    r"\b(?:nếu|trường hợp|hễ)\s[^,;.]*?(?=[,;.]|\s(?:thì|sẽ)\s|(?<!không)\s(?:phải|bị)\s|$)"
)
# What is denied stands in quotation marks: "chưa phải là “làm nhân sự”".
_DENIED_QUOTE = re.compile(
    r"(?P<denied>\b(?:chưa|không|chẳng)(?:\s(?:phải|là|được|có|thể|hề|bị|còn)){0,3}\s)[\"“]"
)
_NEGATED_FOLDED = re.compile(r"\b(?:chua|khong(?! (?:dung tien mat|gian|chi|nguoi lai|giay)))\b")
_DENIED_WORD = re.compile(
    r"\b(?:chưa|không|chẳng)(?: được| bị| thể| hề| có| phải| hay)* (?P<word>[^\W\d]+)"
)
# What is denied of anything.
_EMPTY = frozenset("có được bị là phải còn thể rõ".split())
_SCOPE_END = re.compile(r"\b(?:mà|nhưng|song|cũng|nên|chứ|tuy nhiên)\b")
# A segment ends at these; a new statement may begin behind "và", "nhưng", "còn", though not in
# "không còn", and behind "mà" where one is set against another: "không A mà B", "chỉ A mà không B".
_BREAK = re.compile(
    r"[,;:.…()\"“”|]\s*|\s(?:và|nhưng|song|trong khi|tuy nhiên)\s"
    r"|(?<!không)(?<!chưa)(?<!vẫn)(?<!chỉ)(?<!chẳng)\scòn\s"
)
_INSTEAD = re.compile(r"\b(?:không|chưa|chẳng|chỉ)\b[^,;:.()]*?\s(?P<instead>mà)\s")
# "không có văn bản nào …": of all that follows, in quotation marks or not, there is nothing.
_NONE = re.compile(r"\b(?:không|chưa)(?: hề| từng)? có (?:[^\W\d]+,? ){1,5}nào\b")
# What is asked for in these words: whether there is any.
ANY = r"\bcó (?:\w+ ){1,4}nào\b(?! (?:đó|đấy)\b)"
# Such a segment adds to the one before it and is denied with it: "không gửi …, kể cả …".
_ADDED = re.compile(r"\W*(?:kể cả|ngay cả|bất kể|bao gồm cả|dù là|dù chỉ)\b")
# What is claimed as done, and how a report says at the end of a clause that it is not.
_DONE = r"xong|hoàn thành|hoàn tất|chốt|quyết định|thống nhất|ban hành|phê duyệt|ấn định"
_NOT_DONE = re.compile(
    r"\b(?:chưa|không)\s+(?:thể |được |có )*(?:hoàn thành|hoàn tất|xong|chốt|quyết|ban hành|phê duyệt|mốc|tính chuyện"
    r"|tính đến|ý định|kế hoạch|chủ trương|thống nhất|định)\b"
)
# "khẳng định chưa …: …" tells who spoke; what is said is not denied by it.
_SPEECH = re.compile(r"\b(?:nói|cho biết|nhấn mạnh|khẳng định|cho rằng|phát biểu)\b")
LIGHT, WHOLE, DENIED, UNDONE = 0.35, 0.5, 0.2, 0.5
# The last words of a claim are what it claims.
TAIL = 2
# And the first of its predicate what is done to what: "trả lại cổ phần".
HEAD = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a segment of a paragraph says to a claim; `met` is the share of its words there,
    `denied` the share that stands behind a negation; `undone` that what is claimed as done is not
    yet so; `excluded` that what is said excludes the claim."""

    denies: bool
    span: Span
    met: float
    denied: float = 0.0
    undone: bool = False
    excluded: bool = False


def is_negated(text: str) -> bool:
    """Whether a claim itself is a negative one; unaccented words count too, a condition not:
    "… khi chưa được phép"."""
    text = _CONDITION.sub(_blank, text)
    if text.isascii():
        return bool(_NEGATED_FOLDED.search(text.lower()))
    return bool(_NEGATED.search(_NO_NEGATION.sub(_blank, text.lower())))


def denies_the_same(claim: str, told: str) -> bool:
    """Whether a negative claim and a sentence deny the same word: "chưa cháy"."""
    both = [
        {match["word"] for match in _DENIED_WORD.finditer(_NO_NEGATION.sub(_blank, text.lower()))}
        for text in (claim, told)
    ]
    return bool(both[0] & both[1] - _EMPTY)


def is_refuted(text: str) -> bool:
    """Whether a sentence tells of a claim only to call it false: "Thông tin …, là không đúng"."""
    return _REFUTED.search(text) is not None


def judge(
    claim: str,
    predicate: Sequence[Unit],
    content: Sequence[Unit],
    paragraph: Paragraph,
    span: Span,
) -> Verdict:
    """Hold a claim, with the units of its predicate and of all of it, against a sentence."""
    text = _NO_NEGATION.sub(_blank, paragraph.text[slice(*span)].lower())
    if _CONDITION.search(claim):
        text = _CONDITION.sub(_blank, text)
    elif not is_negated(claim):
        text = _IF.sub(lambda match: _NEGATED.sub(_blank, match.group()), text)
    text = _DENIED_QUOTE.sub(r"\g<denied> ", text)
    lowered = claim.lower()
    plain = _NO_NEGATION.sub(_blank, lowered)
    wanted = predicate or content
    negative = is_negated(claim)

    def share(start: int, end: int) -> float:
        within = (span[0] + start, span[0] + end)
        met = _met(wanted, lowered, paragraph, within)
        denied = DENIED * (negative and bool(_NEGATED.search(text, start, end)))
        return met + denied + WHOLE * _met(content, lowered, paragraph, within)

    clauses = [
        (max(0, start - span[0]), min(len(text), end - span[0]))
        for sentence in paragraph.sentences
        for start, end in paragraph.clauses[sentence]
        if start < span[1] and span[0] < end
    ]
    clause = max(clauses or [(0, len(text))], key=lambda one: (round(share(*one), 2), -one[0]))
    segments = [one for one in _segments(text) if clause[0] <= one[0] < clause[1]]
    segments = segments or [clause]
    # Where a direction is claimed, what tells of a direction answers.
    polar = [one for one in segments if is_polar(plain, text[slice(*one)])]
    segment = max(polar or segments, key=lambda one: (round(share(*one), 2), -one[0]))
    segment = _with_head(text, segments, segment)
    denied = _heads_denied(text, segment[0])
    scoped = 0.0
    for negation in _NEGATED.finditer(text, *segment):
        ended = _SCOPE_END.search(text, negation.end(), segment[1])
        reach = ended.start() if ended else segment[1]
        scope = text[negation.end() : reach]
        denied = denied or share(negation.end(), reach) > 0 or is_polar(plain, scope)
        within = (span[0] + negation.end(), span[0] + reach)
        scoped = max(scoped, _met(wanted, lowered, paragraph, within))
    if opposites(lowered, paragraph.text[span[0] + segment[0] : span[0] + segment[1]].lower()):
        denied = not denied
    none = _NONE.search(text, *clause)
    if none and not denied and not negative:
        within = (span[0] + none.start(), span[0] + clause[1])
        scoped = _met(wanted, lowered, paragraph, within)
        denied = scoped > 0
    undone = bool(none and denied and first_said(ANY, plain)) or bool(
        first_said(_DONE, plain) and _NOT_DONE.search(text, *clause)
    )
    if undone and not denied:
        denied, scoped = True, UNDONE
    tail = content[-TAIL:]
    said = (span[0] + segment[0], span[0] + segment[1])
    parts = [tail] if len(content) > TAIL else []
    parts += [predicate[:HEAD]] if len(predicate) > HEAD else []
    for part in parts:
        if denied or _met(part, lowered, paragraph, said) == 1:
            continue
        denied = any(
            _met(part, lowered, paragraph, (span[0] + negation.end(), span[0] + stop)) == 1
            for negation in _NEGATED.finditer(text, *clause)
            for stop in [_segment_end(segments, negation.end())]
        )
    met = _met(wanted, lowered, paragraph, span)
    return Verdict(denied, (span[0] + segment[0], span[0] + segment[1]), met, scoped, undone)


def _segment_end(segments: Sequence[Span], offset: int) -> int:
    return next((end for start, end in segments if start <= offset <= end), offset)


def _segments(text: str) -> list[Span]:
    edges = {0, *(match.end() for match in _BREAK.finditer(text)), len(text)}
    edges |= {match.start("instead") for match in _INSTEAD.finditer(text)}
    parts = [(a, b) for a, b in pairwise(sorted(edges)) if text[a:b].strip()]
    return parts or [(0, len(text))]


def _with_head(text: str, segments: Sequence[Span], segment: Span) -> Span:
    """A segment with those before it that it adds to."""
    at = segments.index(segment) if segment in segments else 0
    first = at
    while first and _ADDED.match(text, segments[first][0]):
        first -= 1
    return segments[first][0] if first < at else segment[0], segment[1]


def _heads_denied(text: str, start: int) -> bool:
    """Whether what introduces a list denies it: "ba chỉ tiêu chưa đạt: A, B và C"."""
    colon = text.rfind(": ", 0, start)
    if colon < 0 or ";" in text[colon:start]:
        return False
    head = re.split(r"[,;.]", text[:colon])[-1]
    return bool(_NEGATED.search(head)) and not _SPEECH.search(head)


def _met(wanted: Sequence[Unit], claim: str, paragraph: Paragraph, span: Span) -> float:
    """The share of the units that stand in a span: themselves, a synonym or their opposite."""
    held = paragraph.units_in(span)
    keys = {u.key for u in held}
    if claim.isascii():
        keys |= {u.folded for u in held}
    said = paragraph.text[slice(*span)].lower()
    keys |= {
        token.key
        for phrase in (*opposites(claim, said), *agreeing(claim, said))
        for token in tokens(phrase)
    }
    groups = {u.group for u in held if u.group >= 0}
    total = sum(_weight(unit) for unit in wanted)
    met = sum(_weight(unit) for unit in wanted if unit.key in keys or unit.group in groups)
    return met / total if total else 0.0


def _weight(unit: Unit) -> float:
    return LIGHT if unit.is_light else 1.0


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
