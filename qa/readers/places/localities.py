"""Districts and communes that a paragraph names, with what each is said to be."""

import re
from collections.abc import Sequence
from functools import lru_cache

from index.places import find_districts
from index.vietnamese import LOWER, UPPER, Span
from qa.readers.rows import rows
from qa.texts.paragraph import Paragraph, kept
from qa.texts.people import everyone, people
from qa.words.spelt import Spelt
from qa.words.wordlists import words

# Of several places named in one breath all are the answer, if they can be said in one.
LONGEST_ROW = 80
_LOCALITY_TYPE = re.compile(r"\b(?:huyen|xa|phuong|quan|thi xa|thanh pho|tp\.?|thi tran)$")
# "quận 12": a locality that a number names; it is said with its type.
_NUMBERED = re.compile(
    r"\b(?:[Qq]uận|[Pp]hường|[Kk]hu phố|[Tt]hôn|[Ấấ]p|[Tt]ổ dân phố)\s\d{1,2}\b(?![.,/]\d)"
)
_LOCAL = Spelt(r"\b(?:huyện|xã|phường|quận|thị xã|tp\.|thành phố|thôn|buôn)\b")
_SYLLABLE = rf"[{UPPER}](?:['’][{UPPER}]?)?[{LOWER}]+"
_NAME = re.compile(rf"\b{_SYLLABLE}(?:\s{_SYLLABLE}){{1,2}}|\b[{UPPER}]['’][{UPPER}]?[{LOWER}]+")
_NOT_LOCAL = frozenset(
    "Bộ Sở Ban Cục Tỉnh Ủy Uỷ Phó Chủ Giám Trung Hội Công Cổng Nghị Quyết Kế Đề Chỉ Văn Ông Bà"
    " Đồng Thứ Đảng Trưởng Chương Chính Trong Theo Tại Đến".split()
)
# "huyện Đắk Lâm nhanh nhất, Tuy Đồng chậm nhất": what opens a part of a sentence about them.
_OPENS = re.compile(r"(?:[;,]|(?<!\w)(?:còn|và|riêng|trong khi))\s$")
_SUBJECT = re.compile(
    rf"(?:^|[;,.:]\s|(?<!\w)(?:còn|và|riêng|trong khi)\s)(?P<name>{_SYLLABLE}\s{_SYLLABLE}(?:\s{_SYLLABLE})?)"
    rf"(?=\s[{LOWER}]+)"
)
_AT_NAME = re.compile(r"\b(?:o|tai|thuoc) $")
BETWEEN = re.compile(
    r"\s*(?:,|va|,? va|;)\s*(?:(?:tinh|huyen|xa|thanh pho|tp\.?|thi xa)\s*)?"
    # "phường 15, quận Hoa Mai" is one place.
    r"|\s*,? va\s(?:phuong|quan|thi tran|thon|ap)\s"
)
# A street or a lake is no commune.
_STREET = re.compile(r"\b(?:duong|(?<!thanh )pho|ngo|hem|quoc lo|dai lo|song|ho|cau|nui|cho)$")
_FOLLOWED = re.compile(rf"\s([{LOWER}]+)")


def localities(paragraph: Paragraph) -> list[tuple[tuple[int, int], str]]:
    """Districts and communes, and in sentences about them capitalised names without a type."""
    found = list(paragraph.districts)
    taken = {start for (start, _), _ in found}
    people_named = {person.name[0] for person in people(paragraph.text)}
    provinces_named = {mention.start for mention in paragraph.provinces}
    known = set(_names_of(paragraph.document.text))
    bodies = [one.span for one in paragraph.organizations]
    for match in _NAME.finditer(paragraph.text):
        opens = _OPENS.search(paragraph.text, max(0, match.start() - 10), match.start())
        within = paragraph.sentence_at if opens else paragraph.clause_at
        beside = _is_beside(paragraph, match.start(), found)
        local = beside or _LOCAL.search(paragraph.text, *within(match.start()))
        if match.group() not in known and not local and not _is_at(paragraph, match.start()):
            continue
        if not beside and any(first <= match.start() < last for first, last in bodies):
            continue
        if match.group().split()[0] in _NOT_LOCAL:
            continue
        whole = match.span() if beside else _whole(paragraph.text, match.span())
        if whole and match.start() not in taken | people_named | provinces_named:
            found.append((whole, paragraph.text[slice(*whole)]))
    return found + [(match.span(), match.group()) for match in _NUMBERED.finditer(paragraph.text)]


@kept
def subjects(paragraph: Paragraph) -> tuple[Span, ...]:
    """Names that open a sentence or a clause and may be of a locality nobody gave a type:
    "Chiêm Mai gọi nhiều nhất, Lâm Mai ít nhất"."""
    taken = [person.name for person in everyone(paragraph.text)]
    taken += [one.span for one in paragraph.organizations]
    taken += [(mention.start, mention.end) for mention in paragraph.provinces]
    return tuple(
        match.span("name")
        for match in _SUBJECT.finditer(paragraph.text)
        if match["name"].split()[0] not in _NOT_LOCAL
        and match["name"].split()[0].lower() not in words("name_openers.txt")
        and not any(start < match.end("name") and match.start("name") < end for start, end in taken)
    )


def _whole(text: str, name: Span) -> Span | None:
    """A name with the small word that it goes on in ("Phủ Chủ tịch"); None where its first word
    only opens a sentence ("Hiện Nhà máy …")."""
    said = text[slice(*name)].split()
    if said[0].lower() in words("name_openers.txt"):
        return None
    behind = _FOLLOWED.match(text, name[1])
    goes_on = behind and f"{said[-1]} {behind[1]}".lower() in words("common_nouns.txt")
    return (name[0], behind.end()) if behind and goes_on else name


def _is_at(paragraph: Paragraph, start: int) -> bool:
    """Whether something is said to be at a name: "mở kho tại Giồng Trôm"."""
    return _AT_NAME.search(paragraph.folded, max(0, start - 8), start) is not None


def _is_beside(paragraph: Paragraph, start: int, found: Sequence[tuple[Span, str]]) -> bool:
    """Whether a name stands beside a locality: "Tân Trạch và Trường Sơn" is no school."""
    if not found or found[-1][0][1] >= start:
        return False
    return BETWEEN.fullmatch(paragraph.folded, found[-1][0][1], start) is not None


def type_of(paragraph: Paragraph, row: Span) -> str | None:
    """The type said of a locality, before its name or in it ("quận 12"); None if none is."""
    if _NUMBERED.match(paragraph.text, row[0]):
        return re.split(r"\s\d", paragraph.folded[slice(*row)])[0]
    found = _LOCALITY_TYPE.search(paragraph.folded[max(0, row[0] - 12) : row[0]].rstrip())
    return found.group() if found else None


def is_street(paragraph: Paragraph, row: Span) -> bool:
    """Whether a street, or water, is named so: "trên đường Trần Phú"."""
    return _STREET.search(paragraph.folded[max(0, row[0] - 12) : row[0]].rstrip()) is not None


def in_rows(paragraph: Paragraph, spans: list[Span]) -> list[Span]:
    """Names in a row as one, where they can be said in one; a row that is too long apart."""
    found: list[Span] = []
    for row in rows(paragraph.folded, spans, BETWEEN):
        short = row[1] - row[0] <= LONGEST_ROW
        found += [row] if short else [one for one in spans if row[0] <= one[0] < row[1]]
    return found


@lru_cache(maxsize=256)
def _names_of(text: str) -> tuple[str, ...]:
    """The districts and communes that a report names with their type anywhere."""
    return tuple(name for _, name in find_districts(text))
