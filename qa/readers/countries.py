"""Countries as answers: "nước nào", "quốc gia nào"."""

import re

from qa.readers.reading import Candidate, Reading, span_candidate
from qa.texts.countries import countries
from qa.texts.paragraph import Paragraph

# Continents and unions, which are no country.
_OF_SEVERAL = re.compile(r"châu |Liên |Đông Nam Á|EU$")
# Of one's own country nobody asks which one it is.
HOME = 0.45


def read_countries(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The countries of a paragraph that the question does not name itself."""
    asked = {reading.question.text[slice(*span)] for span in countries(reading.question.text)}
    spans = [
        span
        for span in countries(paragraph.text)
        for said in [paragraph.text[slice(*span)]]
        if said not in asked and not _OF_SEVERAL.match(said)
    ]
    owners = reading.territories(paragraph, spans)
    return [
        span_candidate(
            reading,
            paragraph,
            span,
            span,
            {"home": HOME if paragraph.text[slice(*span)] == "Việt Nam" else 1.0},
            owners[span],
        )
        for span in spans
    ]
