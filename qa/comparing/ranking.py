"""A ranking told in prose: "Giồng Trôm 9,1; Châu Thành 8,7; Thạnh Phú 5,9"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.vietnamese import Span, fold
from qa.comparing.operands import is_no_level
from qa.comparing.series import CHANGES, Entry, Series, series_in
from qa.comparing.sides import LIKE_THE_BEST, Side, figure_beside, side
from qa.findings import Findings
from qa.fitting import asks_for_place
from qa.questions.indicators import indicator_kind, like, spoken, wants_lowest
from qa.questions.question import Question, understand
from qa.questions.worded import Part
from qa.readers.reading import Candidate
from qa.texts.figures import Figure, value_of
from qa.texts.paragraph import Paragraph

# Of so many things at least a figure each is told, where nothing else says that they are of a sort.
RANKED = 3
SENTENCES = 4
_TYPE = r"\b(?P<type>\w+)(?P<more> \w+)? nào\b"
_CHANGE = r"\b(?:tăng|giảm|cải thiện|thăng|tụt|leo|nhảy|bứt phá)\b.*\bnhất\b"
# Sorts of anything.
_SORTS = frozenset("nhom linh vuc mang loai van de noi dung viec nguon khau".split())
# Types of whatever has a name.
_NAMED = frozenset("don vi noi dia phuong ben ai".split())
# What may stand before a type of one word.
_LEADING = frozenset("về cho ở của thuộc trong có là tới đến nhất".split())
_SHARE = r"\b(?:tỷ lệ|tỉ lệ|phần trăm)\b"
_PRICE = r"\b(?:đắt|rẻ|tốn|mắc)\b"
# What only says that one of several is asked for; words between "nhiều" and "nhất" are of the matter.
_ASKING = (
    r"\b(?:trong|xét|giữa) (?:số )?(?:hai|ba|bốn|năm|sáu|các|những|\d+) (?:nhóm|loại|nguồn|khâu|mảng)(?= \w+ \w+)"
    r"|\bđược (?:kể|nêu|nhắc|liệt kê)(?: tên| đến| tới| ra)?\b"
    r"|\b(?:trong|xét|giữa) (?:số )?(?:hai|ba|bốn|năm|sáu|các|những|\d+) [^,?]{2,60}?(?:,| thì\b)"
    r"|(?:\b(?:về|cho|ở|của|thuộc) )?(?:\b\w+ )?\b\w+ nào\b"
    r"|\b(?:nhiều|ít|cao|thấp|lớn|nhỏ|mạnh|tốt|kém|nhanh|chậm|đắt|rẻ|đông|vắng)(?= (?:\w+ ){0,8}nhất\b)|\bnhất\b"
)
# "trong tổng số 320 phản ánh": of all together.
_TOTAL = re.compile(r"\btong(?: so| cong)? $")
# "tăng 0,22 điểm": a change is told with its verb.
_VERB = re.compile(r"\b(?:tăng|giảm|nâng|hạ|tụt|thêm|bớt)(?: thêm| tới| đến)?\s$", re.IGNORECASE)
# Only the first or the last of a longer ranking are told.
_TOP = re.compile(
    r"\b(?:đứng đầu|dẫn đầu|cao nhất|nhiều nhất|tốp đầu|top đầu|nhóm đầu|tiếp đến|kế đến|kế đó|tiếp theo|sau đó)\b"
)
_BOTTOM = re.compile(r"\b(?:thấp nhất|ít nhất|tốp cuối|nhóm cuối|cuối bảng|đứng cuối)\b")


def asks_extreme_change(question: Question) -> bool:
    """Whether what rose or fell the most is asked for: "trụ cột nào tăng nhiều điểm nhất"."""
    return bool(spoken(_CHANGE, question.text, question.folded))


def without_choice(question: Question) -> Question:
    """The matter of a question for the extreme, without the words that one of several is asked by."""
    text = question.text
    for match in reversed(spoken(_ASKING, text, question.folded)):
        text = f"{text[: match.start()]} {text[match.end() :]}"
    ask = like(question.text, "thế nào")
    matter = understand(f"{' '.join(text.split()).strip(' ?,.')} {ask}?")
    return replace(matter, asks="how", districts=question.districts)


def ranked_in_a_sentence(question: Question, sentences: Findings, threshold: float) -> list[Side]:
    """The figures of the first good sentence that tells one of each of several things."""
    best = sentences.best
    if best is None:
        return []
    lowest = wants_lowest(question)
    for candidate in sentences.candidates[:SENTENCES]:
        if candidate.score < max(threshold, LIKE_THE_BEST * best.score):
            break
        said = candidate.paragraph.text[slice(*candidate.quote)].lower()
        top, bottom = bool(_TOP.search(said)), bool(_BOTTOM.search(said))
        if top != bottom and lowest == top:
            continue
        if entries := _asked_series(question, candidate):
            return [_side(question, candidate, entry) for entry in entries]
    return []


def _heads(question: Question) -> list[str]:
    """The words of the type asked for, folded: "trụ cột nào", "cho bậc nào"."""
    asked = spoken(_TYPE, question.text, question.folded)
    said = [asked[0]["type"], (asked[0]["more"] or "").strip()] if asked else []
    leading = set(map(fold, _LEADING)) if question.folded else _LEADING
    return [fold(word) for word in said if word and word not in leading]


def _asked_series(question: Question, candidate: Candidate) -> Sequence[Entry]:
    """The entries of the one series around a sentence that the question asks for."""
    paragraph = candidate.paragraph
    head = next(iter(_heads(question)), "")
    changes = asks_extreme_change(question)
    found = [
        replaced
        for series in _around(paragraph, candidate.quote, head)
        if series.changes == changes
        for replaced in [_of_a_sort(paragraph, candidate.quote, series, question)]
        if len(replaced.entries) > 1
    ]
    wanted = "money" if spoken(_PRICE, question.text, question.folded) else indicator_kind(question)
    fitting = [series for series in found if _is_meant(question, series, wanted)]
    if not fitting and wanted == "number":
        fitting = found  # by no figure of a certain kind: "tỉnh nào giải ngân kém nhất"
    return fitting[0].entries if len(fitting) == 1 else ()


def _around(paragraph: Paragraph, quote: Span, head: str) -> list[Series]:
    """The series of a sentence, and those of its paragraph that number things by the word asked,
    each with what its other sentences add: "Bậc 1 …; bậc 2 …. Bậc 3 …"."""
    here = paragraph.sentence_at(quote[0])
    numbered: dict[tuple[str, str, bool], list[Entry]] = {}
    own = []
    for span in paragraph.sentences:
        for series in series_in(paragraph, span, head):
            entries = [one for one in series.entries if _numbers(head, one.label)]
            if len(entries) == len(series.entries):
                key = series.kind, entries[0].figure.unit, series.changes
                numbered.setdefault(key, []).extend(entries)
            elif here[0] <= span[0] < max(here[1], quote[1]):
                own.append(series)
    return own + [
        Series(tuple(entries), kind, changes) for (kind, _, changes), entries in numbered.items()
    ]


def _numbers(head: str, label: str) -> bool:
    """Whether a label numbers a thing of the type asked for: "bậc 4"."""
    return bool(head) and re.search(rf"\b{head} \d+$", fold(label)) is not None


def _of_a_sort(paragraph: Paragraph, quote: Span, series: Series, question: Question) -> Series:
    """A series without what is not of the sort asked for; empty where no sort shows."""
    heads = _heads(question)
    entries = [one for one in series.entries if not _is_aside(paragraph, one.figure)]
    typed = [one for one in entries if _is_of_type(one.label, heads)]
    if len(typed) > 1:
        return series._replace(entries=tuple(typed))
    labels = [one.label for one in entries]
    said = fold(paragraph.text[: quote[1]])
    # "ở cả 3 trụ cột"; "Chợ Bình Điền 2.480 tấn, Hóc Môn 3.050 tấn".
    counted_up = any(re.search(rf"\b\d+ (?:\w+ )?{head}\b", said) for head in heads)
    of_no_body = question.asks == "how" and len(entries) >= RANKED
    alike = _share_a_word(labels) and (counted_up or of_no_body)
    names = all(any(c.isupper() for c in label) for label in labels) and len(entries) >= RANKED
    open_to_all = not heads or not _NAMED.isdisjoint(heads) or asks_for_place(question)
    alike = alike or (names and (bool(typed) or counted_up or open_to_all))
    # "13 ý kiến về …, 15 ý kiến về …": of one sort by what is counted of each.
    counted = {one.noun for one in entries}
    parallel = (
        len(entries) >= RANKED
        and len(counted) == 1
        and series.behind
        and not _SORTS.isdisjoint(heads)
    )
    return series._replace(entries=tuple(entries) if alike or parallel else ())


def _is_aside(paragraph: Paragraph, figure: Figure) -> bool:
    if _TOTAL.search(paragraph.folded, 0, figure.whole[0]):
        return True
    return figure.nature not in CHANGES and is_no_level(paragraph.folded, figure)


def _is_of_type(label: str, heads: Sequence[str]) -> bool:
    said = fold(label).split()
    return any(head in said for head in heads)


def _share_a_word(labels: Sequence[str]) -> bool:
    """Whether labels begin or end with one word: "huyện Tân Châu", "huyện Tân Biên"; "chính quyền
    số", "kinh tế số"."""
    said = [fold(label).split() for label in labels]
    return len({words[0] for words in said}) == 1 or len({words[-1] for words in said}) == 1


