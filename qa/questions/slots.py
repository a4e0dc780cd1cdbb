"""A claim asked back: the figure, day or person it names replaced by the question word.

"Cuộc họp do ông Lê Hải Hòa chủ trì, đúng không?" is right when "… do ai chủ trì?" finds him.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.documents import Document
from index.vietnamese import Span, fold, number_key
from qa.questions.indicators import like, spoken
from qa.questions.question import Question, understand
from qa.texts.counted import counted
from qa.texts.figures import Figure, figures
from qa.texts.paragraph import Paragraph
from qa.texts.people import people

_DAY = re.compile(r"(?:ngày\s+)?(?P<day>\d{1,2})[/-](?P<month>\d{1,2})(?:[/-](?P<year>\d{4}))?\b")
# What may stand behind the question.
PARTICLES = r"(?:\s+(?:vậy|thế|nhỉ|ạ|hả|nhé|nha|ta|ad|bạn))*"
_TAG = (
    r"(?:[,\s]*\b(?:có\s+)?(?:đúng|phải|chính xác)(?:\s+(?:vậy|thế))?)?(?:\s+(?:hay|hoặc))?"
    rf"\s*\b(?:không|ko|chưa|sai|chứ|à|hả)?{PARTICLES}\W*$"
)
# What is supposed is not claimed: "Khi sim 11 số đổi thành 10 số, …".
_SUPPOSED = r"^\W*(?:khi|nếu|sau khi|trước khi|từ khi)\b[^,]*,"
_OR_NOT = r"[,\s]*\b(?:có )?hay (?:không|chưa)\W*$"
_IS_IT = r"\bcó (?:đúng|phải)(?: là| rằng)?\b\s*"
_WORDS = {"percent": "bao nhiêu %", "rank": "hạng mấy", "score": "bao nhiêu điểm"}
# Others may do these too: that one does them denies it of none.
_SHARED = re.compile(
    r"\b(?:dự|tham dự|tham gia|phát biểu|có mặt|thảo luận|thành viên)\b|\blà (?:một )?phó\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"\btheo\s+(?:\S+\s+){0,6}$", re.IGNORECASE)


# A number behind these names a thing.
_LABELLED = re.compile(
    r"\b(?P<word>quan|lan|lop|khoi|phuong|g|de an|nghi quyet|quyet dinh|ke hoach|chi thi|covid|to|so|cap|muc do|muc"
    r"|van ban|cong van|thong tu|nghi dinh|thong bao|luat|khoa|dot|vong)\s*$"
)


# "ở cả 3 trụ cột": what is said of each of them is claimed, not how many they are.
_EACH = re.compile(r"\b(?:ca|moi|tung)\s$")


@dataclass(frozen=True, slots=True)
class Slot:
    """What a claim names and the question that asks for it."""

    question: Question
    said: str
    shared: bool = False


def claim_of(question: Question) -> str:
    """The claim without the words that ask whether it is so."""
    return _plain(question.text, question.folded)


def typed_claim(question: Question) -> str:
    """The claim as it is typed: without accents where the question has none but those supposed."""
    claim = claim_of(question)
    return fold(claim) if question.folded else claim


def _plain(text: str, folded: bool) -> str:
    for rule in (_OR_NOT, _TAG, _OR_NOT, _IS_IT):
        for match in reversed(spoken(rule, text, folded)):
            text = text[: match.start()] + text[match.end() :]
    return text.strip(" ,?.")


def claimed_figures(question: Question) -> list[Figure]:
    """The figures a claim states; numbers in names ("G20", "quận 8") are none."""
    text = question.text
    supposed = spoken(_SUPPOSED, text, question.folded)
    after = supposed[0].end() if supposed else 0
    found = []
    counts: set[int] | None = None
    for figure in figures(Paragraph(Document("", "", text, None), 0, len(text))):
        start, end = figure.span
        glued = (start > 0 and text[start - 1].isalpha()) or text[end : end + 1].isalpha()
        raw = text[start:end]
        telling = figure.kind != "count" or len(raw) > 1
        if not telling:
            # A digit alone is a figure where it counts something: "6 bài học".
            if counts is None:
                numbers = counted(text, question.units, (0, len(text)))
                counts = {one.at for one in numbers if one.behind and not one.named}
            telling = start in counts and not _EACH.search(fold(text[:start]))
        if "/" in raw and _DAY.fullmatch(raw) and not text[end : end + 2].strip(" ,.;?)"):
            continue  # "bầu ngày 7/4"
        labelled = _LABELLED.search(fold(text[:start]))
        # "đã cấp 8.511 chứng thư": what is numbered has small numbers.
        if labelled and labelled["word"] == "cap" and len(raw) > 1:
            labelled = None
        if start >= after and not glued and telling and not labelled:
            found.append(figure)
    return found


def figure_slot(question: Question, figure: Figure) -> Slot:
    """The claim with "bao nhiêu" in place of its figure."""
    text = question.text
    said = text[slice(*figure.span)]
    start, end = figure.whole if figure.kind in ("rank", "score") else figure.span
    words = _WORDS.get(figure.kind, "bao nhiêu")
    asked = _asked(question, (start, end), words)
    return Slot(asked, said)


def day_slot(question: Question) -> Slot | None:
    """The claim with "ngày nào" in place of its day; None if it names none."""
    match = _DAY.search(question.text)
    if match is None or not (1 <= int(match["day"]) <= 31 and 1 <= int(match["month"]) <= 12):
        return None
    if re.search(r"\d+[/-]\d+[/-]\w*[^\W\d]", question.text[match.start() : match.end() + 6]):
        return None
    asked = _asked(question, match.span(), "ngày nào")
    if asked.asks != "date":
        return None
    return Slot(asked, match.group().removeprefix("ngày").strip())


def person_slot(question: Question) -> Slot | None:
    """The claim with "ai" in place of the person it names; None if it names none."""
    text = question.text
    for person in people(text):
        start, end = person.name
        if _SOURCE.search(text[:start]):
            continue
        title = re.search(r"(?:ông|bà|đồng chí|đ/c|anh|chị)\s+$", text[:start], re.IGNORECASE)
        begin = title.start() if title else start
        claim = claim_of(question)
        asked = _asked(question, (begin, end), "ai")
        return Slot(replace(asked, asks="person"), text[start:end], bool(_SHARED.search(claim)))
    return None


def days_in(text: str) -> list[str]:
    """The days that a text names in figures."""
    return [match.group().removeprefix("ngày").strip() for match in _DAY.finditer(text)]


def same_day(claimed: str, found: str) -> bool:
    """Whether two days agree in all that both tell: "15/7" and "15/7/2022"."""
    one, other = (_day_numbers(text) for text in (claimed, found))
    return bool(one and other) and all(a == b for a, b in zip(one, other, strict=False))


def _day_numbers(text: str) -> Sequence[str]:
    return [number_key(part) for part in re.findall(r"\d+", text)]


def _asked(question: Question, span: Span, words: str) -> Question:
    text, words = question.text, like(question.text, words)
    stated = f"{text[: span[0]]}{words}{text[span[1] :]}"
    plain = re.sub(r"\b(?:có|co) (?=ai\b)", "", _plain(stated, question.folded))
    read = understand(re.sub(r"\s+", " ", plain) + "?")
    return replace(read, original=question.original, folded=question.folded)
