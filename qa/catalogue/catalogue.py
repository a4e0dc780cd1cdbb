"""Every figure of a report as an entry of a catalogue: what, how much, where, when, at which span.

An entry depends on its report alone, so a catalogue of many reports is the union of theirs,
whatever order they come in.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from index.documents import Document
from index.vietnamese import UPPER, Span, fold
from qa.catalogue.measures import Measure, measures
from qa.catalogue.naming import family, key_of, name_of
from qa.readers.locating import district_of, place_of
from qa.readers.names import names
from qa.texts.dating import period_of
from qa.texts.figure_units import SCALES
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph, paragraphs
from qa.texts.period import Period, find_periods
from qa.texts.phrases import PAUSE
from qa.words.wordlists import is_vietnamese

# Characters in which a list's first line is looked for, and that a heading has at most.
LONGEST_LIST, LONGEST_HEADING = 6000, 90
_DASHED = re.compile(r"\s*[-–•+]\s")

_TYPE = re.compile(r"(?:huyện|thị xã|thành phố|TP\.?|xã|phường|thị trấn|quận)\s+$", re.IGNORECASE)
_PERSON = re.compile(
    r"(?:ông|bà|đồng chí|anh|chị|em|chủ tịch|giám đốc|bí thư|trưởng \w+)\s+$", re.IGNORECASE
)
_ACRONYM = re.compile(rf"[{UPPER}\d&.-]+")
_COMMON = frozenset("Internet Cổng Hệ Chỉ Tỷ Tỉ Số Thanh Kinh Xã Chính Văn Hồ Trung Chính".split())
# Organisations whose own figures these are; the state's offices count for their province.
_OWNERS = frozenset({"brand", "business", "bank", "hospital", "school", "institute"})
# A rank that is not the country's: "thứ tư trong 13 tỉnh, thành Đồng bằng sông Cửu Long".
_AMONG = re.compile(
    r"\s(?P<part>(?:trong|ở|toàn|của)\s(?:số\s)?(?:(?!63)\d+\s(?:tỉnh|địa phương|huyện|đơn vị)|vùng|khu vực|cụm|khối"
    r"|toàn tỉnh|tỉnh)[^;.()]{0,60}?)(?=[;.()]|,(?! thành)|\ssau\s|$)"
)
# What is to be reached though no word beside the figure says so.
_IMPERATIVE = re.compile(
    r"^\W*(?:\w\)\s*)?(?:dua|nang|giam)\b|\b(?:phai|se|can|yeu cau|phan dau)\b[^,;]*$"
)
_RAISED = re.compile(r"\b(?:len|toi|den|xuong|moc|vuot|con)\s*$")
_TARGETS_BELOW = re.compile(
    r"\W*(?:[ivx\d]+[.)]\s*)*(?:(?:cac|mot so|nhung)\s)?(?:muc tieu|chi tieu|phan dau|phuong huong)\b"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure of a report: `document.text[start:end] == text`.

    `kind` is percent, count, money, rank or score; `amount` its size, money in the currency's own
    unit, None where there is none to draw ("8/11"). `nature` is achieved, target, exceeded,
    change or previous. `key` is that of its indicator, "" for none; `name` says in words what it
    measures. `part` is what it is limited to inside `place`. `year` and `period` as in
    `qa.texts.period.Period`. `sentence` is the span around it to quote.
    """

    document: str
    start: int
    end: int
    text: str
    kind: str
    amount: float | None
    nature: str
    key: str
    name: str
    place: str
    part: str
    year: int | None
    period: str
    sentence: Span


