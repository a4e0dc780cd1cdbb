"""How sure a candidate is: the chance that it is right, fitted to the questions kept in `tests/data`.

`python -m benchmarks.confidence` fits the weights, draws the risk–coverage curve and chooses the
one threshold below which the assistant abstains; both stand in `data/confidence.json`.
"""

import json
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from qa.questions.question import Question
from qa.readers.reading import Candidate

FILE = Path(__file__).with_name("data") / "confidence.json"
SIGNALS = ("log score", "rival", "terms", "retrieval")
_FLOOR = 0.02
_MOST_TERMS = 20
# A longer text is a sentence.
LONGEST_FIGURE = 40


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of a logistic curve over `SIGNALS`, and the threshold on its value (0–1)."""

    weights: tuple[float, ...]
    bias: float
    threshold: float

    def probability(self, signals: Sequence[float]) -> float:
        total = self.bias + sum(w * s for w, s in zip(self.weights, signals, strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@lru_cache(maxsize=1)
def calibration() -> Calibration:
    """The calibration in use."""
    found = json.loads(FILE.read_text(encoding="utf-8"))
    weights = tuple(float(found["weights"][name]) for name in SIGNALS)
    return Calibration(weights, float(found["bias"]), float(found["threshold"]))


def signals(question: Question, candidates: Sequence[Candidate], at: int) -> tuple[float, ...]:
    """What tells of a candidate's chance: its score and that of its best rival (another text)
    beside it, how many terms the question has, and how high its passage was found."""
    own = candidates[at]
    rival = next((one.score for one in candidates if not _say_the_same(one.text, own.text)), 0.0)
    ratio = min(2.0, rival / own.score) if own.score > 0 else 2.0
    terms = min(question.terms, _MOST_TERMS)
    return (math.log(max(own.score, 0.0) + _FLOOR), ratio, terms, own.prior)


# What stands before a figure or a day and tells no other one: "tối thiểu 70 km", "trước ngày 28/2".
_OPENING = re.compile(
    r"(?:(?:ít nhất|tối thiểu|tối đa|không quá|khoảng|chừng|ngày|sáng|chiều|tối|trưa|hôm|trước|hết|đến|là)\s)+(?=\d)",
    re.IGNORECASE,
)
_GAP = re.compile(r"(?<=\d)\s(?=[^\W\d])")


def _say_the_same(one: str, other: str) -> bool:
    """Whether two texts are one, or one begins the other: "1,3 triệu đồng" and "1,3 triệu đồng/tháng"."""
    one, other = _bare(one), _bare(other)
    if len(one) > len(other):
        one, other = other, one
    return other.startswith(one) and not other[len(one) : len(one) + 1].isalnum()


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    """A figure or a day without what opens it and the blank before its unit."""
    return text if len(text) > LONGEST_FIGURE else _GAP.sub("", _OPENING.sub("", text))


def with_confidence(question: Question, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, best first as they come, each with its confidence."""
    known = calibration()
    return [
        replace(one, confidence=known.probability(signals(question, candidates, at)))
        for at, one in enumerate(candidates)
    ]
