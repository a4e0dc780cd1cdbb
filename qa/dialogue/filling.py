"""A short question filled from the turns before it: what it says is put in its place there."""

import re
from collections.abc import Callable
from dataclasses import replace

from index.vietnamese import fold, normalize
from qa.dialogue.counting import (
    MEANT,
    counted_otherwise,
    joined,
    listed,
    of_a_part,
    of_another_part,
)
from qa.dialogue.doubting import doubted
from qa.dialogue.levels import of_another_level, with_level
from qa.dialogue.nouns import asked_noun
from qa.dialogue.references import Recall
from qa.dialogue.relating import (
    TARGET,
    against,
    aimed,
    as_a_share,
    as_it_came,
    has_no_subject,
    of_the_subject,
    of_the_year_before,
    other_end,
    which_of_two,
    who_said,
    why,
)
from qa.dialogue.statements import question_word
from qa.dialogue.swapping import (
    LOCALITY,
    at_that_time,
    with_about,
    with_alike,
    with_body,
    with_head,
    with_led,
    with_name,
    with_noun,
    with_office,
    with_period,
    with_places,
    with_sort,
    without,
    without_day,
)
from qa.dialogue.turns import Filled, Turn
from qa.questions.indicators import indicator_kind, like, spoken
from qa.questions.question import Question, understand
from qa.questions.worded import MEASURED
from qa.texts.offices import offices_apart
from qa.texts.organizations import organizations

_OPENING = re.compile(
    r"^\W*(?:(?:tức|nghĩa|cụ thể|chính xác) là\s+)?(?:(?:như )?(?:thế|vậy|thể|the|vay)(?: là)?\s+)?"
    r"(?:còn|con|thế|thể|vậy|vay|the|rồi|và|như vậy|như thế)\b\s*"
    r"(?:ở|o|với|của|voi|cua)?\s*(?:tỉnh|tinh)?\s*",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\s*(?:th[ìi] (?:sao|thế nào|the nao|bao nhiêu|bao nhieu)|(?:là |la )?(?:bao nhiêu|bao nhieu))?"
    r"\s*(?:\bthì|\bthi)?\s*(?:\b(?:nhỉ|ạ|vậy|cơ|co|nữa|nửa|nua))*\s*[?.!]*\s*$",
    re.IGNORECASE,
)
# "Tổng điểm là bao nhiêu?": the question names what it asks of.
_OF_ANOTHER = r"\w\s(?:là|thì)\s$"
# "ai giữ chức này?": the same that was asked.
_THE_SAME = frozenset("giu chuc vu nay do ay lam dam nhiem dat duoc sang toi thi".split())
_WHICH = ("nào", "nao")
# These only ask the same again: "Còn xã Mây thì sao?".
_AGAIN = ("sao", "the nao", "ra sao")
# A question of so few words of its own is asked of what the one before is about.
OWN = 2


def fillings(question: Question, turn: Turn, recall: Recall) -> list[Filled]:
    """What a short question may mean in full, the likeliest first."""
    question = of_the_year_before(question, turn)
    for rule in (doubted, who_said, why, against, which_of_two, listed, of_another_level):
        if filled := rule(question, turn):
            return [Filled(filled)]
    if again := _asked_before(question, turn):
        return [Filled(again)]
    turn, rest = _framed_anew(question, as_it_came(question, turn))
    if not re.search(r"\w{2}", rest):
        return _of_another_place(question, turn)
    for told in (of_the_subject, aimed, other_end):
        if filled := told(question, turn, rest):
            goes_on = filled.startswith(f"{turn.subject} ")
            whole = Filled(filled, topic=turn.subject if goes_on else "")
            share = as_a_share(filled, turn) if told is aimed else None
            return [whole, Filled(share)] if share else [whole]
    if part := of_a_part(question, turn):
        return part
    alike = question.asks == turn.question.asks or {question.asks, turn.question.asks} <= MEASURED
    if alike and (then := at_that_time(turn.question, _CLOSING.sub("", rest))):
        return [Filled(then)]
    if question.focus[0] < question.focus[1] and has_its_word(question):
        return _asked_of_it(question, turn, recall)
    return _of_another(question, turn, rest)


