"""Answers and citations as values, and their JSON form."""

import json

import pytest

from index.documents import Document
from index.vietnamese import normalize
from qa.answer import KINDS, Answer, Citation, ReadPassage, loose_figures

TEXT = "Quảng Ninh: 93,4% TTHC được xử lý trực tuyến; 1.864 thủ tục."
DOCUMENT = Document("a.txt", "Tin", TEXT, "Quảng Ninh", published="2023-07-17")


def citation(quote: str) -> Citation:
    start = TEXT.index(quote)
    return Citation.of(DOCUMENT, start, start + len(quote))


def test_a_citation_quotes_exactly() -> None:
    cited = Citation.of(DOCUMENT, 12, 44, mark=(12, 17))
    assert cited.quote == TEXT[12:44]
    assert TEXT[slice(*cited.mark or (0, 0))] == "93,4%"
    assert (cited.document, cited.title, cited.province) == ("a.txt", "Tin", "Quảng Ninh")
    assert Citation.of(DOCUMENT, 12, 44, mark=(10, 17)).mark is None


@pytest.mark.parametrize("span", [(0, 0), (5, 4), (-1, 5), (0, len(TEXT) + 1), (99, 120)])
def test_a_span_outside_the_text(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match=r"a\.txt"):
        Citation.of(DOCUMENT, *span)


@pytest.mark.parametrize(
    ("answer", "loose"),
    [
        ("93,4%", []),
        ("93.4%", []),
        ("39,4%", ["39,4"]),
        ("3,4%", ["3,4"]),
        ("1.864 và 93,4%", []),
        ("1.865", ["1.865"]),
        ("864", ["864"]),
        ("Không có số", []),
    ],
)
def test_loose_figures(answer: str, loose: list[str]) -> None:
    assert loose_figures(answer, (citation("93,4% TTHC"), citation("1.864 thủ tục"))) == loose
    assert loose_figures("93,4", ()) == ["93,4"]


def test_the_json_form() -> None:
    answer = Answer(
        question="Bao nhiêu?",
        kind="number",
        answer="93,4%",
        confidence=0.123456,
        citations=(citation("93,4% TTHC"),),
        passages=(ReadPassage("a.txt", 0, 5, TEXT[:5], 0.987654),),
        timings_ms={"total": 1.23456},
    )
    shown = json.loads(json.dumps(answer.with_id("q1").to_dict()))
    assert (shown["id"], shown["abstained"], shown["confidence"]) == ("q1", False, 0.1235)
    assert shown["understood"] == "Bao nhiêu?"
    assert shown["citations"][0]["quote"] == "93,4% TTHC"
    assert shown["passages"][0]["score"] == 0.9877
    assert shown["timings_ms"] == {"total": 1.23}
    assert answer.id is None
    assert shown["kind"] in KINDS
    assert normalize(shown["answer"]) == "93,4%"


def test_an_abstention() -> None:
    answer = Answer("Bao nhiêu?", "number", None, 0.2)
    assert answer.abstained
    shown = answer.to_dict()
    assert (shown["answer"], shown["abstained"], shown["citations"]) == (None, True, [])


def test_what_is_read_in_its_citations() -> None:
    marked = Citation.of(DOCUMENT, 12, 44, mark=(12, 17))
    assert Answer("?", "person", "93,4%", 1.0, (marked,)).is_marked
    assert not Answer("?", "passage", "x", 1.0, (citation(TEXT),)).is_marked
    assert not Answer("?", "passage", "x", 1.0).is_marked
