"""Follow-ups: what a short question leaves out is taken from the turns before it."""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice

from index.errors import ReportsError
from index.vietnamese import fold, has_diacritics
from qa.dialogue.counting import AMONG, MEANT, PART, SOME, listed
from qa.dialogue.doubting import doubts
from qa.dialogue.filling import fillings, has_its_word
from qa.dialogue.references import Recall, points_back, with_referents, without_thing
from qa.dialogue.relating import COMPARED, SPEAKER, TARGET, WHY
from qa.dialogue.returning import goes_back, names_a_value, of_the_value, returned
from qa.dialogue.turns import Turn
from qa.questions.indicators import like, spoken
from qa.questions.question import Question, understand

REMEMBERED = 8
# A question of so many telling words is whole, whatever frames it; of so few it is not.
WHOLE, SHORT = 4, 2
_AGAIN = r"\bthì\s+(?:sao|thế nào|bao nhiêu)\b|\b(?:nữa|nửa)\W*$"
_OPENED = r"^\W*(?:thế còn|vậy còn|còn|thế|thể|vậy|như vậy|như thế)\s"
_OPENED_FOLDED = r"^\W*(?:the con|vay con|con|the|vay)\s"
_PLACES = frozenset({"province", "places", "country", "superlative", "compare"})
# So many earlier answers are not given once more.
RECENT = 3
_REMARK = re.compile(
    r"\W*(?:[^\s.!?…,]+[ ,]+){0,4}[^\s.!?…,]+[.!…]+\s+(?=\S+\s)"
    # "Trên 80% thật à, …": what is said in wonder.
    r"|\W*(?:(?:ồ|ô|ủa|ơ|chà|trời|ái chà)(?: [^\s.!?…,]+){0,4}|(?:[^\s.!?…,]+ ){1,4}(?:à|á|ư|hả|hở|ghê))[,?]\s+"
    r"(?=[^?]*\b(?:bao nhiêu|mấy|nào|gì|ai|đâu|sao|còn)\b)",
    re.IGNORECASE,
)
_POINTING = ("noi", "do", "nay", "ay", "vay", "muc", "tieu", "chi")


# A question with the localities of the reports that it names.
Knowing = Callable[[Question], Question]


def _forgotten(_: Question) -> None:
    """Recalls nothing."""


