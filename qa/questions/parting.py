"""A question that asks several things at once, taken apart by its coordination.

"Tỷ lệ ký số ở cấp tỉnh và cấp xã chênh nhau bao nhiêu?" asks one thing of each level: what
stands before and behind the coordinated words is asked with each of them in turn.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, product

from index.vietnamese import fold
from qa.questions.between import Between, between
from qa.questions.coordination import TYPES, conjuncts
from qa.questions.indicators import indicator_kind, like, period_name, spoken
from qa.questions.matter import EACH, MORE, aimed, asks_sum, without_comparing
from qa.questions.question import Question, understand
from qa.questions.worded import (
    MEASURED,
    STEPS_APART,
    Part,
    by_conjuncts,
    by_question_words,
    figure_kind,
    part_of,
    question_words,
)
from qa.texts.period import Period

_SAYS_COMPARED = (
    rf"\b(?:so sánh|đối chiếu|lần lượt|chênh|khác nhau|tương ứng|thay đổi|biến động|{EACH})\b"
    rf"|\b{MORE}(?: \w+){{0,7}}? hơn\b"
)
# "A và B, ai nhận nhiều … hơn": what each has is compared.
_WHO_MORE = rf"\bai\b.*\b{MORE}(?: \w+){{0,7}}? hơn\b|\b{MORE}(?: \w+){{0,7}}? hơn\b.*\bai\b"
_SPAN_OF_YEARS = (
    r"\btừ (?:năm )?(?P<first>20\d\d)\s*(?:đến|tới|sang|-)\s*(?:năm )?(?P<last>20\d\d)\b"
)
_BETWEEN_PERIODS = (
    r"[,;]?\s*(?:(?:và|đến|với|so với|tới|tính đến|sang|thì|năm|trong|cả|dự kiến|DTI)\s*)*"
)
_TO_DATE = r"\b(?:so với|và|còn|đến|thì)\s+(?:hiện (?:nay|tại)|bây giờ|nay|giờ)\b"
_TO_TARGET = r"\bso với (?:mức )?(?:mục tiêu|chỉ tiêu|kế hoạch|phấn đấu)\b"
# What several figures can be asked of in one breath: "tỷ lệ … và tỷ lệ …".
_INDICATORS = frozenset("ty ti so diem hang kinh von tong muc doanh cap chi gia noi".split())


def is_compared(question: Question) -> bool:
    """Whether a question is answered by several figures side by side."""
    if question.asks == "person":
        return _says(_WHO_MORE, question) and len(conjuncts(question)) > 1
    if question.asks in ("reason", "yesno", "superlative", "office"):
        return False
    if question.asks == "compare" or (_says(_TO_TARGET, question) and question.asks != "change"):
        return True
    if question.periods and _says(_TO_DATE, question):
        return question.asks in MEASURED | {"how"}
    periods = periods_of(question)
    several = len(question.provinces) > 1
    many = len(question_words(question)) > 1
    if _says(_SAYS_COMPARED, question) and (
        several or len(periods) > 1 or conjuncts(question) or between(question)
    ):
        return True
    if asks_sum(question) and conjuncts(question):
        return True
    joined = _joined(question, periods)
    if question.asks == "how":
        return joined and indicator_kind(question) != "number"
    return question.asks in MEASURED and (several or joined or many or _listed(question))


def is_put_together(question: Question) -> bool:
    """Whether several things are asked for in so many words, so that one alone answers nothing."""
    return (
        question.asks == "compare"
        or len(question.provinces) > 1
        or len(question_words(question)) > 1
        or _says(_SAYS_COMPARED, question)
    )


def parts(question: Question) -> list[Part]:
    """The question narrowed to each thing it asks; one part when it asks one thing."""
    if chosen := between(question):
        return _of_two(question, chosen)
    periods = periods_of(question)
    if len(question.provinces) < 2 and len(periods) < 2:
        apart = by_question_words(question) or by_conjuncts(question)
        if apart:
            return apart
    later = len(periods) > 1 and any(aimed(question, periods))
    if _says(_TO_TARGET, question) and len(question.provinces) < 2 and not later:
        return _by_nature(question)
    return _by_frame(question, periods)


def periods_of(question: Question) -> list[Period]:
    """The periods asked about; both ends of "từ 2022 đến 2023", and what is foreseen for
    a later year beside an earlier one."""
    span = _first(_SPAN_OF_YEARS, question)
    if span:
        return [Period(*span.span(name), int(span[name])) for name in ("first", "last")]
    return [period for period in question.periods if not period.horizon]


def label_of(question: Question) -> str:
    """Place and period asked about, the place as it was typed."""
    place = question.provinces[0] if question.provinces else ""
    for mention in question.mentions:
        typed = question.text[mention.start : mention.end]
        if mention.name == place and typed[:1].isupper():
            place = typed
    period = question.period
    if period is None or period.year is None:
        return place
    return f"{place} {period_name(period)}".strip()


def _says(rule: str, question: Question) -> bool:
    return _first(rule, question) is not None


def _first(rule: str, question: Question) -> re.Match[str] | None:
    return next(iter(spoken(rule, question.text, question.folded)), None)


def _by_frame(question: Question, periods: Sequence[Period]) -> list[Part]:
    """One part for each place and period named."""
    aimed_at = aimed(question, periods)
    nature = "achieved" if question.nature == "change" or any(aimed_at) else question.nature
    base = replace(_of_ranks(question) or question, asks=figure_kind(question), nature=nature)
    places: Sequence[str | None] = question.provinces or (None,)
    times: Sequence[Period | None] = periods or (None,)
    if len(periods) == 1 and _says(_TO_DATE, question):
        times = (periods[0], None)
    if len(places) > 1 and len(periods) == len(places):
        pairs: list[tuple[str | None, Period | None]] = list(zip(places, periods, strict=True))
    else:
        pairs = list(product(places, times))
    found = []
    for place, period in pairs:
        target = period is not None and period in aimed_at
        narrowed = replace(
            base,
            provinces=(place,) if place else (),
            asked_period=period,
            nature="target" if target else base.nature,
        )
        now = len(times) > 1 and period is None
        found.append(
            Part(narrowed, f"{label_of(narrowed)} hiện nay" if now else label_of(narrowed))
        )
    return found


def _of_two(question: Question, chosen: Between) -> list[Part]:
    """What is asked of two that stand at the head, of each with all that is said of it."""
    found = []
    for half, name in zip(chosen.halves, chosen.names, strict=True):
        part = part_of(question, f"{half} {chosen.rest}", "", "")
        places = part.question.provinces or question.provinces[:1]
        narrowed = replace(part.question, provinces=places)
        found.append(Part(narrowed, label_of(narrowed) if name in places else name))
    return found


def _of_ranks(question: Question) -> Question | None:
    """A question by how many places one is ahead, as one for the places: "hơn … bao nhiêu bậc"."""
    steps = spoken(STEPS_APART, question.text, question.folded)
    if len(question.provinces) < 2 or not steps:
        return None
    text = question.text
    asked = f"{text[: steps[0].start()]}{like(text, 'hạng mấy')}{text[steps[0].end() :]}"
    read = understand(without_comparing(asked, question.folded))
    return replace(
        read,
        original=question.original,
        folded=question.folded,
        known=question.known,
        provinces=question.provinces,
    )


def _by_nature(question: Question) -> list[Part]:
    """What was achieved and what was aimed at."""
    base = replace(question, asks=figure_kind(question))
    return [
        Part(replace(base, nature="achieved"), "đạt"),
        Part(replace(base, nature="target"), "mục tiêu"),
    ]


def _joined(question: Question, periods: Sequence[Period]) -> bool:
    """Whether two periods stand side by side: "năm 2016 và tới tháng 8/2017"."""
    if question.asks == "change" and _says(r"\bso với\b", question):
        return False
    between = [question.text[one.end : other.start] for one, other in pairwise(periods)]
    rule = rf"^\s*{_BETWEEN_PERIODS.lower()}$"
    return any(spoken(rule, gap, question.folded) for gap in between)


def _listed(question: Question) -> bool:
    """Whether the coordinated words are places, names or indicators: each has its figure."""
    texts = [question.text[slice(*span)] for span in conjuncts(question)]
    heads = {fold(text).split()[0] for text in texts}
    return bool(texts) and (
        heads <= TYPES | _INDICATORS or all(text[:1].isupper() for text in texts)
    )
