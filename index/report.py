"""What a build or update did, to be printed when it is done."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Report:
    """What a build or update did.

    Documents by id; `skipped` pairs a file with the reason. `documents` and `passages` count
    what the index holds now, `copies` the documents among them that tell another's story,
    `encoded` the texts that were not in the vector cache.
    """

    generation: int
    documents: int
    passages: int
    copies: int = 0
    encoded: int = 0
    seconds: float = 0.0
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)
