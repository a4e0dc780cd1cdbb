"""Whether a sentence holds the particulars of a claim, without which it affirms nothing of it.

A claim that names a numbered document, a number of things, a day, a year or a name is only affirmed
by a sentence that tells of that document, that many, that day, that one.
"""

import re
from collections.abc import Sequence

from index.vietnamese import Span, fold
from qa.claims.polarity import judge
from qa.questions.question import Question
from qa.questions.slots import claim_of, days_in, same_day
from qa.readers.holding import frame
from qa.readers.numbered import tells_of_documents
from qa.readers.reading import Candidate
from qa.texts.brands import brands
from qa.texts.counted import Counted, counted, other_count, same_noun
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph
from qa.texts.people import Person, people
from qa.words.terms import Columns

_ALL = re.compile(r"\b(?:toan bo|tat ca|moi|het)\b")
_THEY = re.compile(r"\W*(?:Ông|Bà|Anh|Chị|Đồng chí|Cô|Thầy)\s(?=[^A-ZĐÀ-Ỹ])")
# Who only says what is claimed may stand outside the sentence that says it.
_SAYS = re.compile(
    r"\s(?:(?:có|đã|cũng|từng|vẫn) )*(?:cho rằng|cho biết|nói|khẳng định|nhận định|thừa nhận|than phiền"
    r"|yêu cầu|đề nghị|muốn|tin|nhấn mạnh|chia sẻ|cho hay|công nhận|lo ngại|kêu gọi)\b"
)
_SOURCE = re.compile(r"\b(?:theo|lời|ý kiến (?:của )?)\s(?:\S+\s){0,6}$", re.IGNORECASE)
# Names that stand so far before a sentence may be of what it tells.
FRAMED = 400


def vouches(question: Question, found: Candidate, quote: Span | None = None) -> bool | None:
    """Whether a sentence holds what a claim names: False where it counts the same otherwise, None
    where it tells of another document, day, year or one, or holds not all the numbers."""
    paragraph = found.paragraph
    span = quote or paragraph.sentence_at(found.span[0])
    if not (
        tells_of_documents(question, paragraph, span, found.span[0])
        and _of_days(question, paragraph, span)
        and _of_names(question, paragraph, span)
        and _of_brands(question, paragraph, span)
    ):
        return None
    return _counts(question, paragraph, span)


def says(question: Question, named: Sequence[Person]) -> bool:
    """Whether it is claimed of someone that they said something."""
    return any(_SAYS.match(question.text, one.name[1]) for one in named)


def _of_days(question: Question, paragraph: Paragraph, span: Span) -> bool:
    """Whether the days of the claim stand in the sentence or, where it has none, beside it."""
    claimed = days_in(question.text) if "/" in question.text or "-" in question.text else []
    claimed = [day for day in claimed if _is_day(day)]
    if not claimed:
        return True
    told = [day for day in days_in(paragraph.text[slice(*span)]) if _is_day(day)]
    told = told or [day for day in days_in(paragraph.text) if _is_day(day)]
    if not told:
        published = paragraph.document.published or paragraph.document.event or ""
        parts = [part.lstrip("0") for part in published.split("-")]
        told = ["/".join(reversed(parts))] if len(parts) == 3 else []
    return all(any(same_day(day, other) for other in told) for day in claimed)


def _is_day(text: str) -> bool:
    day, month = (int(part) for part in re.findall(r"\d+", text)[:2])
    return 1 <= day <= 31 and 1 <= month <= 12


def _of_brands(question: Question, paragraph: Paragraph, span: Span) -> bool:
    """Whether a sentence that names brands names one of the claim, where the report knows any."""
    claimed = {match.group() for match in brands(question.text)}
    told = {paragraph.text[slice(*one)] for one in paragraph.brands if span[0] <= one[0] < span[1]}
    if not claimed or not told or claimed & told:
        return True
    return all(fold(one) in fold(paragraph.document.text) for one in claimed)


def _of_names(question: Question, paragraph: Paragraph, span: Span) -> bool:
    """Whether the people and names of the claim stand in the sentence or in what frames it."""
    text = question.text
    persons = people(text)
    here = _words(paragraph.folded[slice(*span)])
    wide = _words(paragraph.folded)
    referring = _THEY.match(paragraph.text, span[0]) is not None
    for one in persons:
        given = fold(text[slice(*one.name)]).split()[-1]
        said = _SAYS.match(text, one.name[1]) or _SOURCE.search(text, 0, one.name[0])
        if given not in (wide if said or referring else here):
            return False
    names = [
        name
        for name in question.names
        if len(name) > 1 and not any(one.name[0] <= name[0].start < one.name[1] for one in persons)
    ]
    if not names:
        return True
    before = paragraph.document.text[max(0, paragraph.start - FRAMED) : paragraph.start]
    framed = {*paragraph.columns.folded, *frame(paragraph, True).keys, *Columns(before).folded}
    return all({unit.folded for unit in name} <= framed for name in names)


