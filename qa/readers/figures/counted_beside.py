"""Whether the sentence of a figure counts what is asked for with another figure: "35 chỉ tiêu, 52
nhiệm vụ" tells no second number of "chỉ tiêu"."""

from collections.abc import Sequence

from qa.questions.asked_parts import whole_asked
from qa.readers.reading import Reading
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph
from qa.words.terms import Unit

# Of something else, beside a figure of what is asked for.
OF_ANOTHER = 0.4
# Any of them may be called so: "120 học sinh dự thi, 35 em đạt giải".
_ANYONE = frozenset(
    """em người cháu bạn anh chị ông bà cụ chiếc cái bộ suất trường đối đơn địa mẫu nơi điểm con cây lượt lần
    nguoi chau ban chiec cai bo suat truong doi don dia mau noi diem cay luot lan""".split()
)


def beside_fit(
    reading: Reading,
    paragraph: Paragraph,
    figure: Figure,
    noun: Sequence[Unit],
    listed: Sequence[Figure],
) -> float:
    """How far a figure that counts something else may count what is asked for, too."""
    own = _behind(paragraph, figure, 1)
    if figure.kind != "count" or len(noun) < 2 or not own or own[0].is_stop:
        return 1.0
    if paragraph.text[figure.whole[1] : own[0].start].strip() or own[0].folded in _ANYONE:
        return 1.0
    if whole_asked(reading.question.text):
        return OF_ANOTHER  # the question says twice what is counted
    start, end = paragraph.sentence_at(figure.span[0])
    wanted = [reading.matcher.key(unit) for unit in noun[:2]]
    for one in listed:
        if one.span == figure.span or one.kind != "count" or not start <= one.span[0] < end:
            continue
        if [reading.matcher.key(unit) for unit in _behind(paragraph, one, 2)] == wanted:
            return OF_ANOTHER
    return 1.0


def _behind(paragraph: Paragraph, figure: Figure, count: int) -> list[Unit]:
    at = paragraph.unit_at(figure.span[0]) + 1
    return paragraph.units[at : at + count]
