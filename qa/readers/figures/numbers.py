"""Figures as answers: "bao nhiêu", "mấy", "tỷ lệ", "hạng mấy", "tăng bao nhiêu"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.vietnamese import Span
from qa.questions.question import Question
from qa.readers.figures.bare_scores import bare_score, scale_end
from qa.readers.figures.contrasts import Contrasts
from qa.readers.figures.counted_beside import beside_fit
from qa.readers.figures.counted_nouns import counted_noun
from qa.readers.figures.counted_words import is_mass
from qa.readers.figures.counting import HALF_NOUN, unit_fit
from qa.readers.figures.denials import denial_fit
from qa.readers.figures.dimensions import dimension_fit
from qa.readers.figures.durations import asks_how_long, read_durations
from qa.readers.figures.exclusions import exclusion_fit
from qa.readers.figures.figure_ends import figure_end
from qa.readers.figures.labelled import asks_label, read_labelled
from qa.readers.figures.leads import lead_fit
from qa.readers.figures.nth import NTH, asks_which_time, counts_times, nth_in
from qa.readers.figures.payments import payment_fit
from qa.readers.figures.shares_stated import stated_fit
from qa.readers.figures.states import nature_fit, state_fit
from qa.readers.figures.told_of import told_of
from qa.readers.figures.wholes import whole_of
from qa.readers.figures.written import written_counts
from qa.readers.locating import place_of
from qa.readers.numbered import document_fit
from qa.readers.owners import named_fit, owner_fit
from qa.readers.reading import Candidate, Reading, quote_around
from qa.readers.signs import met, weigh
from qa.readers.turns import counted_by, measured
from qa.texts.dating import period_of
from qa.texts.figure_units import lasts, measure_behind
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph
from qa.texts.territory import Territories
from qa.words.spelt import Spelt
from qa.words.terms import Unit

LONGEST_ANSWER = 80
_WITH_UNIT = ("count", "money", "percent")

# How far a figure of one kind answers a question for another; absent is not at all.
_KIND_FIT: dict[str, dict[str, float]] = {
    "percent": {"percent": 1.0, "ratio": 0.5},
    "rank": {"rank": 1.0},
    "score": {"score": 1.0},
    "money": {"money": 1.0},
    "change": {"percent": 1.0, "steps": 1.0, "score": 1.0, "count": 1.0, "money": 1.0},
    "count": {"count": 1.0, "ratio": 0.9},
    "number": {
        "count": 1.0,
        "ratio": 1.0,
        "percent": 0.5,
        "score": 0.6,
        "money": 0.6,
        "steps": 0.8,
    },
}
_OPEN_FIT = {"count": 1.0, "ratio": 1.0, "percent": 1.0, "score": 0.9, "money": 0.9, "rank": 0.4}

# What is asked for in money: "bao nhiêu vốn", and other things that are not.
_PAID_IN = Spelt(
    r"(?:vốn|tiền|kinh phí|ngân sách|đồng(?! hồ| chí)|tỉ|tỷ|usd|doanh thu|lợi nhuận|thuế|lương|nợ"
    r"|chi phí|thu nhập|phí|lệ phí)\b"
)
# "Điểm kinh tế số tăng bao nhiêu" asks for no places.
_CHANGED = {
    "score": Spelt(r"\bđiểm\b(?! (?:cầu|đến|phần trăm))"),
    "steps": Spelt(r"\b(?:hạng|bậc|nấc|vị trí|lần)\b"),
}
OTHER_CHANGE = 0.3
# What a figure loses whose words lack all that stands around the question word.
ASIDE = 0.15
NOT_COUNTED, SAID_BEHIND = 0.3, 0.7
# "DTI Quảng Ninh 2022": where no score of an index is told its rank says how it stands.
RANK_OF_INDEX = 0.85
# "4 triệu cho hộ cận nghèo": money without its currency.
_SUM = re.compile(r"(?:nghin|ngan|trieu|ty|ti)")
_SUM_ENDS = re.compile(
    r"\s?(?:[,.;)]|$|(?:cho|mỗi|để|từ|và|thì|ngân sách|tài trợ|tiền|thay|xuống|lên|đến)\b)"
)
BARE_SUM = 0.8
# "gắn được bao nhiêu cái rồi": whatever they are, no share of them.
_THINGS = Spelt(r"\b(?:bao nhiêu|mấy) (?:cái|chiếc)\b")
# "12,4 tỷ giao dịch": no money but a count.
_NO_CURRENCY = re.compile(r"(?:(?:nghin|ngan|trieu) )?(?:ty|ti)")
_OF_A_KIND = frozenset({"con", "chiec", "cai"})
UNASKED_NOUN, UNASKED_TIME, NO_TIME = 0.6, 0.3, 0.1
_HOW_LONG = Spelt(
    r"\b(?:bao lâu|lâu|thời gian|thời hạn|ngày|giờ|phút|giây|tuần|năm|tháng) (?:là |mất |hết |tốn |trong |khoảng )?bao"
    r"|\b(?:bao lâu|thời gian|thời hạn|thời lượng|kéo dài|mất)\b"
)
# These stand left of any figure.
_ANYWHERE = frozenset({"co", "la", "duoc"})
BESIDE = 1.1
# A figure that its first signs leave less than this is not met with the question's words; one that
# these leave less is no rival to speak of, whatever it is told of.
WORTH_MATCHING, WORTH_TELLING = 0.05, 0.1
_NUMBERED = re.compile(
    r"\b(?:de an|nghi quyet|ke hoach|quyet dinh|chi thi|thong tu|nghi dinh|chuong trinh|quoc lo|nguon)(?: so)? $"
)
# Figures of one family are rivals for the words of a sentence.
_FAMILY = {
    **{kind: kind for kind in ("percent", "rank", "score", "money", "steps", "count")},
    "ratio": "count",
}
_COMMENTS = ("change", "exceeded", "target")


def read_numbers(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The figures of a paragraph that could answer, scored."""
    if asks_how_long(reading.question):
        return read_durations(reading, paragraph)
    if head := asks_label(reading):
        return read_labelled(reading, paragraph, head)
    question = reading.question
    nth = asks_which_time(question)
    noun = [] if nth else counted_noun(reading)
    found = []
    stated = {unit.key.rstrip("%") for unit in question.figures if not _is_name(question, unit)}
    listed: Sequence[Figure] = measured(paragraph)
    together = counted_by(paragraph)
    if noun:
        listed = [_counted(reading, paragraph, figure, noun) for figure in listed]
        listed = sorted(listed + _written(reading, paragraph, noun), key=lambda one: one.span)
    if nth or counts_times(question, noun):
        listed = sorted([*listed, *nth_in(paragraph)], key=lambda one: one.span)
    comments = [figure.span for figure in listed if figure.nature in _COMMENTS]
    spans = [figure.whole for figure in listed]
    told = [one for one in listed if _key_of(paragraph, one) not in stated]
    owners: dict[Span, Territories] = {}
    bound = reading.matcher.bound(paragraph, reading.framing(paragraph))
    contrasts = Contrasts(reading, paragraph, told)
    for figure in told:
        kind = _kind_fit(reading, paragraph.text, figure, noun) or bare_score(
            reading, paragraph, figure
        )
        if not kind:
            continue
        position = paragraph.unit_at(figure.span[0])
        counted, unit_end = unit_fit(reading, paragraph, figure, noun)
        if nth:
            counted = 1.0 if figure.unit == NTH else NO_TIME
        if noun and (last := together.get(figure.span)):
            counted = max(counted, unit_fit(reading, paragraph, last, noun)[0])
            unit_end = figure.whole[1]
        whole = whole_of(paragraph, figure, listed)
        if whole and noun:
            # "640 trong tổng số 1.100 phòng": what the whole counts the part does, too.
            of_whole = next(one for one in listed if one.span == whole)
            counted, unit_end = max(
                (counted, unit_end), unit_fit(reading, paragraph, of_whole, noun)
            )
        if question.asks == "number" and not noun:
            counted *= _unasked_unit(reading, paragraph, figure)
        if noun and counted <= HALF_NOUN:
            counted *= beside_fit(reading, paragraph, figure, noun, told)
        signs = {
            "kind": kind,
            "nature": nature_fit(reading, paragraph, figure),
            "unit": counted,
            "beside": BESIDE if _same_left(reading, paragraph, position) else 1.0,
            "counted in": reading.times.period_fit(paragraph, figure.span),
            "aimed": reading.times.horizon_fit(paragraph, figure.span),
            **reading.place_signs(paragraph, figure.span),
            **reading.beside(paragraph, figure.whole),
        }
        if weigh(signs) * bound < WORTH_MATCHING:
            continue
        rivals = [one.span for one in told if _FAMILY[one.kind] == _FAMILY[figure.kind]]
        if figure.span not in owners:
            owners |= reading.territories(paragraph, rivals, comments)
        # "640 trong 1.100 phòng bỏ trống": what stands around both tells of the part.
        reach = whole if whole in owners else figure.span
        match = reading.match(paragraph, reach, owners[reach])
        aimed = figure.nature == "target" and question.nature in ("target", "aimed")
        signs |= met(match)
        signs |= {
            "owner": owner_fit(reading, paragraph, figure.span, rivals),
            "about": 1 - ASIDE * (1 - reading.about(match)),
            "lead": 1.0 if aimed else lead_fit(reading, paragraph, figure.whole, unit_end),
        }
        if weigh(signs) < WORTH_TELLING:
            continue
        signs |= {
            **told_of(reading, paragraph, figure, noun, listed),
            "state": state_fit(reading, paragraph, figure),
            "stated": stated_fit(reading, paragraph, figure),
            "denied": denial_fit(reading, paragraph, figure.whole, spans),
            "contrast": contrasts.fit(figure),
            "named": named_fit(reading, paragraph, figure.span, figure=True),
            "left out": exclusion_fit(reading, paragraph, figure.whole),
            "document": document_fit(reading, paragraph, figure.span),
            "payment": payment_fit(reading, paragraph, figure),
        }
        end = max(figure.whole[1], unit_end, scale_end(reading, paragraph, figure.whole[1]))
        if figure.kind in _WITH_UNIT:
            end = figure_end(paragraph.text, figure.whole[0], end)
        if end - figure.whole[0] > LONGEST_ANSWER:
            end = figure.whole[1]
        found.append(
            Candidate(
                paragraph=paragraph,
                span=(figure.whole[0], end),
                quote=quote_around(paragraph, (figure.whole[0], end)),
                text=paragraph.text[figure.whole[0] : end],
                score=weigh(signs),
                signs=signs,
                place=place_of(paragraph, figure.span),
                period=period_of(paragraph, figure.span),
                nature=figure.nature,
            )
        )
    return found


