"""How well a person of a report holds the office that a question asks for."""

import re
from collections.abc import Sequence
from functools import lru_cache

from index.vietnamese import LOWER, UPPER, Span, fold
from qa.readers.holding import frame
from qa.readers.matching import UNKNOWN
from qa.readers.people.asked_posts import Post
from qa.readers.reading import Reading
from qa.texts.offices import offices, standing, title_end
from qa.texts.paragraph import Paragraph
from qa.texts.people import Person, people
from qa.words.terms import Unit, units
from qa.words.wordlists import any_of, pairs, words

# Another office than the one asked for, and the most that one told in part is worth.
NO_OFFICE, IN_PART = 0.25, 0.9
# "Vị thứ trưởng nào …": the office is asked with the question word and met by no other sign.
HELD = 1.25
OTHER_CALLING = 0.7
# "Giám đốc" alone, where the body named last is another one.
OF_OTHER = 0.4
# A word of the office that stands beside it, up to so many words on.
REACH = 12
# "Giám đốc Sở … TP. HCM": the place may stand a few characters behind the office.
JUST_BEHIND = 6
LONGEST_CALLING = 24
_LEFT = frozenset({"nguyen", "cuu"})
# Of one office at several levels the level decides; "phố" is of the city's own.
# "đại biểu tỉnh Quảng Nam Lê Văn A".
_OF_PLACE = re.compile(
    rf"\bđại biểu (?:[{LOWER}]+\s){{0,3}}(?:[{UPPER}]\S*\s){{0,3}}\(?$", re.IGNORECASE
)
_LEVELS = frozenset("tinh4 huyên5 xa3 phương1 quân5 phô2 tinh huyen xa phuong quan pho".split())
# "Chủ tịch", "Bí thư": every level of the administration has its own.
_OF_AREAS = frozenset({"chu4", "chu", "bi2", "bi"})
_LOWER_LEVELS = _LEVELS - {"tinh4", "tinh", "phô2", "pho"}
# Bodies of which a report names several: "xã Cẩm Thanh", "Hợp tác xã rau hữu cơ Thanh Xuân".
_BODY_NAMED = re.compile(
    r"\b(?P<body>(?:[Hh]ợp tác xã|HTX|[Xx]ã|[Pp]hường|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hị trấn|[Tt]hôn|[Bb]ản|[Tt]rường"
    rf"|[Bb]ệnh viện|[Cc]ông ty|[Tt]ập đoàn|[Nn]gân hàng))(?:\s[{LOWER}]+){{0,3}}(?:\s[{UPPER}][{LOWER}]+)+"
)


def fit(reading: Reading, paragraph: Paragraph, person: Person, post: Post) -> float:
    """How well a person holds an office, deputy for deputy: 1 if an office says all of it."""
    held = [_fit(reading, paragraph, person.name, span, post) for span in person.offices]
    best = max(held, default=0.0)
    if best > NO_OFFICE and _comes_from_elsewhere(reading, paragraph, person):
        best = 0.0
    if best == 1.0 and _is_of_next(reading, paragraph, person, post):
        best = OF_OTHER
    best = max(best, NO_OFFICE)
    return best * HELD if post.in_focus and best == 1.0 else best


