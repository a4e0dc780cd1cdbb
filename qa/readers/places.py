"""Places as answers: "tỉnh nào", "huyện nào", "ở đâu"."""

from index.vietnamese import number_key, tokens
from qa.paragraph import Paragraph
from qa.readers.reading import Candidate, Reading, place_of, quote_around
from qa.terms import Unit


def read_provinces(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The provinces whose reports say what the question says, clause by clause."""
    asked = reading.question.text[slice(*reading.question.focus)].lower()
    if any(word in asked for word in ("huyện", "xã", "phường", "quận", "huyen")) and (
        "tỉnh" not in asked and "thành phố" not in asked
    ):
        return _read_districts(reading, paragraph)
    found = []
    for sentence in paragraph.sentences:
        for clause in _clauses(paragraph, sentence):
            if not states_figures(reading, paragraph, clause):
                continue
            province = place_of(paragraph, clause)
            if province is None or province in reading.question.provinces:
                continue
            match = reading.match(paragraph, clause)
            period = reading.period_fit(paragraph, clause)
            found.append(
                Candidate(
                    paragraph=paragraph,
                    span=_named(paragraph, clause, province),
                    quote=quote_around(paragraph, clause),
                    text=province,
                    score=match.coverage * period * (1 - 0.5 * match.lost),
                    place=province,
                )
            )
    return found


def _read_districts(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    found = []
    for span, name in paragraph.districts:
        if name in reading.question.districts:
            continue
        if not states_figures(reading, paragraph, paragraph.clause_at(span[0])):
            continue
        match = reading.match(paragraph, span)
        fit = reading.period_fit(paragraph, span)
        found.append(
            Candidate(
                paragraph=paragraph,
                span=span,
                quote=quote_around(paragraph, span),
                text=name,
                score=match.coverage * fit * (1 - 0.5 * match.lost),
            )
        )
    return found


def states_figures(reading: Reading, paragraph: Paragraph, span: tuple[int, int]) -> bool:
    """Whether a span holds every telling number of the question, however it is typed."""
    wanted = [unit for unit in reading.question.figures if is_telling(unit)]
    if not wanted:
        return True
    held = {token.key.rstrip("%") for token in tokens(paragraph.text[slice(*span)])}
    return all(number_key(unit.key.rstrip("%")) in held for unit in wanted)


def is_telling(unit: Unit) -> bool:
    """Whether a number is rare enough to be looked for as it is: not "1 năm"."""
    return unit.kind == "percent" or "." in unit.key or "/" in unit.key or len(unit.key) >= 2


def _clauses(paragraph: Paragraph, sentence: tuple[int, int]) -> list[tuple[int, int]]:
    from index.vietnamese import clauses

    return clauses(paragraph.text, sentence)


def _named(paragraph: Paragraph, clause: tuple[int, int], province: str) -> tuple[int, int]:
    for mention in paragraph.provinces:
        if mention.name == province and clause[0] <= mention.start < clause[1]:
            return mention.start, mention.end
    return clause
