"""Who is told by an office alone: "Người đứng đầu cơ quan chịu trách nhiệm", "do Thủ tướng làm chủ tịch"."""

import re
from functools import lru_cache

from index.vietnamese import Span
from qa.readers.people.asked_posts import Post
from qa.readers.people.doers import DOER, asked_deed, holds
from qa.readers.people.posts import fit
from qa.readers.reading import Candidate, Reading, span_candidate
from qa.readers.rows import rows
from qa.texts.offices import offices_apart
from qa.texts.paragraph import Paragraph, kept
from qa.texts.people import Person, everyone
from qa.words.wordlists import words

# Someone with a name is told of more surely.
UNNAMED = 0.9
# Whoever leads, without an office: "thủ trưởng, người đứng đầu các cấp, ngành".
_LEADER = re.compile(
    r"(?<!\w)(?:[Nn]gười đứng đầu|[Tt]hủ trưởng)(?!\w)"
    r"(?:(?:,| và|, và)?\s(?:các\s)?(?:cơ quan|đơn vị|tổ chức|địa phương|cấp|ngành|doanh nghiệp|cấp uỷ|cấp ủy"
    r"|chính quyền|sở|bộ|người đứng đầu|thủ trưởng)(?!\w))*"
)
_BETWEEN = re.compile(r"\s*(?:,|,? và|;)\s*")
# An office that someone named holds: the name stands at most so far behind it.
_NAMED_BEHIND = re.compile(r"\s?[-–,(]?\s?(?:ông|bà|đồng chí|anh|chị)(?!\w)")
# By whom something is done, whom it is asked of, and what an office is besides.
_DONE_BY = re.compile(r"\b(?:do|bởi)\s$", re.IGNORECASE)
_IS_POST = re.compile(
    r"\s(?:(?:sẽ|đã|trực tiếp|đương nhiên)\s)?(?:là|làm|đứng đầu|kiêm|đảm nhiệm|giữ (?:chức|vai trò|vị trí))\s"
)
_OPENS = re.compile(r"(?:^|[.;:\"“]\s*|,\sthì\s|\bthì\s)$")
_GOES_ON = re.compile(r"\s(?:theo|phải|hoặc|chịu|nếu|thì|để|ở|và|cùng|quyết định|ban hành)(?!\w)")
# "người đứng đầu các cấp, ngành, các địa phương, đơn vị phải …".
_MUST = re.compile(
    r"(?:,?\s(?!(?:đề|yêu|giao|chỉ|nhấn|cho|nói|nêu)\s)[^\s.;:]+){0,10}?\sphải(?!\w)"
)
# "Chủ tịch đề nghị người đứng đầu …": who tells others to does not do it.
_TELLS_OTHERS = re.compile(r"\s(?:đề nghị|yêu cầu|giao|phân công|lưu ý)(?!\w)")
# So many units beside an office its deed stands, and before "bởi".
BESIDE, BEFORE = 4, 7
_ASKS = re.compile(r"^(?:ai|(?:những|các)? ?(?:người|vị|lãnh đạo|cán bộ) nào|nguoi nao)$")

# "Ai đứng đầu Trung tâm": an office is asked for by no word that tells which.
_ASKS_POST = re.compile(r"\s(?:(?:da|dang|hien)\s)?(?:dung dau|lanh dao|cam dau|giu|la)\b")


def read_holders(reading: Reading, paragraph: Paragraph, wanted: Post | None) -> list[Candidate]:
    """The offices that a paragraph says to do what is asked for, or to hold the one asked for,
    without a name."""
    question = reading.question
    if not _ASKS.match(question.text[slice(*question.focus)].lower()):
        return []
    if wanted is None and _ASKS_POST.match(question.plain, question.focus[1]):
        return []
    found = []
    for span in _offices(paragraph):
        if _is_said(reading, paragraph, span):
            continue
        signs = {"unnamed": UNNAMED}
        if wanted:
            post = _post(paragraph, span)
            if post is None:
                continue
            signs["office"] = fit(reading, paragraph, Person(span, (post,)), wanted)
        elif not _does(reading, paragraph, span):
            continue
        if _DONE_BY.search(paragraph.text, 0, span[0]):
            signs["doer"] = DOER
        found.append(span_candidate(reading, paragraph, span, span, signs))
    return found


def _is_said(reading: Reading, paragraph: Paragraph, span: Span) -> bool:
    """Whether the question itself says an office."""
    said, question = paragraph.folded[slice(*span)], reading.question.plain
    return said in question or question.find(" ".join(said.split()[:3])) >= 0


def _post(paragraph: Paragraph, span: Span) -> Span | None:
    """What an office is said to be besides: "do Thủ tướng làm chủ tịch ủy ban"."""
    link = _IS_POST.match(paragraph.text, span[1])
    if link is None:
        return None
    return next(
        (one.span for one in offices_apart(paragraph.text) if one.span[0] == link.end()),
        None,
    )


def _does(reading: Reading, paragraph: Paragraph, span: Span) -> bool:
    """Whether an office stands to the deed as the question word does."""
    first, last = paragraph.unit_at(span[0]), paragraph.unit_at(span[1])
    start, end = paragraph.sentence_at(span[0])
    before, after = asked_deed(reading)
    if after is None:
        near = paragraph.units[max(paragraph.unit_at(start), first - BESIDE) : first]
        return before is not None and holds(reading, near, before)
    lead = paragraph.folded[start : span[0]]
    if lead.endswith("boi "):
        return holds(reading, paragraph.units[max(0, first - BEFORE) : first], after)
    if _TELLS_OTHERS.match(paragraph.text, span[1]):
        return False
    must = _MUST.match(paragraph.text, span[1], end)
    if _OPENS.search(lead):
        reach = paragraph.unit_at(end)
    else:
        reach = (paragraph.unit_at(must.end()) if must else last) + BESIDE
    return holds(reading, paragraph.units[last:reach], after)


@kept
def _offices(paragraph: Paragraph) -> tuple[Span, ...]:
    """The offices of those who lead that no name is said with, those in a row as one."""
    text = paragraph.text
    held = [office for person in everyone(text) for office in person.offices]
    held += [person.name for person in everyone(text)]
    found = [match.span() for match in _LEADER.finditer(text)]
    for office in offices_apart(text):
        head = text[slice(*office.head)].lower()
        if head in _chiefs() and not any(_meets(office.span, one) for one in found):
            more = _GOES_ON.search(text, office.head[1], office.span[1])
            found.append((office.span[0], more.start() if more else office.span[1]))
    free = [
        span
        for span in sorted(found)
        if not any(_meets((span[0], span[1] + 2), one) for one in held)
        and not _NAMED_BEHIND.match(text, span[1])
    ]
    return tuple(rows(text, free, _BETWEEN))


def _meets(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@lru_cache(maxsize=1)
def _chiefs() -> frozenset[str]:
    return frozenset((*words("chiefs.txt"), "phó thủ tướng", "phó chủ tịch", "thứ trưởng"))
