"""How far a figure counts what a question asks to be counted: "bao nhiêu kiến nghị"."""

import re
from itertools import pairwise

from qa.readers.figures.counted_nouns import CLASSIFIERS, UNIT_LENGTH
from qa.readers.figures.counted_words import as_measured, counted_alike, is_mass
from qa.readers.figures.nth import NTH
from qa.readers.figures.stated_numbers import number_said_of
from qa.readers.reading import Reading
from qa.texts.figure_units import measure_behind
from qa.texts.figures import Figure, figures
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt
from qa.words.terms import Unit
from qa.words.thesaurus import is_compound
from qa.words.wordlists import any_of, words

_NO_UNIT, UNIT_NEAR = 0.25, 0.6
# What an earlier figure of the sentence counts is left out: "nhận 64 hồ sơ, cho phép 17".
ELIDED = 0.95
# What is said of it may follow at once: "22 đã xong, 6 trong hạn, 3 xin lùi".
_PREDICATES = frozenset("da chua duoc bi dang khong con xin la moi cho hoan dat xong trong".split())
HALF_NOUN = 0.7
# "58 hội nghị" for "bao nhiêu hội viên".
OTHER_WORD = 0.35
# A share is no count of things; what is measured in these units counts nothing else.
OTHER_MEASURE = 0.8
NOUN_BEFORE = 0.75
# "4.100 nhà cho hộ nghèo": what stands behind these is not what is counted.
_LINKS = frozenset("cho của với tại để được bởi do từ trong trên".split())
# Neither are these part of its name.
_NO_NOUN = _LINKS | frozenset(
    """và nhưng mà thì là gồm hoặc hay còn ngoài dưới ở đến tới theo khi nếu so mới đã đang sẽ vẫn cũng chỉ đều
    đạt tăng giảm chiếm nên vì mỗi này đó kia nữa thêm lên xuống như ra vào qua sau trước cùng nhằm""".split()
)


_TIMED = Spelt(
    r"\s(?:(?:của|vào|hồi|trong) (?:năm|quý|tháng|cùng kỳ|kỳ|tuần|khóa|mùa|vụ|cuối|đầu|giữa|20\d\d)\b"
    r"|(?:năm|cuối|đầu|giữa|hồi|cuối năm|đầu năm) (?:19|20)\d\d\b|năm (?:ngoái|trước)\b)"
)
# "điều kiện được rà soát là 1.216 trên 27 ngành": what stands behind is counted by another.
_OF_SO_MANY = re.compile(r"\s(?:trên|trong)(?: tổng số)? \d")
# "hồ sơ … được mấy bộ": alone these count what was named before.
_ALONE = frozenset("bộ con tấm tờ quyển cuốn bản suất khoản món căn hộp".split())
# "chặn được bao nhiêu vụ tấn công": happenings, and no things that stand near them.
_EVENTS = frozenset("vu cuoc ca tran luot chuyen".split())
_HAPPENINGS = Spelt(
    r"\s?(?:vụ|cuộc|ca|trận|lượt|chuyến|lần|đợt|đám|tai nạn|sự cố|trường hợp|sự việc|hành vi|người|bệnh nhân"
    r"|hội nghị|hội thảo|phiên|buổi|lớp|khách|xe|tàu)\b"
)
_PAUSE = re.compile(r"[,;:()|]|\.(?=\s|$)")
# "Phụ nữ: 339": what is counted stands before.
_LABELLED = re.compile(r":\s*$")
# "bao nhiêu người": whoever is counted, by what they are called.
_ANYONE, CALLED = "nguoi", 0.9
# "người dân", "người dùng" are anyone, too.
_ANYONE_MORE = ("dan", "dung")
_CALLED = re.compile(rf"\s{any_of(words('people_counted.txt'))}\b")


