"""A question understood: what is asked, of which place and period, in which words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from index.places import Mention, find_districts, find_provinces, parts, provinces
from index.vietnamese import Span, fold, has_diacritics, normalize, one_spelling, tokens
from qa.errors import QuestionError
from qa.questions.asked_nature import asked_nature, pattern_of, says
from qa.questions.asked_who import is_asked_who
from qa.questions.asking import asked
from qa.questions.fillers import fillers
from qa.questions.introducing import introduced
from qa.questions.named import names_in
from qa.questions.stating import is_stated
from qa.texts.period import Period, find_periods
from qa.words.english import from_english
from qa.words.spelt import fold_pattern
from qa.words.terms import Unit, is_stop_folded, units

MAXIMUM_CHARACTERS = 2000
MERGER_YEAR = 2025

# The answer kinds of the JSON contract for each way of asking.
_ANSWER_KINDS = {
    "percent": "number",
    "rank": "number",
    "score": "number",
    "money": "number",
    "change": "number",
    "count": "number",
    "office": "person",
    "places": "list",
    "country": "list",
    "superlative": "compare",
    "yesno": "passage",
    "how": "passage",
    "address": "passage",
    "measured": "passage",
}

_MORE = r"\b(?:cao|thấp|nhiều|ít|lớn|tốt|kém|nhỉnh|trội) hơn\b|\b(?:xếp|đứng) (?:trên|dưới)\b"
_QUOTES = re.compile(r"[\"“”]")
_LATEST = r"\b(?:mới nhất|gần đây nhất|gần nhất|mới đây|hiện nay|hiện tại|đến nay)\b"
# So many words of content ask without what their asker tells of themselves.
_ENOUGH = 4
_DOCUMENT_NAME = (
    r"\b(?:nghị quyết|quyết định|kế hoạch|chỉ thị|thông tư|công văn|đề án|nghị định|thông báo|nq|qđ|kh|ct|cv|nđ)"
    r"\s+(?:số\s+)?(?P<number>\d+(?:[/-][\w&/-]+)?)(?![\d%])"
)


@dataclass(frozen=True)
class Question:
    """A question in normal form and what it was read as; spans point into `text`.

    `known` are localities of the reports it names in small letters;
    `stated` are the numbers it claims, `asked_period` the period it asks about; both can be
    replaced to ask a part of it.

    `asks` is the fine kind ("percent", "rank", "office" …), `kind` the answer's kind in the
    JSON contract. `nature` is what of a figure is asked: achieved, target, exceeded, change.
    """

    text: str
    original: str
    asks: str
    focus: Span
    folded: bool
    nature: str
    provinces: tuple[str, ...]
    mentions: tuple[Mention, ...]
    districts: tuple[str, ...]
    periods: tuple[Period, ...]
    units: tuple[Unit, ...]
    asked_period: Period | None
    stated: tuple[Unit, ...]
    known: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        return _ANSWER_KINDS.get(self.asks, self.asks)

    @property
    def period(self) -> Period | None:
        """The period asked about; aimed-at years ("đến năm 2025") are none."""
        return self.asked_period

    @cached_property
    def plain(self) -> str:
        """The text in small letters without accents; offsets stay."""
        return fold(self.text)

    @cached_property
    def place_names(self) -> frozenset[str]:
        """The provinces that count as the ones asked about.

        A unit of the 34 takes in the provinces it was formed from, unless a time before the
        merger is asked about.
        """
        names = set(self.provinces)
        # Years aimed at tell of a time, too: "nhiệm kỳ 2011 - 2016".
        years = [p.year or 0 for p in ((self.period,) if self.period else self.periods)]
        merged = not years or max(years) >= MERGER_YEAR
        for name in self.provinces if merged else ():
            if name in provinces().values():
                names.update(parts(name))
        return frozenset(names)

    @cached_property
    def content(self) -> tuple[Unit, ...]:
        """The units that say what is asked about, without place, period and question word."""
        outside = [self.focus, *((m.start, m.end) for m in self.mentions)]
        outside += [(p.start, p.end) for p in self.periods]
        outside += fillers(self.text, self.asks, self.folded)
        opening = introduced(self.text, self.folded)
        if opening and self.focus[0] >= opening:
            asked_behind = self._telling([*outside, (0, opening)])
            # "Tôi bán hàng qua mạng, nộp thuế nào?": else it is a part of what is asked.
            if len(asked_behind) >= _ENOUGH:
                return asked_behind
        telling = self._telling(outside)
        # "Nam Định được mấy điểm": nothing but the kind tells what is asked of the place.
        kind_alone = not telling and self.asks == "score" and self.mentions
        return self._telling(outside[1:]) if kind_alone else telling

    def _telling(self, outside: Sequence[Span]) -> tuple[Unit, ...]:
        return tuple(
            unit
            for unit in self.units
            if not any(start <= unit.start < end for start, end in outside)
            and not (is_stop_folded(unit) if self.folded else unit.is_stop)
            and (
                unit.kind not in ("number", "percent")
                or unit in self.stated
                or _is_of_code(self.text, unit)
            )
        )

    @cached_property
    def terms(self) -> int:
        """How many different words of content it has."""
        return len({unit.folded if self.folded else unit.key for unit in self.content})

    @property
    def figures(self) -> tuple[Unit, ...]:
        """The numbers the question states: they must stand in the evidence."""
        return self.stated

    @cached_property
    def document_numbers(self) -> tuple[str, ...]:
        """Keys of the official documents named: "59/kh-ubnd", "571"."""
        found = [unit.folded for unit in self.units if unit.kind == "document"]
        pattern = fold_pattern(_DOCUMENT_NAME) if self.folded else _DOCUMENT_NAME
        for match in re.finditer(pattern, self.text.lower()):
            found += [token.folded for token in tokens(match["number"])[:1]]
        return tuple(dict.fromkeys(found))

    @cached_property
    def latest(self) -> bool:
        """Whether the newest value is asked for in words."""
        return says(_LATEST, self.text, self.folded)

    @cached_property
    def names(self) -> tuple[tuple[Unit, ...], ...]:
        """The units of each capitalised name and brand in the question, provinces aside."""
        framed = [self.focus, *((m.start, m.end) for m in self.mentions)]
        framed += [(p.start, p.end) for p in self.periods]
        found = names_in(self.text, self.units, framed)
        return (*found, *(tuple(units(name)) for name in self.known))

    def typed(self, name: Sequence[Unit]) -> str:
        """A name as it stands in the question."""
        return self.text[name[0].start : name[-1].end]

    def knowing(self, names: Iterable[str]) -> "Question":
        """The question with the names of localities it holds, however they are typed."""
        words = f" {' '.join(unit.folded for unit in self.units)} "
        held = [
            name
            for name in names
            if f" {' '.join(unit.folded for unit in units(name))} " in words
            and name not in self.districts
        ]
        return replace(self, known=tuple(held)) if held else self


def understand(text: str) -> Question:
    """Read a question. Raises `QuestionError` if it is empty, wordless or too long."""
    original = one_spelling(normalize(text)).replace("\n", " ").strip()
    if not original:
        raise QuestionError("Câu hỏi trống: hãy gõ câu hỏi rồi nhấn Enter")
    if len(original) > MAXIMUM_CHARACTERS:
        raise QuestionError(
            f"Câu hỏi dài {len(original)} ký tự, quá giới hạn {MAXIMUM_CHARACTERS}: hãy hỏi ngắn hơn"
        )
    if not tokens(original):
        raise QuestionError("Câu hỏi không có chữ hay số nào: hãy hỏi bằng lời")
    english = from_english(original)
    question = english or original
    folded = english is not None or not has_diacritics(original)
    found = (asked(question, folded=False) if english else None) or asked(question, folded=folded)
    mentions = tuple(find_provinces(question, proper=False)) or tuple(
        find_provinces(original, proper=False) if english else ()
    )
    asks = found.kind if found else "yesno" if is_stated(question, folded=folded) else "how"
    focus = found.focus if found else (len(question), len(question))
    if asks == "person" and is_asked_who(question, focus) and not _QUOTES.search(question):
        asks = "office"
    if (
        len(mentions) > 1
        and asks in ("person", "province", "organization")
        and pattern_of(_MORE, folded).search(question.lower())
    ):
        asks = "compare"
    named = tuple(dict.fromkeys(mention.name for mention in mentions))
    periods = find_periods(question)
    spelt = tuple(units(question, any_case=True))
    return Question(
        text=question,
        original=original,
        asks=asks,
        focus=focus,
        folded=folded,
        nature=asked_nature(question, asks, folded),
        provinces=named,
        mentions=mentions,
        districts=tuple(dict.fromkeys(name for _, name in find_districts(question))),
        periods=tuple(periods),
        units=spelt,
        asked_period=next(
            (
                p
                for p in periods
                if not p.horizon
                and not _comes_after(question, p)
                and not (asks == "change" and _is_base(question, p))
            ),
            None,
        ),
        stated=_stated(question, spelt, periods),
    )


def _stated(question: str, spelt: tuple[Unit, ...], periods: list[Period]) -> tuple[Unit, ...]:
    return tuple(
        unit
        for unit in spelt
        if unit.kind in ("number", "percent")
        and not any(period.start <= unit.start < period.end for period in periods)
        and not _is_of_code(question, unit)
        and not _MONTH_BEFORE.search(question, 0, unit.start)
    )


_MONTH_BEFORE = re.compile(r"\b(?:tháng|thang) $", re.IGNORECASE)


def _comes_after(question: str, period: Period) -> bool:
    """Whether a period is only what the time asked about came before: "trước khi … năm 2025"."""
    clause = question[: period.start].lower().rsplit(",", 1)[-1]
    return "trước khi" in clause or "truoc khi" in clause


_COMPARED = re.compile(r"\bso voi(?: cung ky)?(?: (?:nam|hoi|luc))?\W*$")


def _is_base(question: str, period: Period) -> bool:
    """Whether a period is only what a change is told against: "tăng mấy bậc so với năm 2021"."""
    return _COMPARED.search(fold(question[: period.start])) is not None


def _is_of_code(question: str, unit: Unit) -> bool:
    """Whether a number is part of a name: "PC64", "5G"."""
    before, after = question[unit.start - 1 : unit.start], question[unit.end : unit.end + 1]
    return before.isalpha() or after.isalpha()