def _fit(reading: Reading, paragraph: Paragraph, name: Span, span: Span, post: Post) -> float:
    start, end = span
    left = standing(paragraph.text[start:end]) ^ post.standing
    # "Vị thứ trưởng nào ký …": whoever did it may have left the office since.
    if left and not (post.by_deed and left <= _LEFT):
        return 0.0
    first, last = paragraph.unit_at(start), paragraph.unit_at(end)
    inside = paragraph.units[first:last]
    keys = [reading.matcher.key(unit) for unit in inside]
    if not any(_holds(keys, form) for form in post.heads):
        return 0.0
    wanted = {reading.matcher.key(unit) for unit in post.of}
    said = frozenset(keys)
    levelled = not _LEVELS.isdisjoint(wanted) and not _LEVELS.isdisjoint(said)
    if levelled and not wanted & _LEVELS <= said:
        return 0.0
    if _is_elsewhere(reading, paragraph, span):
        return 0.0
    if _is_lower(reading, post, wanted, said):
        return 0.0
    groups = {unit.group for unit in inside} - {-1}
    beside = {
        reading.matcher.key(unit)
        for unit in paragraph.units[last : last + REACH]
        if not name[0] <= unit.start < name[1]
    }
    missing = [
        unit
        for unit in post.of
        if reading.matcher.key(unit) not in said and unit.group not in groups
    ]
    apart = [unit for unit in missing if reading.matcher.key(unit) not in beside]
    if any(_is_proper(reading, unit) for unit in apart) and _names_other(
        reading, paragraph, span, inside
    ):
        return 0.0
    near = _around(reading, paragraph)
    lost = sum(_weight(reading, u) for u in apart if reading.matcher.key(u) not in near)
    if not lost:
        return OF_OTHER if apart and _is_of_other(reading, paragraph, span, apart, post.of) else 1.0
    total = sum(_weight(reading, unit) for unit in post.of)
    return NO_OFFICE + (IN_PART - NO_OFFICE) * (1 - lost / total) ** 2


def _is_lower(reading: Reading, post: Post, wanted: set[str], said: frozenset[str]) -> bool:
    """Whether an office is of a district or a commune where a province's is asked for: "Chủ tịch
    Mây Trắng là ai?" ↔ "Chủ tịch UBND huyện Bàu Sen"."""
    question = reading.question
    if not question.place_names or question.districts or not _LEVELS.isdisjoint(wanted):
        return False
    if not any(form[0] in _OF_AREAS for form in post.heads):
        return False
    return not _LOWER_LEVELS.isdisjoint(said)


def _is_of_next(reading: Reading, paragraph: Paragraph, person: Person, post: Post) -> bool:
    """Whether someone else's office says all of the one asked for, and this one's not: "Giám đốc
    Sở A Lê Văn B, Giám đốc Sở C Trần Văn D"."""
    if len(post.of) < 2 or any(_says(reading, paragraph, o, post.of) for o in person.offices):
        return False
    return any(
        _says(reading, paragraph, office, post.of) and _fit_head(reading, paragraph, office, post)
        for other in people(paragraph.text)
        if paragraph.text[slice(*other.name)] != paragraph.text[slice(*person.name)]
        for office in other.offices
        if office not in person.offices
    )


def _fit_head(reading: Reading, paragraph: Paragraph, span: Span, post: Post) -> bool:
    """Whether an office is one of the kind asked for, a deputy for a deputy."""
    keys = [reading.matcher.key(unit) for unit in paragraph.units_in(span)]
    same = standing(paragraph.text[slice(*span)]) == post.standing
    return same and any(_holds(keys, form) for form in post.heads)


def _is_elsewhere(reading: Reading, paragraph: Paragraph, span: Span) -> bool:
    """Whether an office is said to be of another province than the one asked about."""
    asked = reading.question.place_names
    named = {m.name for m in paragraph.provinces if span[0] <= m.start < span[1] + JUST_BEHIND}
    return bool(asked and named) and not named & asked


def _comes_from_elsewhere(reading: Reading, paragraph: Paragraph, person: Person) -> bool:
    """Whether all that is said of someone's offices names other provinces than the one asked
    about: "Phó bí thư Tỉnh ủy A … được bầu làm Chủ tịch tỉnh"."""
    asked = reading.question.place_names
    if not asked or not paragraph.provinces:
        return False
    named = {
        mention.name
        for start, end in person.offices
        for mention in paragraph.provinces
        if start <= mention.start < end + JUST_BEHIND
    }
    return bool(named) and not named & asked