def _of_another_place(question: Question, turn: Turn) -> list[Filled]:
    """The question before with nothing but another place or time: "Thế bên Cao Bằng?"."""
    text = turn.question.text
    filled = [Filled(text, part=turn.part)]
    if question.provinces and turn.question.asks not in MEASURED:
        undated = without_day(text, turn.question.folded)
        filled += [Filled(undated, part=turn.part)] if undated != text else []
    return filled


def _asked_before(question: Question, turn: Turn) -> str | None:
    """ "Thái Bình thì nghị quyết nào?" after "… của Quảng Ninh là số mấy? Có mấy mục tiêu?": what
    was asked by the same word before, of the place that is named now."""
    own = len(question.content) <= OWN and has_its_word(question)
    if not own or not question.provinces or turn.question.asks == question.asks:
        return None
    for one in turn.back():
        if one.question.asks == question.asks and question.asks not in ("how", "yesno"):
            return with_places(question, one.question)
    return None


def has_its_word(question: Question) -> bool:
    """Whether a question asks by a word of its own, and not "thì sao"."""
    return question.asks != "how" or fold(question_word(question)) not in _AGAIN


def _framed_anew(question: Question, turn: Turn) -> tuple[Turn, str]:
    """The turn with the place and period of the new question, and what else this says."""
    previous, text = turn.question, question.text
    rest = _rest(question)
    local = LOCALITY.fullmatch(rest)
    if question.provinces and not (local and set(question.provinces) <= set(previous.provinces)):
        previous = understand(with_places(question, previous))
        rest = without(rest, [text[m.start : m.end] for m in question.mentions])
    aimed = question.periods and all(one.horizon for one in question.periods)
    if question.period or (aimed and previous.periods):
        previous = understand(with_period(question, previous))
        rest = without(rest, [text[p.start : p.end] for p in question.periods])
    return replace(turn, question=previous), rest.strip(" ,?.:")


def _rest(question: Question) -> str:
    text = normalize(question.text)
    if meant := spoken(MEANT, text, question.folded):
        text = text[meant[0].end() :]
    text = _CLOSING.sub("", _OPENING.sub("", text))
    text = re.sub(
        r"^(?:riêng|chỉ)\s|\s(?:thôi|mà|nhé|(?:lúc|hồi|khi) (?:đó|ấy))$",
        "",
        text,
        flags=re.IGNORECASE,
    )
    return re.sub(r"^(?:thế|vậy|còn|năm|trong|vào|ở|của)\s+(?=$)", "", text)


def _asked_of_it(question: Question, turn: Turn, recall: Recall) -> list[Filled]:
    """A question with its own question word, of what the one before is about."""
    previous, text = turn.question, question.text
    if (answer := _document_meant(turn, recall)) and question.asks != "document":
        turn = replace(turn, topic=answer)
    framed = Filled(f"{text.rstrip(' ?.')} {turn.frame(question)}".strip() + "?")
    own = [unit for unit in question.content if unit.folded not in _THE_SAME]
    if not own:
        bare = question.asks == "number" and previous.asks in MEASURED
        same = question.asks == previous.asks or bare
        return [Filled(previous.text) if same else joined(question, turn)]
    if spoken(_OF_ANOTHER, text[: question.focus[0]], question.folded):
        if other := _of_other_office(question, turn):
            return [other]
        return _of_its_own(question, turn) or [framed]
    if counted := counted_otherwise(question, previous):
        return [Filled(counted), framed]
    if has_no_subject(question):
        return [joined(question, turn)]
    both = [joined(question, turn), framed]
    alike = MEASURED | {question.asks, "document"} - {"how"}
    which = question_word(question).lower() in _WHICH
    if not which and understand(both[0].text).asks not in alike:
        return [framed]  # a sentence is easily found for many words
    if len(question.content) > OWN:
        return both[::-1]
    return both if turn.question.asks == "yesno" else both[:1]


def _of_other_office(question: Question, turn: Turn) -> Filled | None:
    """ "Thế phó trưởng ban thường trực là ai?" of the body whose head was asked for."""
    subject = _OPENING.sub("", question.text[: question.focus[0]])
    office = re.sub(r"\s+(?:là|la|thì|thi)\s*$", "", subject)
    if question.asks != "person" or turn.question.asks != "person":
        return None
    swapped = with_office(turn.question, office)
    return Filled(swapped) if swapped else None