def unit_fit(
    reading: Reading, paragraph: Paragraph, figure: Figure, noun: list[Unit]
) -> tuple[float, int]:
    """How well what is counted is what is asked to be counted, and where its name ends."""
    position = paragraph.unit_at(figure.span[0]) + 1
    following = paragraph.units[position : position + UNIT_LENGTH + 2]
    pause = _PAUSE.search(paragraph.text, figure.whole[1])
    stop = pause.start() if pause else len(paragraph.text)
    if paragraph.cells:  # the next cell's heading is no noun of this one's figure
        stop = min(stop, paragraph.clause_at(figure.span[0])[1])
    following = [unit for unit in following if unit.end <= stop]
    if not noun:
        return 1.0, figure.whole[1]
    if figure.unit == NTH:
        return 1.0, figure.whole[1]
    if written := as_measured(reading, noun, paragraph, figure):
        return 1.0, written
    if figure.kind in ("percent", "money", "score", "steps"):
        unit_words = reading.question.text[noun[0].start : noun[-1].end].lower()
        named = {
            "steps": ("bậc", "nấc", "hạng", "lần", "bac", "nac", "hang", "lan"),
            "score": ("điểm", "diem"),
        }
        wanted = named.get(figure.kind)
        fits = wanted is None or unit_words.startswith(wanted)
        if figure.kind == "percent" and is_mass(reading.question, noun[0]):
            return 1.0, figure.whole[1]
        if figure.kind == "percent" and not unit_words.startswith(("phần", "phan")):
            return OTHER_MEASURE, figure.whole[1]
        return (1.0 if fits else 0.4), figure.whole[1]
    head, rest = noun[:2], noun[2:]
    end = figure.whole[1]
    met = 0.0
    for unit in head:
        at = _find(reading, unit, following[:3])
        if at is not None and not _is_linked(paragraph, following[:at]):
            met += 1
            end = max(end, following[at].end)
    if not met and head[0].folded == _ANYONE and not _are_certain(head):
        called = _CALLED.match(paragraph.text, figure.whole[1])
        if called:
            return CALLED, called.end()
    if not met and (alike := counted_alike(reading, paragraph, figure, head)):
        return CALLED, alike
    if not met and (elsewhere := _named_before(reading, paragraph, figure, noun, following)):
        return CALLED, elsewhere
    share = met / len(head)
    if not met:
        segment = _left_of(paragraph, figure)
        for start, stop in paragraph.labels_of(figure.span[0]):
            segment += paragraph.units_in((start, stop))
        left = sum(_find(reading, unit, segment) is not None for unit in head) / len(head)
        if not following and _is_label(reading, paragraph, figure, head):
            return 1.0, figure.whole[1]
        bare = (
            not following
            or following[0].folded in _PREDICATES
            or _is_timed(paragraph, figure)
            or _OF_SO_MANY.match(paragraph.text, figure.whole[1]) is not None
        )
        if bare and _is_said_number(reading, paragraph, figure, head):
            return 1.0, figure.whole[1]
        near = UNIT_NEAR if _in_clause(reading, paragraph, figure, head) else _NO_UNIT
        asked = reading.question.text[head[0].start : head[-1].end]
        if measure_behind(paragraph.text, figure.span[1]) and not measure_behind(asked, 0):
            return _NO_UNIT, figure.whole[1]
        if bare:
            near = max(near, _elided(reading, paragraph, figure, head))
        # "cấp tỉnh, huyện và 161 điểm cầu": what has a noun of its own counts none before it.
        own = not bare and paragraph.text[slice(*following[0][:2])].lower() not in CLASSIFIERS
        told = any(unit.start >= figure.whole[1] for unit in following)
        event = told and head[0].folded in _EVENTS
        if own and event and not _HAPPENINGS.match(paragraph.text, figure.whole[1]):
            return _NO_UNIT, figure.whole[1]
        if left == 1.0 and not own:
            near = max(near, NOUN_BEFORE)
        return near, _noun_end(following, end, paragraph)
    of_rest = 0
    for unit in rest:
        at = _find(reading, unit, following)
        if at is not None and following[at].end - end < 12:
            end = max(end, following[at].end)
            of_rest += 1
    end = _whole_phrase(paragraph, _same_words_on(reading, paragraph, end), noun)
    whole = 0.8 + 0.2 * of_rest / len(rest) if rest else 1.0
    if share < 1.0 and _find(reading, head[0], following[:1]) is not None:
        if _are_other_words(head, following):
            return OTHER_WORD, figure.whole[1]
        share = 0.95
    return (share if share >= 0.95 else HALF_NOUN) * whole, end


def _named_before(
    reading: Reading, paragraph: Paragraph, figure: Figure, noun: list[Unit], following: list[Unit]
) -> int:
    """Where the name of what is counted ends, if the question names that first and asks for it by a
    word that counts anything: "hồ sơ … được mấy bộ"; else 0."""
    question = reading.question
    if len(noun) > 1 or question.text[noun[0].start : noun[0].end].lower() not in _ALONE:
        return 0
    before = [unit for unit in question.content if unit.end <= question.focus[0]]
    if not following or _find(reading, following[0], before) is None:
        return 0
    return _noun_end(following, figure.whole[1], paragraph)


