"""The district that a report is of, where it is asked which one did what the report tells."""

import re

from qa.readers.locating import district_of
from qa.readers.places.stated import states_figures
from qa.readers.reading import Candidate, Reading, quote_around
from qa.readers.signs import met, weigh
from qa.texts.paragraph import Paragraph

# A report is of a district, never of one of its communes.
_ASKED = re.compile(r"\b(?:huyen|dia phuong)\b")
_COMMUNE = re.compile(r"\b(?:xa|(?<!dia )phuong|thon|ap|khu pho)\b")
# A district that the clause names is told of more surely.
UNNAMED = 0.9


def read_own_district(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The clauses that tell of the report's own district without naming one: "Tỷ lệ … đạt 92,5%"."""
    own, question = paragraph.document.district, reading.question
    asked = question.plain[slice(*question.focus)]
    if not own or not _ASKED.search(asked) or _COMMUNE.search(asked) or own in question.districts:
        return []
    found = []
    for sentence in paragraph.sentences:
        for clause in paragraph.clauses[sentence]:
            named = any(clause[0] <= start < clause[1] for (start, _), _ in paragraph.districts)
            if named or not states_figures(reading, paragraph, clause):
                continue
            if district_of(paragraph, (clause[1] - 1, clause[1])) != own:
                continue
            signs = {
                **met(reading.match(paragraph, clause)),
                **reading.other_signs(paragraph, clause),
                "held in": reading.times.period_fit(paragraph, clause),
                "unnamed": UNNAMED,
            }
            found.append(
                Candidate(
                    paragraph=paragraph,
                    span=clause,
                    quote=quote_around(paragraph, clause),
                    text=own,
                    score=weigh(signs),
                    signs=signs,
                )
            )
    return found
