"""Which of several good candidates to say: the newest, unless a time was asked for."""

from collections.abc import Sequence

from qa.findings import Findings
from qa.question import Question
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
    if question.asks not in _TIMED or question.period is not None:
        return best, []
    peers = [best, *_peers(question, best, findings.candidates[1:])]
    newest = max(peers, key=lambda c: (when(c), c.score))
    others = [c for c in peers if c is not newest and c.text != newest.text]
    return newest, others[:1]


def _peers(question: Question, best: Candidate, others: Sequence[Candidate]) -> list[Candidate]:
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
