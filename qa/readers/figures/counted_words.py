"""What reports count or measure in other words than a question asks in: "mấy nơi", "5 đơn vị"."""

import re

from index.vietnamese import fold
from qa.questions.question import Question
from qa.readers.reading import Reading
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt
from qa.words.terms import Unit
from qa.words.thesaurus import is_compound
from qa.words.wordlists import any_of, pairs

# Of these a share is told rather than a number.
_MASS = tuple(
    form
    for noun in ("dữ liệu", "khối lượng", "công việc", "dân số", "diện tích")
    for form in (noun, fold(noun))
)
# What a word of the question counts is told in these.
_ALIKE = {
    form: re.compile(rf"\s{any_of(told.split(', '))}(?!\w)")
    for said, told in pairs("counted_alike.tsv").items()
    for form in (fold(said), said)
}
# A measure as questions say it, and as it stands behind a figure.
_MEASURED_AS = tuple(
    (Spelt(rf"(?:{said})\b"), Spelt(rf"\s?(?:{written})(?![\d\w])"))
    for said, written in (
        (r"mét vuông|m2|m²", r"m2|m²|mét vuông"),
        (r"mét khối|khối|m3|m³", r"m3|m³|mét khối|khối"),
        (r"km/h|km giờ|cây số giờ", r"km/h|km/giờ"),
        (r"km2|km²|cây số vuông", r"km2|km²"),
        (r"km|cây số|ki ?lô ?mét|cây", r"km|cây số|ki ?lô ?mét"),
        (r"mét|m", r"m|mét"),
        (r"h[ée]c[ -]?ta|ha", r"ha|h[ée]c[ -]?ta"),
        (r"kg|ki ?lô(?:gam)?|cân|ký|kí", r"kg|ký|kí|kilogam"),
        (r"tiếng|giờ|tiếng đồng hồ", r"giờ|tiếng"),
    )
)


def as_measured(reading: Reading, noun: list[Unit], paragraph: Paragraph, figure: Figure) -> int:
    """The end of the measure behind a figure that the question asks in; 0 if it is another."""
    for said, written in _MEASURED_AS:
        if said.match(reading.question.text, noun[0].start):
            match = written.match(paragraph.text, figure.whole[1])
            return match.end() if match else 0
    return 0


def counted_alike(reading: Reading, paragraph: Paragraph, figure: Figure, head: list[Unit]) -> int:
    """The end of the word behind a figure that counts what the question says otherwise; else 0."""
    asked = reading.question.text[head[0].start : head[-1].end].lower()
    said = _ALIKE.get(asked)
    if said is None and not (len(head) > 1 and is_compound(head[0].key, head[1].key)):
        said = _ALIKE.get(reading.question.text[head[0].start : head[0].end].lower())
    found = said.match(paragraph.text, figure.whole[1]) if said else None
    return found.end() if found else 0


def is_mass(question: Question, noun: Unit) -> bool:
    """Whether of what a question asks, `noun` its first word, there is a share rather than a number:
    "bao nhiêu dữ liệu"."""
    return question.text.lower().startswith(_MASS, noun.start)