def _of_its_own(question: Question, turn: Turn) -> list[Filled]:
    """ "Còn bên Bộ Công Thương là ai?": another body in the place of the one asked about, or what
    names a body itself."""
    rest = re.sub(r"^(?:bên|phía|đại diện)\s", "", _rest(question), flags=re.IGNORECASE)
    named = organizations(rest)
    if not named:
        return []
    subject = rest[: named[0].span[0]].strip()
    old = organizations(turn.question.text)
    if not subject and old and turn.question.asks == question.asks:
        start, end = old[-1].span
        text = turn.question.text
        return [Filled(f"{text[:start]}{rest[slice(*named[0].span)]}{text[end:]}")]
    return [Filled(f"{rest[:1].upper()}{rest[1:].rstrip(' ?.')}?")] if subject else []


def _document_meant(turn: Turn, recall: Recall) -> str | None:
    """The document that was asked for in what the conversation goes on about."""
    for one in turn.back():
        if one.question.asks == "document":
            return recall(one.question)
        if not one.topic:
            return None
    return None


def _of_another(question: Question, turn: Turn, rest: str) -> list[Filled]:
    """The same asked of something else: "Còn hộp thư công vụ?"."""
    if part := of_another_part(turn, rest):
        return [part]
    if turn.part:
        turn = replace(turn, question=understand(turn.question.text.replace(f" {turn.part}", "")))
    previous = turn.question
    alone = _alone(question, turn, rest)
    if claimed := _claimed_of(turn, rest):
        return [Filled(claimed)]
    rules: tuple[Callable[[Question, str], str | None], ...] = (
        at_that_time,
        with_name,
        with_office,
        with_body,
        with_level,
        with_sort,
        with_alike,
        with_led,
    )
    for rule in rules:
        if swapped := rule(previous, rest):
            return [Filled(swapped), *alone]
    if (offices := offices_apart(rest)) and previous.asks == "person":
        by_itself = offices[0].span == (0, len(rest))
        frame = turn.frame(question) if by_itself else ""
        return [Filled(f"{like(rest, 'Ai là')} {rest} {frame}".strip() + "?")]
    if measured := _measured_itself(question, turn, rest):
        return [measured]
    if swaps := [
        one for rule in (with_about, with_noun, with_head) if (one := rule(previous, rest))
    ]:
        return [*map(Filled, swaps), *alone]
    return alone or [Filled(f"{rest} {previous.text[0].lower()}{previous.text[1:]}")]


def _claimed_of(turn: Turn, topic: str) -> str | None:
    """ "Còn văn bản ký số?" after "… hồ sơ trực tuyến? Có vượt mục tiêu không?"."""
    claim, before = turn.question, turn.before
    noun = asked_noun(before.question) if claim.asks == "yesno" and before else None
    if noun is None or before is None:
        return None
    named = before.question.text[slice(*noun)]
    return claim.text.replace(named, topic, 1) if named in claim.text else None


def _measured_itself(question: Question, turn: Turn, topic: str) -> Filled | None:
    """ "Tổng vốn đầu tư?" after "… trong bao lâu?": a topic that tells what kind of figure it is."""
    kind = indicator_kind(understand(topic))
    if kind in ("number", turn.question.asks) or spoken(TARGET, topic, question.folded):
        return None
    framed = f"{topic} {turn.frame(question)}".strip()
    return Filled(f"{framed} {like(topic, 'là bao nhiêu')}?")


def _alone(question: Question, turn: Turn, rest: str) -> list[Filled]:
    """The new topic with nothing of the old one but place, period and question word."""
    word = question_word(turn.question)
    if turn.question.asks not in MEASURED or not word:
        return []
    aimed = turn.question.nature == "target" and not spoken(TARGET, rest, question.folded)
    topic = f"{like(rest, 'mục tiêu')} {rest}" if aimed else rest
    framed = f"{topic[:1].upper()}{topic[1:]} {turn.frame(question)}".strip()
    return [Filled(f"{framed} {like(framed, 'là')} {word.lower()}?")]
