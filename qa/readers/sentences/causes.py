"""Whether a sentence tells the cause of what is asked about, or of something else."""

import re
from collections.abc import Sequence

from index.vietnamese import Span
from qa.readers.reading import Reading
from qa.readers.sentences.alignment import Alignment
from qa.texts.paragraph import Paragraph
from qa.texts.people import people

# What is asked about stands before the word for its cause, or behind the one for what followed
# ("khiến"); else the cause is of something else.
OF_IT, OF_OTHER = 1.5, 0.85
# What is asked about is said to be the cause: "do chưa trả được nên …".
ITSELF = 0.4
_DENIED = re.compile(r"\b(?:không|chưa|chẳng)\b", re.IGNORECASE)
_DENIED_FOLDED = re.compile(r"\b(?:khong|chua|chang)\b")
# A cause that opens its sentence, so many words in at most, ends with a comma.
_OPENS = 4
_NO_WORD = r"(?! (?:vậy|thế|đó|sao|đâu)\b)"
_CAUSE = re.compile(
    rf"\b(?:(?<!thay )vì|bởi|nhờ|bắt nguồn từ|xuất phát từ|(?<!lý )(?<!lí )(?<!nguyên )(?<!tự )do)\b{_NO_WORD}",
    re.IGNORECASE,
)
_EFFECT = re.compile(
    r"\b(?:khiến|làm cho|dẫn (?:đến|tới)|gây ra|kéo theo|nên|thành ra|vì (?:vậy|thế)|do (?:đó|vậy))\b",
    re.IGNORECASE,
)
# These hardly stand for anything else; beside one of the others there may be a cause too.
_BROUGHT = re.compile(
    r"\b(?:khiến|làm cho|dẫn (?:đến|tới)|gây ra|kéo theo|làm (?:[^\s,.;:]+ ){1,3}?(?:mất|hỏng|chết))\b",
    re.IGNORECASE,
)
_OTHER_CAUSE = re.compile(
    r"\b(?:nguyên nhân|nguyên do|lý do|lí do|do|vì|bởi|nhờ|tại)\b", re.IGNORECASE
)
# "Nguyên nhân đường ngập là …": what is caused stands between the two.
_NAMED = re.compile(
    r"\b(?:nguyên nhân|nguyên do|lý do|lí do)\b(?P<caused>[^.;:]*?)(?:\b(?:là|do)\b|:)",
    re.IGNORECASE,
)
# Of whoever is asked why.
_EXPLAINS = re.compile(
    r"\b(?:lý giải|giải thích|giải trình|phân trần|biện giải|biện bạch|biện minh|thanh minh|phân bua"
    r"|cắt nghĩa|nhận lỗi|đổ (?:cho|lỗi|tại)|viện dẫn|viện cớ|lấy cớ)\b",
    re.IGNORECASE,
)
_ASKS_WHY = re.compile(
    r"\b(?:hỏi|thắc mắc|chất vấn|băn khoăn)(?: [^\s,.;:]+){0,3}? (?:sao|vì đâu|do đâu|l[ýí] do)\b",
    re.IGNORECASE,
)
# Who asks turns it round or asks on: no answer.
_ASKS_ON = re.compile(
    r"\b(?:hỏi (?:lại|ngược|thêm|tiếp)|cũng hỏi|chất vấn|thắc mắc)\b", re.IGNORECASE
)
_ANSWERS = re.compile(
    r"\b(?:đáp|trả lời|giải thích|lý giải|cho biết|nói)\b(?! (?:câu|về)\b)", re.IGNORECASE
)

# "do con trai ông viết, …": the deed stands last in its clause, or what it is for follows.
_DONE = re.compile(
    r"(?![^,;:.]*\b(?:chua|khong|thieu|kho)\b)[^,;:.]{3,60}?\b(?:viet|lap trinh|thiet ke|cap|lap|mo|to chuc"
    r"|chu tri|trinh bay|dung ra|tai tro|ban hanh"
    r"|bien soan|xay dung|phat dong|san xuat|che tao|thuc hien|quan ly|van hanh|lam chu dau tu|dau tu|dam nhiem"
    r"|phu trach|bien tap|can doi|chi huy|gop|gop von|tang|trao tang|tu lo)"
    r"(?: (?:tu |nam |thang |ngay )*[\d/]+)?(?=\s?(?:[,;:.)]|$)|\s(?:de|nham)\b)"
)


