"""What a figure is told of, held against what is asked about: the deed, the topic, the kind."""

from collections.abc import Sequence

from qa.readers.figures.components import component_fit
from qa.readers.figures.deeds import deed_fit
from qa.readers.figures.dimensions import other_dimension_fit
from qa.readers.figures.kinds_apart import kind_apart_fit
from qa.readers.figures.levels import level_fit
from qa.readers.figures.listing import listing_fit
from qa.readers.figures.measures_named import measure_fit
from qa.readers.figures.parted import part_fit
from qa.readers.figures.qualified import quality_fit
from qa.readers.figures.ranked_among import among_fit
from qa.readers.figures.shares import share_fit
from qa.readers.figures.states import relative_fit
from qa.readers.figures.topics import topic_fit
from qa.readers.figures.wholes import whole_fit
from qa.readers.reading import Reading
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph
from qa.words.terms import Unit


def told_of(
    reading: Reading,
    paragraph: Paragraph,
    figure: Figure,
    noun: Sequence[Unit],
    listed: Sequence[Figure],
) -> dict[str, float]:
    """The signs of what a figure is of; `noun` is what is asked to be counted, `listed` are the
    figures of the paragraph."""
    return {
        "level": level_fit(reading, paragraph, figure, listed),
        "whole": whole_fit(reading, paragraph, figure, listed),
        "quality": quality_fit(reading, paragraph, figure, listed),
        "listing": listing_fit(reading, paragraph, figure, listed),
        "part": part_fit(reading, paragraph, figure, listed),
        "measure": measure_fit(reading, paragraph, figure),
        "other dimension": other_dimension_fit(reading, paragraph, figure),
        "relative": relative_fit(reading, paragraph, figure),
        "component": component_fit(reading, paragraph, figure),
        "deed": deed_fit(reading, paragraph, figure, noun),
        "among": among_fit(reading, paragraph, figure),
        "apart": kind_apart_fit(reading, paragraph, figure, listed),
        "share": share_fit(reading, paragraph, figure),
        "topic": topic_fit(reading, paragraph, figure),
    }
