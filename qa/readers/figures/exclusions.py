"""Whether a figure leaves out what is asked about: "640 hồ sơ, chưa kể lĩnh vực thuế"."""

import re

from index.vietnamese import Span
from qa.readers.reading import Reading
from qa.texts.paragraph import Paragraph

LEFT_OUT = 0.3
_EXCEPT = re.compile(
    r"\b(?:(?:chua|khong) (?:bao gom|gom|ke|tinh)|ngoai tru|tru(?= (?:cac|nhung|linh vuc|phan|so|cap)\b))\b"
    r"(?! den| toi)(?P<what>[^.;()]*)"
)
# So many syllables of the question that stand there only are no chance.
LEAST = 2


def exclusion_fit(reading: Reading, paragraph: Paragraph, span: Span) -> float:
    """How far a figure may be of what its sentence says is not in it."""
    start, end = paragraph.sentence_at(span[0])
    found = _EXCEPT.search(paragraph.folded, span[1], end)
    if found is None or _EXCEPT.search(reading.question.plain):
        return 1.0
    keys, _ = reading.asked
    key = reading.matcher.key
    left_out = {key(unit) for unit in paragraph.units_in(found.span("what")) if not unit.is_stop}
    told = {key(unit) for unit in paragraph.units_in((start, found.start()))}
    told |= {key(unit) for unit in paragraph.units_in((found.end(), end))}
    return LEFT_OUT if len(keys & left_out - told) >= LEAST else 1.0