def _is_timed(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether only a time stands behind a figure: "tăng từ 31.900 của năm 2018"."""
    return _TIMED.match(paragraph.text, figure.whole[1]) is not None


def _are_certain(people: list[Unit]) -> bool:
    """Whether "người" is part of a word: "người bệnh" are no doctors."""
    return (
        len(people) > 1
        and people[1].folded not in _ANYONE_MORE
        and is_compound(people[0].key, people[1].key)
    )


def _is_linked(paragraph: Paragraph, words: list[Unit]) -> bool:
    """Whether one of some words only links others to what is counted."""
    return any(paragraph.text[unit.start : unit.end].lower() in _LINKS for unit in words)


def _are_other_words(head: list[Unit], following: list[Unit]) -> bool:
    """Whether question and text go on from one syllable to two words of their own."""
    if len(head) < 2 or len(following) < 2:
        return False
    asked, said = (one[:2] for one in (head, following))
    return all(is_compound(first.key, second.key) for first, second in (asked, said))


def _is_label(reading: Reading, paragraph: Paragraph, figure: Figure, head: list[Unit]) -> bool:
    """Whether what is asked to be counted stands before a figure and its colon."""
    if not _LABELLED.search(paragraph.text, 0, figure.whole[0]):
        return False
    at = paragraph.unit_at(figure.whole[0])
    before = paragraph.units[max(0, at - len(head)) : at]
    return all(_find(reading, unit, before) is not None for unit in head)


def _is_said_number(
    reading: Reading, paragraph: Paragraph, figure: Figure, head: list[Unit]
) -> bool:
    """Whether a figure is given as the number of what is asked to be counted."""
    said = list(number_said_of(paragraph, figure))
    return bool(said) and all(_find(reading, unit, said) is not None for unit in head)


def _in_clause(reading: Reading, paragraph: Paragraph, figure: Figure, head: list[Unit]) -> bool:
    """Whether what is asked to be counted is named elsewhere in the figure's clause."""
    among = paragraph.units_in(paragraph.clause_at(figure.span[0]))
    return all(_find(reading, unit, among) is not None for unit in head)


def _elided(reading: Reading, paragraph: Paragraph, figure: Figure, head: list[Unit]) -> float:
    """How far an earlier figure of the sentence counts what is asked to be counted (0–1)."""
    start = paragraph.sentence_at(figure.span[0])[0]
    best = 0.0
    for one in figures(paragraph):
        if start <= one.span[0] < figure.span[0] and one.kind == "count":
            at = paragraph.unit_at(one.span[0]) + 1
            behind = paragraph.units[at : at + len(head) + 1]
            if all(_find(reading, unit, behind) is not None for unit in head):
                return ELIDED
            if _find(reading, head[0], behind[:1]) is not None:
                best = 0.0 if _are_other_words(head, behind) else HALF_NOUN
    return best


def _same_words_on(reading: Reading, paragraph: Paragraph, end: int) -> int:
    """The end moved on while text and question go on in the same words: no word is cut."""
    key = reading.matcher.key
    at = paragraph.unit_at(end)
    if not at:
        return end
    spoken = [key(unit) for unit in reading.question.units]
    last = key(paragraph.units[at - 1])
    for place in (place for place, word in enumerate(spoken) if word == last):
        following = paragraph.units[at : at + len(spoken)]
        for word, unit in zip(spoken[place + 1 :], following, strict=False):
            joined = paragraph.text[end : unit.start].isspace()
            if not joined or not (key(unit) == word or unit.folded.startswith(word)):
                break
            if unit.is_stop:
                break
            end = unit.end
        break
    return end


def _whole_phrase(paragraph: Paragraph, end: int, noun: list[Unit]) -> int:
    """The end moved behind the phrase that it cuts: a synonym's, or a word but for its tone."""
    at = paragraph.unit_at(end)
    while 0 < at < len(paragraph.units):
        last, unit = paragraph.units[at - 1], paragraph.units[at]
        follows = any(
            left.folded == last.folded and right.folded == unit.folded
            for left, right in pairwise(noun)
        )
        joined = paragraph.text[end : unit.start].isspace()
        if not joined or not (last.group == unit.group >= 0 or follows):
            break
        end, at = unit.end, at + 1
    return end


def _left_of(paragraph: Paragraph, figure: Figure) -> list[Unit]:
    position = paragraph.unit_at(figure.span[0])
    segment = paragraph.layout[position]
    return paragraph.units[paragraph.layout.index(segment) : position]


def _noun_end(following: list[Unit], end: int, paragraph: Paragraph) -> int:
    """The end of the two syllables that follow a figure without a break, else `end`."""
    at = end
    for unit in following[:2]:
        if paragraph.text[at : unit.start].strip() or unit.kind != "word":
            break
        if paragraph.text[unit.start : unit.end].lower() in _NO_NOUN:
            break
        at = unit.end
    return at


def _find(reading: Reading, unit: Unit, among: list[Unit]) -> int | None:
    key = reading.matcher.key
    same = (at for at, other in enumerate(among) if key(other) == key(unit))
    kin = (at for at, other in enumerate(among) if other.group == unit.group >= 0)
    return next(same, next(kin, None))
