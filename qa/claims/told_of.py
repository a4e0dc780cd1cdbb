"""Of whom of several people a sentence tells what is claimed of one.

"Miễn nhiệm ông A để nghỉ hưu và ông B để nhận nhiệm vụ khác": the one to retire is not B.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from index.vietnamese import Span, fold
from qa.questions.question import Question
from qa.readers.reading import Candidate
from qa.texts.paragraph import Paragraph
from qa.texts.people import Person, people
from qa.words.terms import Unit

# Behind these stands what sets one apart: for what, of what, from where, when.
_APART = re.compile(
    r"\b(?:để|nhằm|vì|do|về tội|tội|quê(?: ở| tại| quán)?|sinh(?: năm| ngày)?|làm|giữ chức|là)\s",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\W*(?:đã |cũng |vừa )?(?:cho biết|cho hay|nói|khẳng định|thông tin|nhấn mạnh|chia sẻ|cho rằng"
    r"|báo cáo|phát biểu|nhận định|xác nhận|giải thích|yêu cầu|đề nghị|trả lời|kể|nêu|chỉ đạo|ký)\b"
)
# A name is told by its last words.
GIVEN = 2


def told_of_another(
    question: Question, named: Sequence[Person], candidate: Candidate
) -> bool | None:
    """Whether a sentence tells of another person what is claimed of one: True where it names both
    and tells it of the other, None where it is of the other alone."""
    paragraph, quote = candidate.paragraph, candidate.quote
    said = paragraph.text[slice(*quote)]
    told = people(said)
    if len(named) != 1 or not told:
        return False
    given = _given(question.text[slice(*named[0].name)])
    owners = [one for one in told if _given(said[slice(*one.name)]) == given]
    if not owners:
        first = told[0]
        opens = not re.search(r"[,;]|\w+\s\w+\s\w+\s\w+", said[: first.name[0]])
        return (
            None
            if opens and not _SAYS.match(said, first.name[1]) and given not in fold(said)
            else False
        )
    if len(owners) == len(told):
        return False
    apart = [match.end() for match in _APART.finditer(question.text)]
    if not apart:
        return False
    tail = [unit for unit in question.content if unit.start >= apart[-1] and not unit.is_light]
    if not tail or named[0].name[0] >= apart[-1]:
        return False
    edges = [0, *(one.name[0] for one in told[1:]), len(said)]
    shares = [
        _share(tail, paragraph, (quote[0] + start, quote[0] + end))
        for start, end in pairwise(edges)
    ]
    mine = max(share for share, one in zip(shares, told, strict=True) if one in owners)
    others = max(share for share, one in zip(shares, told, strict=True) if one not in owners)
    return others == 1.0 and mine < 1.0


def _given(name: str) -> str:
    return " ".join(fold(name).split()[-GIVEN:])


def _share(wanted: Sequence[Unit], paragraph: Paragraph, span: Span) -> float:
    """The share of the units that a span holds, themselves or a synonym."""
    held = paragraph.units_in(span)
    keys, groups = {unit.key for unit in held}, {unit.group for unit in held} - {-1}
    return sum(unit.key in keys or unit.group in groups for unit in wanted) / len(wanted)