def cause_fit(reading: Reading, paragraph: Paragraph, sentence: Span) -> float | None:
    """How far the cause that a sentence tells is of what is asked about; None without a cause."""
    text = paragraph.text
    named = list(_NAMED.finditer(text, *sentence))
    effects = list(_EFFECT.finditer(text, *sentence))
    said = list(_CAUSE.finditer(text, *sentence))
    if _is_the_cause(reading, text, said, effects, sentence[1]):
        return ITSELF
    causes = [
        cause
        for cause in said
        if cause.group().lower() != "do" or not _is_by(paragraph, cause.end() + 1)
    ]
    if not (causes or effects or named):
        return None
    aligned = Alignment(reading, paragraph, sentence)
    if (
        any(_follows(aligned, cause.span()) for cause in causes)
        or any(_leans(aligned, effect.span()) > 0 for effect in effects)
        or any(_within(aligned, one.span("caused")) for one in named)
    ):
        return OF_IT
    own = [cause for cause in causes if not _opens(aligned, cause.start())]
    return OF_OTHER if own and not named else None


def explains(text: str) -> bool:
    """Whether someone explains in a text without a word for a cause: "lãnh đạo xã phân trần …"."""
    return _EXPLAINS.search(text) is not None


def asks_why(text: str) -> bool:
    """Whether a text tells only that someone asked why: "Cử tri hỏi vì sao …"."""
    return _ASKS_WHY.search(text) is not None and not _ANSWERS.search(text)


def asks_on(text: str) -> bool:
    """Whether a text goes on asking: "Đại biểu B thì hỏi ngược lại …"."""
    return _ASKS_ON.search(text) is not None and not _ANSWERS.search(text)


def only_causes(reading: Reading, paragraph: Paragraph, sentence: Span) -> bool:
    """Whether a sentence tells only what came of what is asked about: "Vụ cháy khiến hai người
    chết" gives no cause of the fire."""
    brought = _BROUGHT.search(paragraph.text, *sentence)
    if not brought or _OTHER_CAUSE.search(paragraph.text, *sentence):
        return False
    aligned = Alignment(reading, paragraph, sentence)
    _, last = aligned.units_of(brought.span())
    behind = any(at >= last for places, _, _ in aligned.terms for at in places)
    return not behind and _within(aligned, (sentence[0], brought.start()))


def only_done(paragraph: Paragraph, start: int) -> bool:
    """Whether "do" at an offset tells who did something, and no cause."""
    return _is_by(paragraph, start + len("do "))


def _is_the_cause(
    reading: Reading,
    text: str,
    causes: Sequence[re.Match[str]],
    effects: Sequence[re.Match[str]],
    end: int,
) -> bool:
    """Whether a sentence has what is asked about, something not so, for the cause of another."""
    if not _DENIED_FOLDED.search(reading.question.plain):
        return False
    return any(
        _DENIED.search(text, cause.end(), effect.start())
        and not _DENIED.search(text, effect.end(), end)
        for cause in causes
        for effect in effects
        if cause.end() < effect.start()
    )


def _is_by(paragraph: Paragraph, start: int) -> bool:
    """Whether someone who did it is named at an offset: "do Sở Y tế tổ chức", "do dự án … cấp"."""
    if _DONE.match(paragraph.folded, start):
        return True
    doers = [one.span[0] for one in paragraph.organizations]
    for person in people(paragraph.text):
        doers += [person.name[0], *(office[0] for office in person.offices)]
    return start in doers


def _follows(aligned: Alignment, cause: Span) -> bool:
    """Whether what is asked about stands where a word for a cause has what followed."""
    comma = aligned.paragraph.text.find(",", cause[1], aligned.sentence[1])
    if comma >= 0 and _opens(aligned, cause[0]) and _leans(aligned, (cause[0], comma)) > 0:
        return True
    return _leans(aligned, cause) < 0


def _opens(aligned: Alignment, start: int) -> bool:
    """Whether a word for a cause opens its sentence: what it caused may stand before that."""
    return aligned.paragraph.unit_at(start) - aligned.first < _OPENS


def _leans(aligned: Alignment, span: Span) -> float:
    """How much more of the question stands behind a part of a clause than before it."""
    start, end = aligned.units_of(aligned.paragraph.clause_at(span[0]))
    first, last = aligned.units_of(span)
    leaning = 0.0
    for places, weight, _ in aligned.terms:
        leaning += weight * any(last <= at < end for at in places)
        leaning -= weight * any(start <= at < first for at in places)
    return leaning


def _within(aligned: Alignment, span: Span) -> bool:
    """Whether most of what is met of the question stands in a part of a sentence."""
    first, last = aligned.units_of(span)
    return 2 * aligned.inside(first, last) > sum(weight for _, weight, _ in aligned.terms)
