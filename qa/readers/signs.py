"""What speaks for a candidate, sign by sign, and how the signs are weighed into one score."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from qa.readers.matching import Match

FILE: Final = Path(__file__).parents[1] / "data" / "signs.json"

# Each sign is a number from 0 (speaks against) to 1 (nothing against); some go a little above.
Signs = Mapping[str, float]

# How much one unmet term of the question takes, at most.
_LOST = 0.5


def met(match: Match) -> dict[str, float]:
    """The signs of how much of the question is met around a candidate."""
    return {"coverage": match.coverage, "kept": 1 - _LOST * match.lost}


def weigh(signs: Signs) -> float:
    """The score of a candidate: the product of its signs, each to the power of its weight."""
    score = 1.0
    weights = _weights()
    for name, value in signs.items():
        if value != 1.0:
            score *= value ** weights.get(name, 1.0) if value > 0 else 0.0
    return score


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    found = json.loads(FILE.read_text(encoding="utf-8"))
    return {name: float(weight) for name, weight in found["weights"].items()}