def _is_name(question: Question, unit: Unit) -> bool:
    """Whether a number of the question is the name of something: "Đề án 06"."""
    return _NUMBERED.search(question.plain, 0, unit.start) is not None


def _key_of(paragraph: Paragraph, figure: Figure) -> str:
    """A figure as questions state it, whether or not a percentage."""
    return paragraph.units[paragraph.unit_at(figure.span[0])].key.rstrip("%")


def _written(reading: Reading, paragraph: Paragraph, noun: list[Unit]) -> list[Figure]:
    """Numbers in words, where what is asked to be counted stands right behind them."""
    if _KIND_FIT.get(reading.question.asks, _KIND_FIT["number"]).get("count") != 1.0:
        return []
    key = reading.matcher.key
    found = []
    for figure in written_counts(paragraph):
        at = paragraph.unit_at(figure.span[0]) + 1
        behind = paragraph.units[at : at + 2]
        if [key(unit) for unit in behind] == [key(unit) for unit in noun[: len(behind)]]:
            found.append(figure)
    return found


def _counted(reading: Reading, paragraph: Paragraph, figure: Figure, noun: list[Unit]) -> Figure:
    """A figure without a currency as a count, where what is counted stands behind it."""
    if figure.kind != "money" or not _NO_CURRENCY.fullmatch(figure.unit):
        return figure
    count = replace(figure, kind="count")
    fit, _ = unit_fit(reading, paragraph, count, noun)
    return count if fit >= SAID_BEHIND else figure


