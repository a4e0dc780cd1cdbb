"""Several things of one sort, each with its figures, told in parallel."""

import pytest

from qa.comparing.series import series_in
from tests.qa.reports import plain

PILLARS = (
    "Ở cả ba trụ cột, Mây Trắng đều tiến bộ: Chính quyền số đạt 0,71 điểm xếp hạng 6 (tăng 0,11 điểm "
    "và 2 bậc so với năm 2021); kinh tế số đạt 0,62 điểm xếp hạng 9 (tăng 0,24 điểm, tăng 5 bậc)."
)


def told(text: str, head: str = "") -> list[dict[str, str]]:
    read = plain(text)
    return [
        {entry.label: read.text[slice(*entry.figure.whole)] for entry in series.entries}
        for series in series_in(read, (0, len(text)), head)
    ]


def test_levels_ranks_and_changes_are_apart() -> None:
    assert told(PILLARS) == [
        {"Chính quyền số": "0,71 điểm", "kinh tế số": "0,62 điểm"},
        {"Chính quyền số": "hạng 6", "kinh tế số": "hạng 9"},
        {"Chính quyền số": "0,11 điểm", "kinh tế số": "0,24 điểm"},
        {"Chính quyền số": "2 bậc", "kinh tế số": "5 bậc"},
    ]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "Tổng đài nhận 96 phản ánh, trong đó có 11 ý kiến về học phí, 52 ý kiến về rác thải và "
            "một số việc khác.",
            ["học phí", "rác thải"],
        ),
        (
            "Đã xong 7/9 chỉ tiêu về hạ tầng số, 2/5 chỉ tiêu về nhân lực số.",
            ["hạ tầng số", "nhân lực số"],
        ),
        (
            "Có 2.150 hồ sơ lĩnh vực đất đai, 640 hồ sơ lĩnh vực xây dựng.",
            ["lĩnh vực đất đai", "lĩnh vực xây dựng"],
        ),
        (
            "Đề án có 18 việc, chia cho hạ tầng số (9 việc), nhân lực số (5 việc), an toàn số (4 việc).",
            ["nhân lực số", "an toàn số"],
        ),
    ],
)
def test_where_the_things_stand(text: str, labels: list[str]) -> None:
    assert [label for label in told(text)[-1] if label in labels] == labels


def test_numbered_things_are_no_figures() -> None:
    assert told("Giá bậc 4 là 2.100 đồng; bậc 5 có giá 2.400 đồng.", "bac") == [
        {"Giá bậc 4": "2.100 đồng", "bậc 5": "2.400 đồng"}
    ]


def test_a_part_of_each_makes_no_series() -> None:
    text = "Sở A nhận 120 hồ sơ, trong đó 5 hồ sơ trễ; Sở B nhận 95 hồ sơ, trong đó 12 hồ sơ trễ."
    assert told(text) == []