def _holds(keys: Sequence[str], form: tuple[str, ...]) -> bool:
    """Whether a form stands in the keys word for word."""
    length = len(form)
    return any(tuple(keys[at : at + length]) == form for at in range(len(keys) - length + 1))


def _weight(reading: Reading, unit: Unit) -> float:
    said = reading.question.text[unit.start : unit.end]
    rare = reading.matcher.is_unknown(unit) and said.islower()
    return reading.matcher.weigh(unit) * (UNKNOWN if rare else 1.0)


def _is_proper(reading: Reading, unit: Unit) -> bool:
    return reading.question.text[unit.start].isupper()


def _names_other(
    reading: Reading, paragraph: Paragraph, span: Span, inside: Sequence[Unit]
) -> bool:
    """Whether an office names a body by words in capitals that the question does not say:
    then it is that body's, whatever stands around it."""
    asked = {reading.matcher.key(unit) for unit in reading.question.units}
    text = paragraph.text
    said = offices(text[slice(*span)])
    behind = span[0] + (said[0].head[1] if said else 0)
    return any(
        unit.start >= behind
        and text[unit.start].isupper()
        and unit.kind == "word"
        and not text[unit.start : unit.end].isupper()
        and reading.matcher.key(unit) not in asked
        for unit in inside
    )


def _is_of_other(
    reading: Reading,
    paragraph: Paragraph,
    span: Span,
    apart: Sequence[Unit],
    wanted: Sequence[Unit],
) -> bool:
    """Whether an office that says no body is rather of one that stands before it than of the
    one asked about."""
    if not any(_is_proper(reading, unit) for unit in apart):
        return False
    before = [one.span for one in paragraph.organizations if one.span[1] <= span[0]]
    if before and not any(_says(reading, paragraph, before[-1], [unit]) for unit in apart):
        return True
    of = {reading.matcher.key(unit) for unit in wanted}
    alike = [
        one.span()
        for one in _BODY_NAMED.finditer(paragraph.text, 0, span[0])
        if reading.matcher.key(units(one["body"])[-1]) in of
    ]
    proper = [unit for unit in apart if _is_proper(reading, unit)]
    return bool(alike) and not _says(reading, paragraph, alike[-1], proper)


def _says(reading: Reading, paragraph: Paragraph, span: Span, wanted: Sequence[Unit]) -> bool:
    said = {reading.matcher.key(unit) for unit in paragraph.units_in(span)}
    return all(reading.matcher.key(unit) in said for unit in wanted)


def _around(reading: Reading, paragraph: Paragraph) -> set[str]:
    """Keys of the paragraph, of its report's title and lead, and of the names asked about."""
    columns = paragraph.columns
    here = columns.folded if reading.question.folded else columns.keys
    return set(here) | frame(paragraph, reading.question.folded).keys | reading.named(paragraph)


def calling_fit(reading: Reading, paragraph: Paragraph, person: Person) -> float | None:
    """How well the calling before a name is the one asked by: "Kiến trúc sư nào …"; None where
    none is asked."""
    question = reading.question
    # "… nào", "ai là …"; "ai là người …" asks by no calling.
    focus = question.text[question.focus[0] : question.focus[1] + LONGEST_CALLING].lower()
    asked = _callings().search(fold(focus) if question.folded else focus)
    if asked is None:
        return None
    before = paragraph.text[: person.name[0]]
    title = title_end().search(before) or _OF_PLACE.search(before)
    said = title.group() if title else ""
    long = " ".join(pairs("callings.tsv").get(part, part) for part in re.split(r"[\s]+", said))
    return HELD if fold(asked.group()) in fold(long) else OTHER_CALLING


@lru_cache(maxsize=1)
def _callings() -> re.Pattern[str]:
    named = [word for word in words("professions.txt") if word == word.lower()]
    called = any_of((*named, *map(fold, named)))
    return re.compile(rf"(?<=\bai l[àa] ){called}\b|\b{called}(?=(?: qu[ốo]c h[ộo]i)? n[àa]o\b)")