@lru_cache(maxsize=1)
def rules() -> str:
    """Checksum of the code and tables that decide what the entries of a report are."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parents[1].rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.read_bytes())
    return digest.hexdigest()


def entries(document: Document) -> list[Entry]:
    """All figures of a report in order; years, dates and numbers of documents are none."""
    return [
        _entry(paragraph, measure)
        for paragraph in paragraphs(document, 0, len(document.text))
        for measure in measures(paragraph)
    ]


def _entry(paragraph: Paragraph, measure: Measure) -> Entry:
    figure = measure.figure
    start, end = figure.whole
    above = _line_above(paragraph)
    period = _period(paragraph, figure, above)
    sentence = paragraph.sentence_at(figure.span[0])
    return Entry(
        document=paragraph.document.id,
        start=paragraph.start + start,
        end=paragraph.start + end,
        text=paragraph.text[start:end],
        kind=family(measure),
        amount=_amount(paragraph, figure),
        nature=_nature(paragraph, figure, _TARGETS_BELOW.match(fold(above)) is not None),
        key=key_of(measure),
        name=name_of(measure),
        place=place_of(paragraph, figure.span) or "",
        part=_part(paragraph, measure),
        year=period.year if period else None,
        period=(period.part or "") if period else "",
        sentence=(
            paragraph.start + min(sentence[0], start),
            paragraph.start + max(sentence[1], end),
        ),
    )


def _amount(paragraph: Paragraph, figure: Figure) -> float | None:
    if figure.value is None:
        first = re.match(r"\d+", paragraph.text[slice(*figure.span)])
        return float(first[0]) if first and figure.kind == "rank" else None
    scale = 1.0
    for word in figure.unit.split():
        scale *= SCALES.get(word, 1.0)
    return figure.value * scale


def _nature(paragraph: Paragraph, figure: Figure, under_targets: bool) -> str:
    """How a figure is meant; what is ordered or listed under targets is one."""
    if figure.nature not in ("achieved", "exceeded"):
        return figure.nature
    labels = paragraph.labels_of(figure.span[0])[:1]
    if any(_TARGETS_BELOW.match(paragraph.folded, *span) for span in labels):
        return "target"
    clause = paragraph.clause_at(figure.span[0])
    before = paragraph.folded[clause[0] : figure.whole[0]]
    ordered = _RAISED.search(before) and _IMPERATIVE.search(before)
    return "target" if ordered or under_targets else figure.nature


def _line_above(paragraph: Paragraph) -> str:
    """The line that a list's item stands under; "" for what is no item, and for tables."""
    if paragraph.header or not _DASHED.match(paragraph.text):
        return ""
    above = paragraph.document.text[max(0, paragraph.start - LONGEST_LIST) : paragraph.start]
    lines = reversed(above.split("\n"))
    return next((line for line in lines if line.strip() and not _DASHED.match(line)), "")


def _period(paragraph: Paragraph, figure: Figure, above: str) -> Period | None:
    """When a figure was measured; a list under "Năm 2023" is of that year."""
    said = paragraph.text[slice(*paragraph.sentence_at(figure.span[0]))]
    if len(above) <= LONGEST_HEADING and not find_periods(said):
        named = [period for period in find_periods(above) if period.year is not None]
        if named:
            return named[0]
    return period_of(paragraph, figure.span)


def _part(paragraph: Paragraph, measure: Measure) -> str:
    """The district, company or level that a figure is limited to; "" for the whole place."""
    if paragraph.header:
        row = paragraph.text.split("|", 1)[0].strip()
        return row if names(row, (0, len(row))) and row not in measure.words else ""
    among = _AMONG.match(paragraph.text, measure.figure.whole[1])
    if measure.kind == "rank" and among:
        return among["part"].strip()
    return (
        _named_before(paragraph, measure)
        or district_of(paragraph, measure.of.span)
        or measure.level
    )


def _named_before(paragraph: Paragraph, measure: Measure) -> str:
    """The name in the part of the sentence that leads to the figure: "huyện Lắk đứng cuối"."""
    text, end = paragraph.text, measure.of.whole[0]
    clause = paragraph.clause_at(measure.of.span[0])
    start = max([clause[0], *(match.end() for match in PAUSE.finditer(text, clause[0], end))])
    places = [(mention.start, mention.end) for mention in paragraph.provinces]
    for found in paragraph.organizations:
        if found.span in places:
            continue
        owner = found.kind in _OWNERS or measure.kind in ("percent", "rank", "score")
        if (
            start <= found.span[0] < end
            and owner
            and not _ACRONYM.fullmatch(text[slice(*found.span)])
        ):
            return text[slice(*found.span)]
    offices = [found.span for found in paragraph.organizations]
    for first, stop in names(text, (start, end)):
        name = text[first:stop].rstrip("0123456789. ")
        last = first + len(name)
        opens = not text[start:first].strip(' -–•+*"“')
        if any(begin <= first < stop for begin, stop in (*offices, *places)):
            continue
        if _ACRONYM.fullmatch(name) or name.split()[0] in _COMMON or _PERSON.search(text[:first]):
            continue
        kind = _TYPE.search(text, 0, first)
        if kind or not (opens and is_vietnamese(name)):
            return text[kind.start() : last] if kind else name
    return ""
