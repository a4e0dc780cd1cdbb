"""Who only goes along with a deed: "giao Sở A chủ trì, phối hợp với Sở B", "Hội A liên hệ với Cục B"."""

import re
from collections.abc import Sequence

from index.vietnamese import Span
from qa.questions.question import Question
from qa.readers.reading import Reading
from qa.texts.paragraph import Paragraph

# One that goes along, or is turned to, where another one in the sentence does it; and the one that
# does it, where it is asked who goes along.
ALONG, LEADS = 0.7, 0.6
_ASKS_LEADER = re.compile(
    r"\b(?:chu tri|dung dau|dau moi|(?:trach nhiem|phu trach) chinh|(?<!phoi hop )chinh la (?:bo|so|ai))\b"
)
_ASKS_ALONG = re.compile(
    r"\b(?:phoi hop|dong hanh|hop tac|lien ket|lien he|ho tro|tham gia|chung tay|gop suc|bat tay|ket hop)\b"
    r"|\b(?:voi|cung)(?: (?:nhung|cac))?$"
)
_WITH = re.compile(
    r"(?<!so )(?<!doi )(?<!\bung )\b(?:voi|cung|voi su tham gia cua)\s(?:cac\s|ca\s)?$"
)
_JOINED = re.compile(r"\s?(?:,|,? và|;|\([^()]*\),?)\s(?:và\s)?")
_CHAIRS = re.compile(r"(?:\s\([^()]*\))?,?\s(?:la\s[^,.;]{0,20})?(?:chu tri|lam dau moi|dau moi)\b")


def along_fits(reading: Reading, paragraph: Paragraph, named: Sequence[Span]) -> dict[Span, float]:
    """How far bodies of a paragraph may be meant that only go along with others, or that others go
    along with; those of which nothing is said are left out."""
    if len(named) < 2:
        return {}
    along = _along(paragraph, named)
    if not along:
        return {}
    question = reading.question
    if _asks_leader(question):
        return dict.fromkeys(along, ALONG)
    if _asks_along(question):
        return {one: LEADS for one in named if _CHAIRS.match(paragraph.folded, one[1])}
    asked = question.plain
    fits = {}
    for one in along:
        start = paragraph.sentence_at(one[0])[0]
        before = [other for other in named if start <= other[0] < one[0] and other not in along]
        # "UBND tỉnh cùng Công ty A": the one that the question says itself is not meant.
        if any(paragraph.folded[slice(*other)] not in asked for other in before):
            fits[one] = ALONG
    return fits


def _asks_leader(question: Question) -> bool:
    return _ASKS_LEADER.search(question.plain) is not None


def _asks_along(question: Question) -> bool:
    """Whether it is asked with whom something is done, or who helps."""
    start, end = question.focus
    return any(
        _ASKS_ALONG.search(part) is not None
        for part in (question.plain[:start].rstrip(), question.plain[end:])
    )


def _along(paragraph: Paragraph, named: Sequence[Span]) -> set[Span]:
    """The bodies behind "với" or "cùng", and those in a row with them."""
    found: set[Span] = set()
    last: Span | None = None
    for one in sorted(named):
        beside = (
            last in found
            and last is not None
            and _JOINED.fullmatch(paragraph.text, last[1], one[0])
        )
        if beside or _WITH.search(paragraph.folded, max(0, one[0] - 24), one[0]):
            found.add(one)
        last = one
    return found
