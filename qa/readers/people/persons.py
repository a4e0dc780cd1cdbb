"""People and offices as answers: "ai chủ trì …", "Chủ tịch … là ai", "… giữ chức vụ gì"."""

import re

from index.vietnamese import LOWER, Span, fold
from qa.readers.denied import denied_fit
from qa.readers.owners import named_fit
from qa.readers.people.aliases import alias_fit, asks_real_name
from qa.readers.people.appointments import as_appointed
from qa.readers.people.asked_posts import asked_post, other_posts
from qa.readers.people.called import SHORT_NAME, is_asked_about, is_called, person_quote
from qa.readers.people.doers import doer_fit
from qa.readers.people.heads import head_fit
from qa.readers.people.holders import read_holders
from qa.readers.people.posts import calling_fit, fit
from qa.readers.people.relatives import asked_relative, relative_fit
from qa.readers.people.speaking import speaker_fit
from qa.readers.reading import Candidate, Reading
from qa.readers.signs import met, weigh
from qa.texts.dating import report_period, reported_in
from qa.texts.paragraph import Paragraph
from qa.texts.people import Person, everyone, people
from qa.words.spelt import Spelt

# "những ai tra cứu được": one person alone is hardly meant.
_ASKS_SEVERAL = Spelt(r"\bnhững ai\b")
ALONE = 0.6
_QUOTED = re.compile(r"[\"“”](?P<words>[^\"“”]{8,})[\"“”]")
OTHER_TIME = 0.3
# A foreign name without title or office may be of a thing.
UNSURE = 0.75
# Someone whom the question calls by the office, but does not ask for; how much of the office is said.
OF_OTHER, HELD_ALL = 0.4, 0.8
# What the question says to be someone's, and where a sentence says whose it is.
OWNER, REACH = 1.25, 60
_OWNED = re.compile(r"^\W*(?P<thing>\w+ \w+)\b.*\b(?:cua|do) ai\b")
# Whom an office was given is asked: one who lost it is not.
_ASKS_NEW = Spelt(
    r"\b(?:được (?:\w+ ){0,6}?(?:bầu|bổ nhiệm|phê chuẩn|cử|chọn|giao)|thay|tân|mới|kế nhiệm|bầu|bổ nhiệm|phê chuẩn)\b"
)
_TITLE = r"(?:ông|bà|anh|chị|đồng chí)\s"
# "…; cảnh cáo ông B", "…, khai trừ bà C": a deed that opens a part of a sentence.
_DEED_BEFORE = re.compile(
    rf"(?:;\s|,\s(?:và\s)?|\svà\s)(?!(?:cho|với|của|do|là|đối với)\s{_TITLE})"
    rf"(?P<deed>(?:(?!và\s)[{LOWER}]+\s){{1,5}}?){_TITLE}$"
)
_BRACKET = re.compile(r"\s?\([^()]{2,40}\)")
_FULL_NAME = re.compile(r"\b(?:ho ten|ho va ten|ten that|ten day du|day du)\b")
_SMALL_TALK = re.compile(
    r"\bban (?:ten (?:la )?gi|la ai|ten la gi|la gi)\b|\bten (?:cua )?ban la\b"
    r"|\bai (?:da )?(?:lam|tao|viet|sinh|lap trinh|thiet ke) (?:ra )?(?:ban|may)\b"
)


