"""Whether the sentence of a figure counts what is asked for with another figure: "35 chỉ tiêu, 52
nhiệm vụ" tells no second number of "chỉ tiêu"."""

import re
from collections.abc import Sequence

from index.vietnamese import fold
from qa.questions.asked_parts import whole_asked
from qa.readers.reading import Reading
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt
from qa.words.terms import Unit
from qa.words.wordlists import any_of, words

# Of something else, beside a figure of what is asked for.
OF_ANOTHER = 0.4
_TABLE = any_of((*words("counted.txt"), *words("people_counted.txt")))
_THING = re.compile(rf"\s{_TABLE}(?!\w)")
_ASKED = Spelt(rf"{_TABLE}(?!\w)")
# Of these kinds any thing may be: "12 đơn vị" may be communes.
_ANY = frozenset(
    re.split(
        r",\s+",
        """người, cá nhân, đơn vị, cơ quan, cơ sở, tổ chức, trường hợp, lượt, cuộc, vụ, ca, chiếc, cái, con, cây, căn,
        bộ, máy, thiết bị, trang, bài, mẫu, suất, phần, đợt, khóa, buổi, đơn, sản phẩm, bản, môn, giải, lớp, phòng""",
    )
)
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
    if figure.kind != "count" or not own or own[0].is_stop:
        return 1.0
    if paragraph.text[figure.whole[1] : own[0].start].strip() or own[0].folded in _ANYONE:
        return 1.0
    if _is_other_thing(reading, paragraph, figure, noun):
        return OF_ANOTHER
    if whole_asked(reading.question.text):
        return OF_ANOTHER  # the question says twice what is counted
    if len(noun) < 2:
        return 1.0
    start, end = paragraph.sentence_at(figure.span[0])
    wanted = [reading.matcher.key(unit) for unit in noun[:2]]
    for one in listed:
        if one.span == figure.span or one.kind != "count" or not start <= one.span[0] < end:
            continue
        if [reading.matcher.key(unit) for unit in _behind(paragraph, one, 2)] == wanted:
            return OF_ANOTHER
    return 1.0


def _is_other_thing(
    reading: Reading, paragraph: Paragraph, figure: Figure, noun: Sequence[Unit]
) -> bool:
    """Whether a figure and the question each count a thing of the table, and not the same."""
    stated = {unit.key for unit in reading.question.figures}
    sentence = paragraph.sentence_at(figure.span[0])
    if stated and any(unit.key in stated for unit in paragraph.units_in(sentence)):
        return False  # a claim may take one for the other: "19 mục tiêu, 11 nhiệm vụ"
    told = _THING.match(paragraph.text, figure.whole[1])
    asked = _ASKED.match(reading.question.text, noun[0].start)
    if told is None or asked is None:
        return False
    one, other = told.group().strip().lower(), asked.group().lower()
    if {one, other} & _ANY:
        return False
    one, other = f" {fold(one)} ", f" {fold(other)} "
    if one in other or other in one:
        return False
    groups = {unit.group for unit in noun} - {-1}
    return not any(unit.group in groups for unit in _behind(paragraph, figure, 2))


def _behind(paragraph: Paragraph, figure: Figure, count: int) -> list[Unit]:
    at = paragraph.unit_at(figure.span[0]) + 1
    return paragraph.units[at : at + count]