def _words(plain: str) -> set[str]:
    return set(re.findall(r"\w+", plain))


def _counts(question: Question, paragraph: Paragraph, span: Span) -> bool | None:
    claimed = claimed_counts(question)
    if not claimed:
        return True
    told = counted(paragraph.text, paragraph.units_in(span), span)
    every = _ALL.search(paragraph.folded[slice(*span)]) is not None
    held = [
        True
        if count is None and (_is_name(one, question, paragraph) or (every and one.is_all))
        else count
        for one in claimed
        for count in [_count(one, told)]
    ]
    return False if False in held else None if None in held else True


def claimed_counts(question: Question) -> list[Counted]:
    """What the claim counts, and money, where they are told to the number."""
    stated = {unit.start for unit in question.stated}
    if not stated:
        return []
    numbers = counted(question.text, question.units, (0, len(question.text)))
    return [one for one in numbers if one.at in stated and not one.named and not one.loose]


def _count(claimed: Counted, told: Sequence[Counted]) -> bool | None:
    """Whether a sentence counts so many; False where it counts others of them."""
    same = [one for one in told if one.keys & claimed.keys]
    if any(claimed.percent or claimed.money or same_noun(claimed, one) for one in same):
        return True
    if not claimed.money and any(other_count(claimed, one) for one in told):
        return False
    return True if same else None


def _is_name(claimed: Counted, question: Question, paragraph: Paragraph) -> bool:
    """ "Lào Cai 360 ra mắt": whether a number behind a capital is one with it in the report."""
    before = re.search(r"\w+ $", question.text[: claimed.at])
    if not before or not before.group()[0].isupper():
        return False
    [number] = list(claimed.keys)[:1]
    return f"{before.group()}{number}" in paragraph.document.text


def holds_claimed(question: Question, figure: Figure, found: Candidate) -> bool:
    """Whether the sentence of a candidate gives the figure claimed as that of what it is claimed
    of."""
    claimed = _claimed(question, figure)
    paragraph = found.paragraph
    span = paragraph.sentence_at(found.span[0])
    if claimed is None:
        return question.text[slice(*figure.span)].rstrip("% ") in paragraph.text[slice(*span)]
    return any(
        one.keys & claimed.keys
        and one.named == claimed.named
        and (claimed.percent or claimed.money or same_noun(claimed, one))
        for one in counted(paragraph.text, paragraph.units_in(span), span)
    )


def denies_figure(
    question: Question, figure: Figure, best: Candidate, others: Sequence[Candidate]
) -> bool:
    """Whether another figure found in the place of the one claimed denies it: unless how far two
    are apart is claimed and not told, or another sentence, which tells of the claim as much, gives
    the one claimed."""
    claimed = _claimed(question, figure)
    if claimed and claimed.apart and not _tells_apart(best):
        return False
    told = _told(question, best)
    mine = best.paragraph, best.paragraph.sentence_at(best.span[0])
    return not any(
        (one.paragraph, one.paragraph.sentence_at(one.span[0])) != mine
        and holds_claimed(question, figure, one)
        and _told(question, one) >= told
        for one in others
    )


def counts_the_same(question: Question, figure: Figure, found: Candidate) -> bool:
    """Whether a figure found counts in the same words what another is claimed of."""
    claimed = _claimed(question, figure)
    paragraph = found.paragraph
    span = paragraph.sentence_at(found.span[0])
    numbers = counted(paragraph.text, paragraph.units_in(span), span)
    mine = [one for one in numbers if found.span[0] <= one.at < found.span[1]]
    return claimed is not None and any(other_count(claimed, one) for one in mine)


def _tells_apart(found: Candidate) -> bool:
    paragraph = found.paragraph
    span = paragraph.sentence_at(found.span[0])
    numbers = counted(paragraph.text, paragraph.units_in(span), span)
    return any(one.apart for one in numbers if found.span[0] <= one.at < found.span[1])


def _told(question: Question, found: Candidate) -> float:
    """The share of a claim that the sentence of a figure tells, whatever the figures."""
    paragraph = found.paragraph
    content = [unit for unit in question.content if unit not in question.stated]
    span = paragraph.sentence_at(found.span[0])
    return judge(claim_of(question), content, content, paragraph, span).met


def _claimed(question: Question, figure: Figure) -> Counted | None:
    numbers = counted(question.text, question.units, (0, len(question.text)))
    return next((one for one in numbers if one.at == figure.span[0]), None)
