"""Whether a figure is of what is left: "5 sở đã xong, còn lại 17 sở đang thẩm định"."""

import re
from collections.abc import Sequence

from qa.asked_nature import says
from qa.figures import Figure
from qa.paragraph import Paragraph
from qa.readers.reading import Reading

# Of what is left where that is asked for, and where it is not; another figure before one of it.
LEFT_OVER, NOT_ASKED, OF_ANOTHER = 1.15, 0.85, 0.5

_ABOUT = r"(?:khoảng|chừng|gần|hơn|tới|đến|có|là|chỉ|độ|tầm|cỡ)"
_ASKED = rf"\bcòn(?: lại)?(?: {_ABOUT})*\s*$"
_ASKED_BEHIND = r"^(?: [^\s,?]+){1,4} còn lại\b"
_TOLD = re.compile(rf"(?<!\w)còn(?P<rest> lại)?(?: {_ABOUT})*\s*$", re.IGNORECASE)
_TOLD_BEHIND = re.compile(r"(?: [^\s,.;:()\d]+){1,3} còn lại(?!\w)")
_REACH = 24


def remainder_fit(
    reading: Reading, paragraph: Paragraph, figure: Figure, listed: Sequence[Figure]
) -> float:
    """How well a figure is of what is left where that is asked for, or of what is not."""
    if "còn" not in paragraph.text:
        return 1.0
    told = _is_told(paragraph, figure)
    if not _is_asked(reading):
        return NOT_ASKED if told == "rest" else 1.0
    if told:
        return LEFT_OVER
    # Behind one of what is left may stand others of it: "Hà Nam còn 4 xã, Hà Giang 7".
    end = paragraph.sentence_at(figure.span[0])[1]
    behind = (one for one in listed if figure.span[0] < one.span[0] < end)
    others = (one for one in behind if one.kind == figure.kind)
    return OF_ANOTHER if any(_is_told(paragraph, one) for one in others) else 1.0


def _is_asked(reading: Reading) -> bool:
    question = reading.question
    start, end = question.focus
    text, folded = question.text, question.folded
    if start == end:
        return False
    return says(_ASKED, text[:start], folded) or says(_ASKED_BEHIND, text[end:], folded)


def _is_told(paragraph: Paragraph, figure: Figure) -> str:
    """How a figure is told to be of what is left: "rest" by "còn lại", "left" by "còn"; or not."""
    start = figure.whole[0]
    before = _TOLD.search(paragraph.text, max(0, start - _REACH), start)
    if _TOLD_BEHIND.match(paragraph.text, figure.whole[1]) or (before and before["rest"]):
        return "rest"
    return "left" if before else ""
