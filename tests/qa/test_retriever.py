"""`qa.retriever`: what is searched for, and where."""

import numpy as np
import pytest

from index.errors import EncoderError
from index.lexical import FOLDED, KEPT, rarity
from qa import retriever
from qa.assistant import Assistant
from qa.questions.question import understand
from qa.retriever import FOLDED_WEIGHT, Evidence, query_terms
from qa.scope import Scope

QUESTION = "Tỷ lệ hồ sơ trực tuyến của Quảng Ninh năm 2024 là bao nhiêu?"


def test_a_rare_word_is_looked_for_with_and_without_its_accents(both: Assistant) -> None:
    terms = query_terms(understand(QUESTION), both.index.lexical)
    assert terms == query_terms(understand(QUESTION))
    assert (terms.kept["hô1"], terms.folded["ho"]) == (1.0, FOLDED_WEIGHT)


def test_a_common_word_is_looked_for_once(both: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    lexical = both.index.lexical
    frequency = lexical.document_frequency("ho", FOLDED)
    monkeypatch.setattr(retriever, "COMMON", frequency - 1)
    terms = query_terms(understand(QUESTION), lexical)
    of_kept = rarity(lexical.document_frequency("hô1", KEPT), lexical.count)
    assert "ho" not in terms.folded
    assert terms.kept["hô1"] == 1.0 + FOLDED_WEIGHT * rarity(frequency, lexical.count) / of_kept
    assert terms.folded["truc"] == FOLDED_WEIGHT, "fewer passages hold it"

    unaccented = understand("Ty le ho so truc tuyen la bao nhieu?")
    assert query_terms(unaccented, lexical) == query_terms(unaccented)
    unheld = understand("Tỷ lệ hổ sơ trực tuyến là bao nhiêu?")
    assert query_terms(unheld, lexical).folded["ho"] == FOLDED_WEIGHT, "only so can it be found"


def test_the_best_stay_the_best_when_every_word_is_common(
    both: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = understand("Tỉnh nào có 93,4% thủ tục hành chính được xử lý hoàn toàn trực tuyến?")
    before = both.retriever.search(question, 4)[0]
    monkeypatch.setattr(retriever, "COMMON", 0)
    assert both.retriever.search(question, 4)[0].identifier == before.identifier


def test_passages_of_places_and_scopes(both: Assistant) -> None:
    def provinces(text: str, scope: Scope) -> set[str | None] | None:
        allowed = both.retriever.allowed(understand(text), scope)
        if allowed is None:
            return None
        assert np.all(allowed[1:] > allowed[:-1])
        return {both.index.document(one.document).province for one in both.index.passages(allowed)}

    everywhere, of_2024 = Scope(), Scope(years=("2024",))
    assert provinces("Có bao nhiêu hồ sơ?", everywhere) is None
    assert provinces(QUESTION, everywhere) == {"Quảng Ninh", None}
    assert provinces(QUESTION, of_2024) <= {"Quảng Ninh", None}  # type: ignore[operator]
    assert provinces("Kiên Giang có bao nhiêu hồ sơ?", everywhere) is None, "no report is on it"
    assert provinces("Kiên Giang có bao nhiêu hồ sơ?", of_2024) == provinces("Hồ sơ?", of_2024)
    assert provinces(QUESTION, Scope(provinces=("Thái Bình",))) == set()


def test_by_words_alone_no_vector_is_looked_at(
    five: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = understand("Quảng Ninh có bao nhiêu phần trăm thủ tục hành chính trực tuyến?")
    monkeypatch.setattr(five.index.vectors, "search", None)
    found = five.retriever.glance(question, 4)
    terms = query_terms(question, five.index.lexical)
    allowed = five.retriever.allowed(question)
    ids, _ = five.index.lexical.search(terms, 4, allowed)
    assert [one.identifier for one in found] == ids.tolist()


def test_meanwhile_what_words_alone_find_is_told(both: Assistant) -> None:
    question = understand(QUESTION)
    told: list[list[Evidence]] = []
    found = both.retriever.search(question, 8, meanwhile=told.append)
    assert told == [both.retriever.glance(question, 8)]
    assert found == both.retriever.search(question, 8)
    assert found != told[0], "the meaning counts too"


def test_what_fails_in_the_search_by_meaning_is_raised(
    both: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(text: str) -> np.ndarray:
        raise EncoderError(f"Không đọc được {text}")

    monkeypatch.setattr(both.retriever, "_vector", fail)
    with pytest.raises(EncoderError, match="Không đọc được Tỷ lệ"):
        both.retriever.search(understand(QUESTION), 8)
