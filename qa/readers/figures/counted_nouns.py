"""What a question asks to be counted: "kiến nghị" in "bao nhiêu kiến nghị qua ứng dụng …"."""

import re

from qa.questions.asked_parts import whole_asked
from qa.readers.reading import Reading
from qa.words.spelt import Spelt
from qa.words.terms import Unit
from qa.words.thesaurus import is_compound

# The words that end the noun counted: "bao nhiêu kiến nghị | qua ứng dụng …".
_NOUN_ENDS = frozenset(
    """là của có được qua trên ở tại trong để cho đã đang sẽ thì mà và với về theo do bởi từ đến tới vào
    ra khi sau trước bằng bị hoàn đạt nào không chưa so trực chủ sử đưa nộp kết tham cả tất hết mỗi một từng
    nếu vì dù nhưng hoặc hay rồi vậy thế nhỉ""".split()
)
# "bao nhiêu máy chủ": the last of these may be part of a noun.
_NOUN_TOO = frozenset("chủ sử trực đưa kết tham hoàn".split())
# "bao nhiêu bị can": people named by what befell them.
_ACCUSED = (("bị", "bi"), ("can", "cáo", "hại", "đơn", "cao", "hai", "don"))
# "bao nhiêu bằng lái": no "bằng" of means.
_LICENCE = Spelt(r"\s(?:lái|khen|cấp|tốt nghiệp|sáng chế|đại học)\b")
_NUMBER_OF = re.compile(
    r"\W*(?:tổng |tong )?(?:số|so)(?: lượng| luong)?\s+(?!liệu|lieu|hóa|hoa|với|voi|sánh|sanh)"
)
UNIT_LENGTH = 4
# "bao nhiêu cái": any thing counted.
CLASSIFIERS = frozenset("cái chiếc thứ cai chiec".split())


def counted_noun(reading: Reading) -> list[Unit]:
    """The units of what is counted: "kiến nghị" in "bao nhiêu kiến nghị qua ứng dụng …"."""
    question = reading.question
    noun: list[Unit] = []
    for unit in question.units:
        if unit.start < question.focus[1]:
            continue
        gap = question.text[(noun[-1].end if noun else question.focus[1]) : unit.start]
        word = question.text[unit.start : unit.end].lower()
        if len(noun) == UNIT_LENGTH or any(mark in gap for mark in ",?.;:("):
            break
        accused = word in _ACCUSED[0] and question.text[unit.end :].lstrip().startswith(_ACCUSED[1])
        licence = word in ("bằng", "bang") and _LICENCE.match(question.text, unit.end)
        ends = word in _NOUN_ENDS and not (
            noun and word in _NOUN_TOO and is_compound(noun[-1].key, unit.key)
        )
        if ends and not noun and question.text[: unit.start].lower().split()[-1] in CLASSIFIERS:
            ends = word not in _NOUN_TOO  # "mấy chiếc trực thăng"
        if (ends and not accused and not licence) or unit.kind != "word":
            break
        if any(m.start <= unit.start < m.end for m in question.mentions):
            break
        if not noun and word in CLASSIFIERS:
            continue
        noun.append(unit)
    if question.asks in ("percent", "money", "rank", "score"):
        return []
    return _named_count(reading) or noun or _of_whole(reading)


def _of_whole(reading: Reading) -> list[Unit]:
    """The units of what a part is asked of: "trong 35 chỉ tiêu đã đạt bao nhiêu"."""
    whole = whole_asked(reading.question.text)
    if whole is None:
        return []
    start, end = whole.noun
    return [unit for unit in reading.question.units if start <= unit.start < end]


def _named_count(reading: Reading) -> list[Unit]:
    """The units of what is counted in "số quyết định … là bao nhiêu" and "số quyết định …?"."""
    question = reading.question
    match = _NUMBER_OF.match(question.text.lower())
    if not match:
        return []
    following = [unit for unit in question.units if unit.start >= match.end()]
    return [unit for unit in following[:2] if unit.kind == "word"]