def _same_left(reading: Reading, paragraph: Paragraph, position: int) -> bool:
    """Whether the same word stands left of the figure as left of the question word."""
    before = [u for u in reading.question.units if u.end <= reading.question.focus[0]]
    if not before or not position or before[-1].folded in _ANYWHERE:
        return False
    return reading.matcher.key(before[-1]) == reading.matcher.key(paragraph.units[position - 1])


def _unasked_unit(reading: Reading, paragraph: Paragraph, figure: Figure) -> float:
    """How far what stands behind a figure lets it answer a question that names nothing to count."""
    fit = dimension_fit(reading, paragraph, figure)
    if fit is not None:
        return fit
    return _unasked_noun(reading, paragraph, figure) if figure.kind in ("count", "ratio") else 1.0


def _unasked_noun(reading: Reading, paragraph: Paragraph, figure: Figure) -> float:
    """A count of something that the question does not name answers it less."""
    at = paragraph.unit_at(figure.span[0]) + 1
    following = paragraph.units[at : at + 1]
    if not following or paragraph.text[figure.span[1] : following[0].start].strip():
        return 1.0
    if lasts(paragraph.text, figure.span[1]) and not _HOW_LONG.search(reading.question.text):
        return UNASKED_TIME
    named = {reading.matcher.key(unit) for unit in reading.question.units}
    if measure_behind(paragraph.text, figure.span[1]) or following[0].folded in _OF_A_KIND:
        following = paragraph.units[at + 1 : at + 2] or following  # "1.000 tấn rác", "4 con cái"
    return 1.0 if reading.matcher.key(following[0]) in named else UNASKED_NOUN


def _kind_fit(reading: Reading, text: str, figure: Figure, noun: list[Unit]) -> float:
    question = reading.question
    if question.asks == "money" and figure.kind == "count" and _SUM.match(figure.unit):
        return BARE_SUM if _SUM_ENDS.match(text, figure.whole[1]) else 0.0
    if question.asks == "change" and figure.kind in _CHANGED:
        others = (said for kind, said in _CHANGED.items() if kind != figure.kind)
        if any(said.search(question.text) for said in others):
            return 1.0 if _CHANGED[figure.kind].search(question.text) else OTHER_CHANGE
    if question.asks == "score" and figure.kind == "rank":
        return 0.0 if _CHANGED["score"].search(question.text) else RANK_OF_INDEX
    if question.asks == "number" and not noun:
        if figure.kind == "percent" and _THINGS.search(question.text):
            return OTHER_CHANGE
        return _OPEN_FIT.get(figure.kind, 0.0)
    if question.asks == "number" and figure.kind == "percent" and is_mass(question, noun[0]):
        return 1.0
    if question.asks == "number" and figure.kind == "money":
        return 1.0 if _PAID_IN.match(question.text, noun[0].start) else NOT_COUNTED
    if figure.kind in ("steps", "score") and noun and noun[0].folded == figure.unit:
        return 1.0
    return _KIND_FIT.get(question.asks, _KIND_FIT["number"]).get(figure.kind, 0.0)
