"""Which of several good candidates to say: the newest, unless a time was asked for."""

from collections.abc import Sequence

from qa.comparing.sides import value_in
from qa.findings import Findings
from qa.questions.indicators import period_name
from qa.readers.reading import Candidate

# Candidates this near to the best say the same of another time or in another report.
PEER = 0.8
_TIMED = frozenset({"percent", "number", "rank", "score", "money", "change", "count"})


def choose(findings: Findings) -> tuple[Candidate, list[Candidate]] | None:
    """The candidate to answer with and the others that differ from it in time.

    None without candidates.
    """
    if findings.best is None:
        return None
    best = findings.best
    question = findings.question
    if question.asks not in _TIMED:
        return best, []
    peers = [best, *_peers(best, findings.candidates[1:])]
    if question.period is not None:
        same = [c for c in peers[1:] if _differs(best, c) and _same_time(best, c)]
        return best, same[:1]
    newest = max(peers, key=lambda c: (when(c), c.score))
    others = [c for c in peers if c is not newest and c.text != newest.text]
    return newest, others[:1]


def beside(said: Candidate, others: Sequence[Candidate]) -> str | None:
    """Says what another report tells, of another time or against the one chosen."""
    if not others:
        return None
    other = others[0]
    if _same_time(said, other):
        return f"Nguồn khác nêu {other.text} ({_source(other)})"
    return f"Đây là số liệu {_time(said)}; {_time(other)} là {other.text}"


def _time(candidate: Candidate) -> str:
    period = candidate.period
    if period and period.year:
        return period_name(period)
    day = candidate.paragraph.document.published or candidate.paragraph.document.event
    return f"ngày {day[8:]}/{day[5:7]}/{day[:4]}" if day else "trước đó"


def _source(candidate: Candidate) -> str:
    return candidate.paragraph.document.title


def _same_time(one: Candidate, other: Candidate) -> bool:
    times = [(c.period.year, c.period.part) if c.period else None for c in (one, other)]
    return times[0] is not None and times[0] == times[1]


def _differs(one: Candidate, other: Candidate) -> bool:
    """Whether two figures of one kind have different values."""
    (first, kind, unit), (second, *like) = value_in(one), value_in(other)
    return first is not None and second is not None and first != second and [kind, unit] == like


def _peers(best: Candidate, others: Sequence[Candidate]) -> list[Candidate]:
    """Good candidates of other documents on the same place: at most one a document."""
    found: dict[str, Candidate] = {}
    for candidate in others:
        document = candidate.paragraph.document
        if (
            candidate.score >= PEER * best.score
            and document.id != best.paragraph.document.id
            and candidate.place == best.place
            and candidate.nature == best.nature
            and when(candidate)
        ):
            found.setdefault(document.id, candidate)
    return list(found.values())


def when(candidate: Candidate) -> str:
    """The time a candidate tells of, comparable as text; empty if unknown."""
    document = candidate.paragraph.document
    period = candidate.period
    if period and period.year and period.start != period.end:
        month = {"h1": 6, "h2": 12, "q1": 3, "q2": 6, "q3": 9, "q4": 12}.get(period.part or "", 12)
        if period.part and period.part.startswith("m"):
            month = int(period.part[1:])
        return f"{period.year}-{month:02}-28"
    return document.published or document.event or ""