def _as_read(question: Question) -> Question:
    """Knows no localities."""
    return question


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a question may mean in its conversation, the likeliest first.

    Where it goes on from the questions before, `earlier` are the last of these, the latest first,
    and `alone` is what it says by itself; None where that is nothing to look for. `contrasted`: it
    asks the same of something else, of which what was said before is not true.
    """

    readings: tuple[Question, ...]
    earlier: tuple[Question, ...] = ()
    alone: Question | None = None
    contrasted: bool = False

    @property
    def question(self) -> Question:
        """What it most likely means."""
        return self.readings[0]


def resolve(
    text: str,
    history: Sequence[str],
    recall: Recall = _forgotten,
    knowing: Knowing = _as_read,
) -> Resolved:
    """What a question may mean in its conversation.

    A complete one ignores what came before; one that names neither place nor thing is also read
    with them. Only the last `REMEMBERED` turns count. `recall` gives the answer of an earlier
    question, for one that points at it ("ông ấy"), `knowing` the localities that one names without
    saying what they are ("ở Thanh Chương"). Raises `QuestionError` as `understand` does.
    """
    question = understand(_without_remark(text) if history else text)
    complete = is_complete(question)
    whole = complete and _is_of_its_own(question)
    if whole and not names_a_value(question):
        return Resolved((question,))
    turn: Turn | None = None
    for said in history[-REMEMBERED:]:
        with suppress(ReportsError):
            asked = understand(_without_remark(said) if turn else said)
            turn = _next(asked, turn)
            turn = replace(turn, question=knowing(turn.question))
    if turn is None:
        return Resolved((question,))
    earlier = tuple(one.question for one in islice(turn.back(), RECENT))
    if told := of_the_value(question, turn, recall):
        return Resolved((understand(told),), earlier)
    if whole:
        return Resolved((question,))
    alone = question if _says_what(question) else None
    if not complete:
        readings = tuple(one.question for one in _turns(question, turn, recall))
        if not doubts(question):
            bare = question.focus[0] == question.focus[1] or not has_its_word(question)
            contrasted = bare or _of_another_frame(question, turn)
            return Resolved(readings, earlier, alone, contrasted)
        # What is doubted is said again; it may have been found for the question as it was typed.
        with suppress(ReportsError):
            if _says_what(typed := understand(history[-1])):
                readings += tuple(one.question for one in _turns(question, Turn(typed)))
        return Resolved(tuple(dict.fromkeys(readings)))
    if not turn.place:
        return Resolved((question,), earlier, alone)
    claimed = question.asks == "yesno"
    placed = understand(_placed(question.text, turn.place, claimed))
    return Resolved((question, placed) if claimed else (placed, question), earlier, alone)


def _placed(text: str, place: str, claimed: bool) -> str:
    """A question with its place; a claim ends by the words that ask ("…, đúng không?")."""
    if claimed:
        lead = f"{like(text, 'Ở')} {place}, "
        return f"{lead}{text if text[1:2].isupper() else f'{text[:1].lower()}{text[1:]}'}"
    return f"{text.rstrip(' ?.')} {like(text, 'của')} {place}?"


def _says_what(question: Question) -> bool:
    """Whether a short question can be looked for in one report: it asks by a word of its own for
    something else than which of all places."""
    if question.asks in _PLACES or len(question.content) >= WHOLE:
        return question.asks not in _PLACES
    worded = question.focus[0] < question.focus[1] and has_its_word(question)
    return worded and (question.asks != "yesno" or len(question.content) > SHORT)


def _without_remark(text: str) -> str:
    """ "Ồ thấp vậy. Thế năm sau?" without what is only remarked."""
    remark = _REMARK.match(text)
    return text[remark.end() :] if remark else text


def _next(asked: Question, turn: Turn | None) -> Turn:
    if turn is None or is_complete(asked):
        return Turn(asked, turn)
    return _turns(asked, turn)[0]


def _turns(question: Question, turn: Turn, recall: Recall = _forgotten) -> list[Turn]:
    """A question filled from the turns before it; as it is where that cannot be read."""
    try:
        if gone_back := returned(question, turn):
            question, turn = gone_back
        if points_back(question) and _of_another_frame(question, turn):
            # What was asked of one place or time is asked of another.
            question = understand(without_thing(question))
        pointing = points_back(question) and not spoken(SPEAKER, question.text, question.folded)
        # "Kể tên mấy xã đó": those that were counted.
        if pointing and not listed(question, turn):
            pointed = understand(with_referents(question, turn, recall))
            if pointed.text != question.text:
                return [Turn(pointed, turn)]
        plain = not has_diacritics(turn.question.text)
        return [
            Turn(understand(fold(one.text) if plain else one.text), turn, one.topic, one.part)
            for one in dict.fromkeys(fillings(question, turn, recall))
        ]
    except ReportsError:
        return [Turn(question, turn)]


def _of_another_frame(question: Question, turn: Turn) -> bool:
    """Whether a question names another place than was asked about, or another time."""
    return bool(question.mentions and turn.place) or bool(question.period and turn.question.period)


def is_framed(question: Question) -> bool:
    """Whether a question names what or where it is about."""
    return bool(
        question.provinces or question.names or question.districts or question.document_numbers
    )


def _is_of_its_own(question: Question) -> bool:
    """Whether a complete question is about nothing that was said before, or asks for the place."""
    figures = bool(question.figures) and question.asks != "yesno"
    return is_framed(question) or figures or question.asks in _PLACES


def is_complete(question: Question) -> bool:
    """Whether a question can be answered without the conversation."""
    text, folded = question.text, question.folded
    if points_back(question) or spoken(_AGAIN, text, folded) or _is_opened(text):
        return False
    if doubts(question) or goes_back(question):
        return False
    if any(spoken(rule, text, folded) for rule in (PART, AMONG, SOME, MEANT)):
        return False
    content = [unit for unit in question.content if unit.folded not in _POINTING]
    few = len(content) <= SHORT
    framed = is_framed(question)
    if few and (spoken(SPEAKER, text, folded) or (spoken(WHY, text, folded) and not framed)):
        return False
    if spoken(rf"^\W*{COMPARED}", text, folded) and few:
        return False
    if spoken(TARGET, text, folded) and len(content) < WHOLE and not framed:
        return False
    if not content or (question.focus[0] == question.focus[1] and not framed):
        return False
    return framed or len(content) >= WHOLE or bool(question.figures)


def is_carried(question: Question, text: str) -> bool:
    """Whether the period asked about stands in an earlier question only."""
    period = question.period
    return period is not None and question.text[period.start : period.end] not in text


def undated(question: Question) -> Question:
    """The question without the period that it carried along."""
    return replace(question, asked_period=None)


def _is_opened(text: str) -> bool:
    return any(re.match(rule, text, re.IGNORECASE) for rule in (_OPENED, _OPENED_FOLDED))