def read_persons(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The people of a paragraph, by their office or by what they are said to do."""
    if speaker := _speaker(reading, paragraph):
        return [speaker]
    if _is_small_talk(reading.question.text):
        return []
    named = everyone(paragraph.text)
    relative = asked_relative(reading.question.text)
    wanted = None if relative else asked_post(reading)
    others = [] if wanted else other_posts(reading)
    asks_new = _ASKS_NEW.search(reading.question.text) is not None
    found = []
    for at, person in enumerate(named):
        if is_asked_about(reading, paragraph, person) or (
            is_called(reading, paragraph, person) and not _FULL_NAME.search(reading.question.plain)
        ):
            continue
        territory = _territory(paragraph, named, at)
        signs = {
            **met(reading.match(paragraph, territory)),
            **reading.place_signs(paragraph, person.name),
            "named": named_fit(reading, paragraph, person.name),
            **reading.beside(paragraph, person.name),
            "dated": _dated(reading, paragraph, person.name),
            "denied": denied_fit(reading, paragraph, person.name, (one.name for one in named)),
            "speaks": 1.0 if wanted else speaker_fit(reading, paragraph, person),
        }
        called = calling_fit(reading, paragraph, person)
        if called is not None:
            signs["called"] = called
        elif wanted:
            holder = as_appointed(paragraph, person, asks_new)
            signs["office"] = fit(reading, paragraph, holder, wanted)
        else:
            signs["head"] = 1.0 if relative else head_fit(reading, paragraph, person)
            if any(fit(reading, paragraph, person, post) > HELD_ALL for post in others):
                signs["other"] = OF_OTHER
            signs["doer"] = doer_fit(reading, paragraph, person.name)
            if not person.sure:
                signs["sure"] = UNSURE
        if asks_real_name(reading):
            signs["alias"] = alias_fit(reading, paragraph, person)
        if _ASKS_SEVERAL.search(reading.question.text) and _is_alone(paragraph, person):
            signs["alone"] = ALONE
        signs["relative"] = relative_fit(reading, paragraph, person)
        if _is_owner(reading, paragraph, person):
            signs["owner"] = OWNER
        if _comes_from(reading, paragraph, person):
            signs["place"] = 1.0
        found.append(
            Candidate(
                paragraph=paragraph,
                span=person.name,
                quote=person_quote(paragraph, person),
                text=paragraph.text[slice(*person.name)],
                score=weigh(signs),
                signs=signs,
            )
        )
    return found + read_holders(reading, paragraph, wanted)


def _is_owner(reading: Reading, paragraph: Paragraph, person: Person) -> bool:
    """ "Sáng kiến … là của ai": whether the thing is said to be of a person."""
    question = reading.question.plain
    asked = _OWNED.search(question)
    if asked is None:
        return False
    start = max(0, person.name[0] - REACH)
    before = paragraph.folded[start : person.name[0]]
    found = re.search(rf"\b{re.escape(asked['thing'])} (?:\w+ )?(?P<whose>cua|do)\b", before)
    # "lệnh truy nã đỏ": no "do" without accents.
    return found is not None and paragraph.text[start + found.start("whose")].lower() in "cd"


def _comes_from(reading: Reading, paragraph: Paragraph, person: Person) -> bool:
    """Whether the brackets behind a name say the place asked about: "(đoàn Hải Dương)"."""
    bracket = _BRACKET.match(paragraph.text, person.name[1])
    return bracket is not None and any(
        mention.name in reading.question.place_names
        for mention in paragraph.provinces
        if bracket.start() <= mention.start < bracket.end()
    )


def _is_small_talk(question: str) -> bool:
    """Whether the question is about the assistant itself."""
    return _SMALL_TALK.search(fold(question)) is not None


def _speaker(reading: Reading, paragraph: Paragraph) -> Candidate | None:
    """Who says the words that the question quotes: the name behind them, or nearest before."""
    quoted = _QUOTED.search(reading.question.text)
    if not quoted:
        return None
    start = paragraph.folded.find(fold(quoted["words"]))
    if start < 0:
        return None
    end = start + len(quoted["words"])
    after = SHORT_NAME.search(paragraph.text, end, min(len(paragraph.text), end + 80))
    named = people(paragraph.text)
    spoken = None
    if after:
        last = after["name"].split()[-1]
        same = [p for p in named if paragraph.text[slice(*p.name)].split()[-1] == last]
        spoken = min(same, key=lambda p: abs(p.name[0] - start), default=None)
    if spoken is None:
        before = [p for p in named if p.name[0] < start]
        spoken = before[-1] if before else next(iter(named), None)
    if spoken is None:
        return None
    span = spoken.name
    quote = (min(span[0], start), max(span[1], end))
    said = {"told": 0.95}
    return Candidate(paragraph, span, quote, paragraph.text[slice(*span)], 0.95, signs=said)


def _is_alone(paragraph: Paragraph, person: Person) -> bool:
    """Whether a sentence names no one else."""
    start, end = paragraph.sentence_at(person.name[0])
    return sum(start <= one.name[0] < end for one in people(paragraph.text)) == 1


def _territory(paragraph: Paragraph, named: list[Person], at: int) -> Span:
    """The part of the sentence that tells of a person: up to the next one named, or to the deed
    that is told of that one ("khiển trách ông A, …; cảnh cáo ông B, …")."""
    start, end = paragraph.sentence_at(named[at].name[0])
    before = [person for person in named[:at] if person.name[0] >= start]
    after = [person for person in named[at + 1 :] if person.name[0] < end]
    first = named[at].name[0]
    if not before:
        first = start
    elif named[at].offices:
        first = min(first, named[at].offices[0][0])
    if before:
        first = _from_deed(paragraph.text, before[-1], first)
    last = end
    if after:
        last = after[0].name[0]
        if after[0].offices and named[at].name[1] < after[0].offices[0][0] < last:
            last = after[0].offices[0][0]
        last = _from_deed(paragraph.text, named[at], last)
    return first, max(last, named[at].name[1])


def _from_deed(text: str, person: Person, end: int) -> int:
    """Where a part of a sentence begins, behind a person, that tells a deed right before someone
    it is done to."""
    start = max([person.name[1], *(office[1] for office in person.offices if office[1] <= end)])
    parted = _DEED_BEFORE.search(text, start, end)
    return parted.start("deed") if parted else end


def _dated(reading: Reading, paragraph: Paragraph, span: Span) -> float:
    """A person's deed is dated by its report; another year than the one asked tells against."""
    asked = reading.question.period
    if asked and reported_in(asked, paragraph):
        return 1.0
    if asked and asked.year and not report_period(paragraph):
        return 1.0 if str(asked.year) in paragraph.document.text else OTHER_TIME
    return max(OTHER_TIME, reading.times.period_fit(paragraph, span))
