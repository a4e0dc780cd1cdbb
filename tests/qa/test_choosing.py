"""Of good candidates of other times the newest is said, unless a time is asked for."""

from dataclasses import replace

import pytest

from index.documents import Document
from qa.assistant import Assistant
from qa.choosing import choose, when
from qa.findings import Findings
from qa.questions.question import understand
from qa.readers.reading import Candidate
from qa.texts.paragraph import Paragraph
from qa.texts.period import Period


def candidate(score: float, year: int, text: str, place: str = "Thái Bình") -> Candidate:
    report = Document(f"{text}{place}", "", text, place, published=f"{year}-05-01")
    return Candidate(Paragraph(report, 0, len(text)), (0, 3), (0, 3), text, score, place)


OLD, NEW = candidate(0.9, 2022, "70%"), candidate(0.8, 2024, "80%")
OTHER, WEAK = candidate(0.9, 2025, "90%", "Cao Bằng"), candidate(0.5, 2025, "99%")


def chosen(question: str, *candidates: Candidate) -> tuple[str, list[str]]:
    found = choose(Findings(understand(question), (), candidates))
    assert found is not None
    return found[0].text, [one.text for one in found[1]]


def test_the_newest_of_equals() -> None:
    assert chosen("Tỷ lệ ở Thái Bình là bao nhiêu?", OLD, NEW) == ("80%", ["70%"])
    assert chosen("Tỷ lệ ở Thái Bình là bao nhiêu?", NEW, OLD) == ("80%", ["70%"])


@pytest.mark.parametrize("rival", [OTHER, WEAK, replace(NEW, nature="target")])
def test_no_equal(rival: Candidate) -> None:
    assert chosen("Tỷ lệ ở Thái Bình là bao nhiêu?", OLD, rival) == ("70%", [])


def test_a_time_that_is_asked_for_or_no_figure() -> None:
    assert chosen("Tỷ lệ ở Thái Bình năm 2022 là bao nhiêu?", OLD, NEW) == ("70%", [])
    assert chosen("Ai chủ trì ở Thái Bình?", OLD, NEW) == ("70%", [])
    assert choose(Findings(understand("Ai?"), (), ())) is None


def test_times_compare_as_text() -> None:
    def told(year: int, part: str | None) -> str:
        return when(replace(OLD, period=Period(1, 2, year, part)))

    times = [
        told(2022, "q1"),
        told(2022, "h1"),
        told(2022, "9m"),
        told(2022, None),
        told(2023, "m1"),
    ]
    assert times == sorted(times)
    assert when(OLD) == "2022-05-01"


def test_two_reports_on_one_province(both: Assistant) -> None:
    answer = both.ask("Tỷ lệ thanh toán trực tuyến của Đắk Lắk là bao nhiêu?")
    assert answer.answer == "41,3%"
    assert [citation.document[:3] for citation in answer.citations] == ["102", "101"]
    answer = both.ask("Tỷ lệ thanh toán trực tuyến của Đắk Lắk năm 2023 là bao nhiêu?")
    assert answer.answer == "18,6%"
    assert [citation.document[:3] for citation in answer.citations] == ["101"]
