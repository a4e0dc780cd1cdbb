"""Figures as facts: what a number in a report is, of what kind, meant how, and of when."""

import re
from dataclasses import dataclass, replace

from index.vietnamese import Span, fold, number_tokens
from qa.texts.figure_units import is_priced, kind_by_unit
from qa.texts.natures import nature_of
from qa.texts.numbering import is_date, is_label, is_month, is_occasion, is_part, is_year
from qa.texts.paragraph import Paragraph, kept
from qa.texts.ranks import goes_on, stands_alone, written_ranks
from qa.words.spelt import is_spelt
from qa.words.wordlists import Before

# With its accents: "doanh thu 5 tháng" is no rank.
_RANK_BEFORE = Before(
    re.compile(
        r"(?P<word>\b(?:vị trí\s+|đứng\s+)?(?P<head>hạng|thứ hạng|thứ|vị trí|vị thứ|top|tốp|(?<=đứng )số)\s*(?:thứ\s+)?"
        r"(?::|là|từ)?\s*)$",
        re.IGNORECASE,
    ),
    ("hạng", "thứ", "vị trí", "top", "tốp", "số", "là", "từ"),
    marks=":",
)
# "thang 5 điểm", "thang điểm 10": how scores are given, not one of them.
_SCALE_OF = re.compile(r"\b(?:thang|tren thang)(?: diem)?\s*$|\btoi da\s*$")
_RANK_VERB = re.compile(r"\b(?:dung|xep|xep hang|dung hang|vuon len|len|o)\s*$")
_BOUNDS = (
    *("tu", "tren", "hon", "gan", "khoang", "xap xi", "duoi", "toi thieu", "it nhat", "khong qua"),
    *("toi da", "chung"),
)
_BOUND = Before(re.compile(rf"\b(?P<bound>dat tu|{'|'.join(_BOUNDS)})\s*$"), _BOUNDS)
_BOUND_SPELT = frozenset(
    (
        *("đạt từ", "từ", "trên", "hơn", "gần", "khoảng", "xấp xỉ", "dưới", "tối thiểu", "ít nhất"),
        *("không quá", "tối đa", "chừng"),
    )
)
_OR_MORE = re.compile(r"^\s*(?P<more>tro len|tro xuong)\b")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a paragraph; spans point into the paragraph's text.

    `kind` is percent, ratio, rank, score, money or count; `span` is the number itself,
    `whole` takes in its bound and unit ("trên 80%", "0,7804 điểm", "4,79 tỷ đồng").
    `nature` is achieved, target, exceeded, change or previous ("từ 6,2 xuống 3,4 ngày").
    """

    span: Span
    whole: Span
    kind: str
    nature: str
    unit: str
    value: float | None


_TARGET_COLUMN = re.compile(r"\b(?:muc tieu|chi tieu|ke hoach)\b")


_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")


def value_of(number: str) -> float | None:
    """The value of a number as Vietnamese writes it: "1.864" 1864, "93,4" 93.4, "8/11" None."""
    plain = number.strip().rstrip("%").strip()
    if "/" in plain:
        return None
    if "." in plain and _GROUPED.fullmatch(plain) and not plain.startswith("0"):
        plain = plain.replace(".", "")
    elif plain.count(",") > 1:
        plain = plain.replace(",", "")
    try:
        return float(plain.replace(",", "."))
    except ValueError:
        return None


@kept
def figures(paragraph: Paragraph) -> list[Figure]:
    """The quantities of a paragraph in order; dates, labels and document numbers are none."""
    found = _figures(paragraph)
    if not paragraph.header:
        return found
    return [
        replace(figure, nature="target") if _TARGET_COLUMN.search(heading) else figure
        for figure in found
        for heading in [fold(paragraph.heading_of(figure.span[0]))]
    ]


def _figures(paragraph: Paragraph) -> list[Figure]:
    text, folded = paragraph.text, paragraph.folded
    numbers = number_tokens(text)
    if not numbers:
        return _in_words(text)
    dated = [(period.start, period.end) for period in paragraph.periods]
    days = _DAY.finditer(folded) if "-" in folded else ()
    dated += [match.span("day") for match in days if _is_day(match)]
    found = []
    for token in numbers:
        if token.kind == "document":
            continue
        if (
            any(start <= token.start < end for start, end in dated)
            or is_part(text, token.start, token.end)
            or is_year(text, token.start, token.end)
            or is_month(text, token.start, token.end)
        ):
            continue
        sentence = paragraph.sentence_at(token.start)
        figure = _figure(folded, text, (token.start, token.end), token.kind, sentence)
        if figure:
            found.append(figure)
    listed = _ranked_in_a_row(text, _ranges(text, found))
    return sorted([*listed, *_in_words(text)], key=lambda figure: figure.span)


# "ngày 7-7", "31-12-2018", "hôm nay, 15-9": a day and month joined by a dash.
_DAY = re.compile(
    r"\b(?P<lead>(?:ngay|sang|chieu|toi|trua|hom|dip|le)\s+(?:(?:nay|qua|mai|kia)[,\s(]+)?)?"
    r"(?P<day>(?:0?[1-9]|[12]\d|3[01])-(?:0?[1-9]|1[0-2])(?P<year>-(?:19|20)\d\d)?)\b"
)


def _is_day(match: re.Match[str]) -> bool:
    """Whether "15-9" is a day: with a word before or a year behind it, or as no range falls."""
    if match["lead"] or match["year"]:
        return True
    day, month = match["day"].split("-")
    return int(day) > int(month)


def _ranges(text: str, found: list[Figure]) -> list[Figure]:
    """Figures with "30-40%" read as one."""
    joined: list[Figure] = []
    for figure in found:
        last = joined[-1] if joined else None
        if last and _is_of_scale(text, last, figure):
            whole = (last.whole[0], figure.whole[1])
            joined[-1] = replace(last, whole=whole, kind="score", unit="diem")
        elif last and last.kind in ("count", figure.kind) and _is_range(text, last, figure):
            whole = (last.whole[0], figure.whole[1])
            joined[-1] = replace(figure, span=figure.span, whole=whole, nature=last.nature)
        else:
            joined.append(figure)
    return joined


def _is_range(text: str, first: Figure, second: Figure) -> bool:
    """ "30-40%", "15 triệu đồng - 20 triệu đồng", "từ 3 đến 5 ngày"."""
    if _DASH.fullmatch(text, first.span[1], second.span[0]):
        return True
    same = first.unit == second.unit != "" and first.value is not None
    if same and _DASH.fullmatch(text, first.whole[1], second.span[0]):
        return True
    ends = (first.whole[1], first.span[1]) if same else (first.span[1],)
    return (
        "change" not in (first.nature, second.nature)
        and any(_TO.fullmatch(text, end, second.span[0]) for end in ends)
        and _RANGE_FROM.match(text[max(0, first.whole[0] - 40) : first.span[0]]) is not None
    )


def _ranked_in_a_row(text: str, found: list[Figure]) -> list[Figure]:
    """ "Điện Biên hạng 61, Bạc Liêu 62 và Kon Tum 63": each is a rank."""
    for at in range(1, len(found)):
        last, figure = found[at - 1], found[at]
        row = last.kind == "rank" and (figure.kind, figure.unit) == ("count", "")
        whole = "," not in text[slice(*figure.span)]
        if row and whole and goes_on(text, last.whole[1], figure.whole[0]):
            found[at] = replace(figure, kind="rank")
    return found


def _in_words(text: str) -> list[Figure]:
    """Ranks in words: "đứng thứ hai cả nước"."""
    return [
        Figure(span, span, "rank", "achieved", "", value) for span, value in written_ranks(text)
    ]


def _is_of_scale(text: str, first: Figure, second: Figure) -> bool:
    """ "5,7 trên 10 điểm": a score and the most it could be."""
    between = text[first.span[1] : second.span[0]]
    if between != " trên " or first.value is None or second.value is None:
        return False
    return second.kind == "score" and first.value <= second.value


_DASH = re.compile(r"%?\s?[-–]\s?")
_TO = re.compile(r"%?\s(?:đến|tới)\s")
# "tăng từ 3 đến 5 ngày" tells of two times.
_RANGE_FROM = re.compile(
    r"(?!.*\b(?:tăng|giảm|nâng|hạ|chuyển|kéo|rút|điều chỉnh)\b[^,.;]{0,25}$).*\btừ\s$",
    re.IGNORECASE | re.DOTALL,
)


def _figure(folded: str, text: str, span: Span, kind: str, sentence: Span) -> Figure | None:
    before = folded[max(sentence[0], span[0] - 90) : span[0]]
    after = folded[span[1] : min(sentence[1], span[1] + 30)]
    left = text[span[0] - len(before) : span[0]]
    raw, typed = text[span[0] : span[1]], text[span[1] : span[1] + len(after)]
    start, end, unit = span[0], span[1], ""
    if kind == "percent":
        name = "percent"
        unit = "%"
    else:
        rank = _RANK_BEFORE.search(left)
        ratio = "/" in raw
        if rank and rank["head"].lower() == "thứ" and is_occasion(text, span[0], rank):
            return None
        if rank or (ratio and _RANK_VERB.search(before)) or stands_alone(text, span):
            name = "rank"
            if rank and rank["head"].lower() != "vị trí":
                start -= len(before) - rank.start("head")
            end = _alternative(text, end)
        elif is_label(before, text[: span[0]], raw, after, priced=is_priced(after, typed)) or (
            ratio and is_date(raw, before, after)
        ):
            return None
        else:
            name, unit = kind_by_unit(after, typed)
            if name == "score" and _SCALE_OF.search(before):
                return None
            if ratio and name == "count":
                name = "ratio"
            if unit:
                end += after.index(unit) + len(unit)
    bound = _BOUND.search(before[: len(before) - (span[0] - start)])
    # "đã gắn 200" has no "gần".
    if bound and not is_spelt(left[slice(*bound.span("bound"))], _BOUND_SPELT, text):
        bound = None
    # "1.216 trên 27 ngành" bounds nothing.
    if bound and bound["bound"] == "tren" and before[: bound.start()].rstrip()[-1:].isdigit():
        bound = None
    if bound and name != "rank":
        start -= len(before) - (span[0] - start) - bound.start("bound")
    more = _OR_MORE.match(folded[end : end + 12])
    if more:
        end += more.end()
    if bound and bound["bound"] in ("tu", "dat tu") and not more:
        start = span[0]
    nature = nature_of(text, folded, span, sentence, unit)
    if more and nature == "achieved":
        nature = "target"
    return Figure(span, (start, end), name, nature, unit, value_of(raw))


_ALTERNATIVE = re.compile(r"\s(?:hoặc|đến)\s(?:thứ|hạng|vị trí|số)?\s?\d+")


def _alternative(text: str, end: int) -> int:
    """Behind "… hoặc thứ 2", when a rank is stated with another."""
    match = _ALTERNATIVE.match(text, end)
    return match.end() if match else end
