"""A question as it was typed → as a careful typist would have typed it, before it is read."""

from functools import lru_cache

from index.store import Index
from index.vietnamese import normalize
from qa.spelling.accents import Accents
from qa.spelling.capitals import Capitals, plain_case
from qa.spelling.colloquial import as_written
from qa.spelling.spelling import Speller
from qa.spelling.usage import Usages

# A longer text is no question; `qa.questions.question` says so.
_LONGEST = 2000
_REMEMBERED = 512


class Mender:
    """Mends what questions about one index are typed like; safe to share between threads."""

    def __init__(self, index: Index) -> None:
        usages = Usages(index)
        self._accents = Accents(usages)
        self._speller = Speller(usages)
        self._capitals = Capitals(usages)
        # Each turn of a conversation comes again with every later one.
        self.mend = lru_cache(maxsize=_REMEMBERED)(self._mended)

    def _mended(self, text: str) -> str:
        """The question with its slips, accents and capitals mended; a careful one in its normal form."""
        if len(text) > _LONGEST or not (asked := normalize(text).replace("\n", " ")):
            return text
        mended = self._accents.complete(as_written(plain_case(asked)))
        mended = self._accents.restore(self._speller.mend(mended))
        return self._capitals.restore(mended)
