"""Only numbers of one unit are drawn, each as it is written."""

import pytest

from qa.answer import Cell
from qa.assistant import Assistant
from qa.comparing.plotting import plot


def cells(*values: str, period: str = "năm 2023") -> list[Cell]:
    return [Cell(f"Nơi {at}", period, value, "achieved", at) for at, value in enumerate(values)]


def test_percentages_of_several_places_are_bars() -> None:
    drawn = plot(cells("93,4%", "trên 80%"))
    assert drawn
    assert not drawn.over_time
    assert [(point.label, point.value, point.written) for point in drawn.points] == [
        ("Nơi 0", 93.4, "93,4%"),
        ("Nơi 1", 80.0, "trên 80%"),
    ]


@pytest.mark.parametrize(
    "values",
    [
        ("hạng 3", "52/63"),
        ("hạng 3", "hạng 5"),
        ("93,4%", "chưa công bố"),
        ("93,4%", "4,79 tỷ đồng"),
        ("từ 5 đến 7 ngày", "8 ngày"),
        ("0 hồ sơ", "0 hồ sơ"),
        ("93,4%",),
        (),
    ],
)
def test_nothing_is_drawn_that_does_not_compare(values: tuple[str, ...]) -> None:
    assert plot(cells(*values)) is None


def test_a_value_that_is_no_number_is_left_out() -> None:
    drawn = plot(cells("1.290 tỷ đồng", "chưa rõ", "860 tỷ đồng"))
    assert drawn
    assert [(point.value, point.citation) for point in drawn.points] == [(1290.0, 0), (860.0, 2)]


def test_one_thing_at_several_times_is_a_line_in_order() -> None:
    drawn = plot(
        [
            Cell("Huế", "quý II/2024", "70%", "achieved", 0),
            Cell("Huế", "năm 2022", "50%", "achieved", 1),
        ]
    )
    assert drawn
    assert drawn.over_time
    assert [point.period for point in drawn.points] == ["năm 2022", "quý II/2024"]


def test_cells_of_one_place_and_time_are_told_apart_by_their_labels(both: Assistant) -> None:
    question = (
        "Tỷ lệ số hoá kết quả ở cấp tỉnh, cấp huyện và cấp xã của Lâm Đồng lần lượt là bao nhiêu?"
    )
    answer = both.ask(question)
    assert answer.labelled
    drawn = plot(answer.cells, labelled=answer.labelled)
    assert drawn
    assert [point.label for point in drawn.points] == ["cấp tỉnh", "cấp huyện", "cấp xã"]


def test_a_difference_in_money_is_said_with_its_accents(both: Assistant) -> None:
    answer = both.ask("VNPT và Viettel đầu tư lần lượt bao nhiêu cho hạ tầng ở Bắc Giang?")
    assert answer.answer
    assert answer.answer.startswith("Viettel cao hơn 35 tỷ đồng")
