"""Whether a figure is of what has been done with things: of those received no one knows how many
are settled, and of "217 kiến nghị, trong đó 13 về chế độ" not how many were answered."""

from collections.abc import Sequence

from index.vietnamese import Span
from qa.questions.asked_parts import whole_asked
from qa.readers.reading import Reading
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt
from qa.words.terms import Unit
from qa.words.thesaurus import is_compound

# Of a deed that its sentence does not tell at all.
UNTOLD = 0.3
# No part is more than its whole.
MORE_THAN_ALL = 0.1

_MANY = r"(?:bao nhiêu|mấy)"
_SETTLED = r"(?:giải quyết|xử lý|xử lí|trả lời|phản hồi|khắc phục|tháo gỡ)"
_ASKS_SETTLED = Spelt(
    rf"\b{_SETTLED}(?: (?:xong|được|dứt điểm|rồi|hết|cho))* {_MANY}\b"
    rf"|\b{_MANY} (?!phần|%)(?:[^\s,?]+ ){{1,7}}?(?:đã |được |bị )*{_SETTLED}\b"
)
_TELLS_SETTLED = Spelt(rf"\b(?:{_SETTLED}|hoàn thành|hoàn tất|xong|thông qua)\b")
_RECEIVED = Spelt(r"\b(?:tiếp nhận|nhận được|thu nhận|ghi nhận|gửi(?: đến| tới)?|nhận)\b")
# What is done is told in any of these.
_FINISHED = Spelt(r"\b(?:hoàn thành|hoàn tất|xong|đạt|vượt|làm được)\b")


def deed_fit(reading: Reading, paragraph: Paragraph, figure: Figure, noun: Sequence[Unit]) -> float:
    """How far the sentence of a figure tells what the question asks to be done."""
    if figure.kind not in ("count", "ratio", "percent"):
        return 1.0
    sentence = paragraph.sentence_at(figure.span[0])
    if _ASKS_SETTLED.search(reading.question.text):
        received = not noun or _RECEIVED.search(paragraph.text, sentence[0], figure.whole[0])
        if received and not _TELLS_SETTLED.search(paragraph.text, *sentence):
            return UNTOLD
    if not noun:
        return 1.0
    whole = whole_asked(reading.question.text)
    if whole is None or figure.kind == "ratio":
        return 1.0
    if figure.kind == "count" and (figure.value or 0.0) > _value(whole.number):
        return MORE_THAN_ALL
    deeds = _deeds(reading, whole.span, noun)
    if not deeds:
        return 1.0
    return 1.0 if any(_is_told(reading, paragraph, sentence, deed) for deed in deeds) else UNTOLD


def _value(number: str) -> float:
    return float(number.replace(".", "") or 0)


def _deeds(reading: Reading, whole: Span, noun: Sequence[Unit]) -> list[tuple[Unit, ...]]:
    """The words, of one or two syllables, by which the question tells a part of its whole."""
    key = reading.matcher.key
    counted = {key(unit) for unit in noun}
    told = [
        unit
        for unit in reading.question.content
        if not whole[0] <= unit.start < whole[1] and key(unit) not in counted and not unit.is_light
    ]
    found: list[tuple[Unit, ...]] = []
    for unit in told:
        last = found[-1] if found else ()
        if len(last) == 1 and last[0].end + 1 == unit.start and is_compound(last[0].key, unit.key):
            found[-1] = (last[0], unit)
        else:
            found.append((unit,))
    return found


def _is_told(
    reading: Reading, paragraph: Paragraph, sentence: Span, deed: tuple[Unit, ...]
) -> bool:
    """Whether a sentence says a word, or one that means the same."""
    text = reading.question.text[deed[0].start : deed[-1].end]
    if _FINISHED.search(text) and _FINISHED.search(paragraph.text, *sentence):
        return True
    key = reading.matcher.key
    held = paragraph.units_in(sentence)
    if any(unit.group >= 0 and unit.group in {one.group for one in deed} for unit in held):
        return True
    said, wanted = [key(unit) for unit in held], [key(unit) for unit in deed]
    return any(said[at : at + len(wanted)] == wanted for at in range(len(said)))