def _is_meant(question: Question, series: Series, wanted: str) -> bool:
    """Whether a series is of what the question compares by."""
    kind = "rank" if series.kind == "steps" else series.kind
    if wanted != "number":
        return kind == wanted or (wanted == "score" and kind == "count") or kind == "ratio"
    if kind in ("percent", "score", "rank", "money"):
        unit = fold(series.entries[0].figure.unit)
        return bool(unit) and any(one.folded == unit for one in question.units)
    asked = {unit.folded for unit in question.units}
    return not any(entry.noun for entry in series.entries) or any(
        set(entry.noun.split()) & asked for entry in series.entries
    )


def _side(question: Question, like: Candidate, entry: Entry) -> Side:
    one = side(Part(question, entry.label), _found(like, entry.figure))
    if one.value is None and entry.figure.kind == "ratio":
        part, whole = like.paragraph.text[slice(*entry.figure.span)].split("/")
        counted, of = value_of(part), value_of(whole)
        if counted is not None and of:
            share = spoken(_SHARE, question.text, question.folded)
            return replace(one, value=counted / of if share else counted)
    return one


def _found(like: Candidate, figure: Figure) -> Candidate:
    span = figure.whole
    if figure.nature in CHANGES and (verb := _VERB.search(like.paragraph.text, 0, span[0])):
        span = verb.start(), span[1]
    return figure_beside(like, figure, span)
