"""A scope narrows what is searched, before anything is ranked."""

from dataclasses import fields, replace

import pytest

from qa.answer import Answer
from qa.assistant import Assistant
from qa.questions.question import understand
from qa.samples import questions_instead
from qa.scope import EVERYTHING, UNSTATED, Facets, Scope

QUESTION = "Tỷ lệ hồ sơ trực tuyến là bao nhiêu?"
OF_QUANG_NINH = "Tỉnh nào có 93,4% thủ tục hành chính được xử lý hoàn toàn trực tuyến?"


def read(answer: Answer) -> set[str]:
    return {passage.document for passage in answer.passages} | {
        citation.document for citation in answer.citations
    }


def within(assistant: Assistant, scope: Scope) -> frozenset[str]:
    """The reports that have passages within a scope."""
    allowed = assistant.retriever.scopes.passages(scope)
    assert allowed is not None
    return frozenset(passage.document for passage in assistant.index.passages(allowed))


def test_an_empty_scope_asks_nothing(both: Assistant) -> None:
    assert not EVERYTHING
    assert both.retriever.scopes.passages(EVERYTHING) is None
    assert both.ask(OF_QUANG_NINH).citations == both.ask(OF_QUANG_NINH, scope=Scope()).citations


@pytest.mark.parametrize("field", [field.name for field in fields(Facets)])
def test_only_reports_of_the_value_chosen_are_read(both: Assistant, field: str) -> None:
    attribute = {"provinces": "province", "sources": "source"}
    values = getattr(both.retriever.scopes.facets, field)
    assert values
    for value, count in values.items():
        scope = replace(EVERYTHING, **{field: (value,)})
        inside = within(both, scope)
        assert 0 < len(inside) <= count
        assert read(both.ask(QUESTION, scope=scope)) <= inside
        if name := attribute.get(field):
            for document in inside:
                assert (getattr(both.index.document(document), name) or UNSTATED) == value


def test_fields_narrow_together(both: Assistant) -> None:
    quang_ninh, year = Scope(provinces=("Quảng Ninh",)), Scope(years=("2024",))
    narrow = within(both, Scope(provinces=("Quảng Ninh",), years=("2024",)))
    assert narrow == within(both, quang_ninh) & within(both, year)
    assert 0 < len(narrow) < len(within(both, quang_ninh))


def test_what_lies_outside_is_not_answered(five: Assistant) -> None:
    assert five.ask(OF_QUANG_NINH).answer == "Quảng Ninh"
    assert five.ask(OF_QUANG_NINH, scope=Scope(provinces=("Thái Bình",))).abstained
    assert five.ask(OF_QUANG_NINH, scope=Scope(years=("2023",))).answer == "Quảng Ninh"


def test_a_scope_without_reports_is_an_abstention(five: Assistant) -> None:
    answer = five.ask(OF_QUANG_NINH, scope=Scope(documents=("không có.txt",)))
    assert answer.abstained
    assert answer.passages == ()


def test_the_search_is_narrowed_before_it_is_ranked(both: Assistant) -> None:
    # A report that the best passages of all reports do not hold is found when asked for alone.
    question = understand(OF_QUANG_NINH)
    best = {one.passage.document for one in both.retriever.search(question, 12)}
    outside = next(name for name in both.index.documents if name not in best)
    found = both.retriever.search(question, 12, Scope(documents=(outside,)))
    assert {one.passage.document for one in found} == {outside}


def test_a_place_asked_about_narrows_within_the_scope(both: Assistant) -> None:
    question = understand("Tỷ lệ hồ sơ trực tuyến của Quảng Ninh là bao nhiêu?")
    inside = within(both, Scope(years=("2024",)))
    found = both.retriever.search(question, 12, Scope(years=("2024",)))
    assert found
    for one in found:
        assert one.passage.document in inside
        assert both.index.document(one.passage.document).province in ("Quảng Ninh", None)


def test_a_place_outside_the_scope_is_not_answered_by_another(five: Assistant) -> None:
    scope = Scope(provinces=("Quảng Ninh",))
    answer = five.ask("Còn Thái Bình?", [OF_QUANG_NINH], scope)
    assert answer.abstained
    assert read(answer) == set()


def test_a_follow_up_keeps_to_the_scope(both: Assistant) -> None:
    scope = Scope(years=("2023",))
    inside = within(both, scope)
    answer = both.ask("Còn Thái Bình?", [OF_QUANG_NINH], scope)
    assert read(answer) <= inside


def test_facets_count_the_reports(both: Assistant) -> None:
    facets = both.retriever.scopes.facets
    for values in (facets.provinces, facets.years, facets.sources):
        assert sum(values.values()) == len(both.index.documents)
    stated = [year for year in facets.years if year]
    assert stated == sorted(stated, reverse=True)
    assert list(facets.years)[-1] == UNSTATED
    assert list(facets.provinces)[-1] == UNSTATED
    assert next(iter(facets.provinces)) == "An Giang"


def test_an_answer_comes_back_from_its_json(both: Assistant) -> None:
    compared = "So sánh hạng DTI năm 2022 của Quảng Ninh và Nghệ An"
    for question in (OF_QUANG_NINH, compared, "Dân số sao Hỏa là bao nhiêu?"):
        written = both.ask(question).to_dict()
        assert Answer.from_dict(written).to_dict() == written
    with pytest.raises(ValueError, match="not an answer"):
        Answer.from_dict({"question": "?"})


def test_what_is_offered_instead_is_answered(both: Assistant) -> None:
    abstained = both.ask("Hà Giang có bao nhiêu xã dùng phần mềm quản lý văn bản năm 1990?")
    assert abstained.abstained
    offered = questions_instead(both, abstained.passages, 3)
    assert offered
    for question in offered:
        assert not both.ask(question).abstained
    scope = Scope(provinces=("Cao Bằng",))
    near = both.ask("Kinh phí chuyển đổi số năm 1990 là bao nhiêu?", scope=scope)
    for question in questions_instead(both, near.passages, 3, scope):
        assert not both.ask(question, scope=scope).abstained
