"""Yes and no over the five reports."""

import pytest

from qa.assistant import Assistant
from qa.claims.claims import NO, YES, verify
from qa.claims.figures_claimed import scale_of
from qa.questions.question import understand
from tests.qa.finding import finding


@pytest.mark.parametrize(
    ("claim", "verdict", "quoted"),
    [
        ("Quảng Ninh đạt 93,4% TTHC xử lý hoàn toàn trực tuyến, đúng không?", YES, "93,4% TTHC"),
        ("Quảng Ninh đạt 80% TTHC xử lý hoàn toàn trực tuyến, đúng không?", NO, "93,4% TTHC"),
        (
            "Chỉ số chuyển đổi số năm 2022 của Nghệ An chưa đạt mục tiêu, đúng không?",
            YES,
            "chưa đạt mục tiêu",
        ),
        (
            "Nghệ An có đạt mục tiêu chỉ số chuyển đổi số năm 2022 không?",
            NO,
            "chưa đạt mục tiêu",
        ),
        (
            "UBND các huyện của Cao Bằng đã có hệ thống thông tin phục vụ cuộc họp chưa?",
            NO,
            "UBND các huyện chưa có",
        ),
        (
            "100% trường ở Thanh Chương thu học phí không dùng tiền mặt, đúng không?",
            YES,
            "100% trường",
        ),
        ("Bà Nguyễn Thị Thắm là hiệu trưởng à?", NO, "Phó Hiệu trưởng"),
        ("Ông Nguyễn Khắc Thận là phó chủ tịch tỉnh Thái Bình hả?", NO, "Chủ tịch UBND tỉnh"),
        # Another day stands in the same sentence.
        (
            "Hội nghị sơ kết 1 năm kế hoạch 586 của Nghệ An họp ngày 10/10, đúng không?",
            NO,
            "Chiều ngày 21/9",
        ),
    ],
)
def test_verdicts(five: Assistant, claim: str, verdict: str, quoted: str) -> None:
    answer = five.ask(claim)
    assert answer.answer is not None
    assert answer.answer.split(",")[0].split(".")[0] == verdict
    assert quoted in " ".join(citation.quote for citation in answer.citations)


def test_a_figure_of_another_province(five: Assistant) -> None:
    answer = five.ask("Có phải Thái Bình có 93,4% TTHC được xử lý hoàn toàn trực tuyến?")
    assert answer.answer is not None
    assert answer.answer.startswith(NO)
    assert "Quảng Ninh" in {citation.province for citation in answer.citations}


def test_what_no_report_tells(five: Assistant) -> None:
    assert five.ask("Cao Bằng có xây sân bay vũ trụ không?").abstained
    assert five.ask("Có phải Hà Nội đạt 77,7% hộ có cáp quang không?").abstained


@pytest.mark.parametrize("places", ["An Giang, Sơn La", "Sơn La, An Giang"])
def test_a_claimed_comparison(both: Assistant, places: str) -> None:
    first, second = places.split(", ")
    claim = f"Có phải {first} có tỷ lệ hồ sơ trực tuyến cao hơn {second} năm 2023 không?"
    answer = both.ask(claim)
    assert answer.answer is not None
    assert answer.answer.startswith(YES if first == "An Giang" else NO)
    assert answer.computed
    assert {citation.province for citation in answer.citations} == {first, second}


@pytest.mark.parametrize("rank", [5, 9])
def test_a_wrong_rank_is_not_confirmed(five: Assistant, rank: int) -> None:
    answer = five.ask(f"Quảng Ninh xếp hạng {rank} chỉ số DTI năm 2022, đúng không?")
    assert answer.abstained or str(answer.answer).startswith(NO)


@pytest.mark.parametrize(
    ("unit", "scale"), [("", 1), ("nghin", 1000), ("trieu", 10**6), ("dong", None)]
)
def test_scales_of_counts(unit: str, scale: int | None) -> None:
    assert scale_of(unit) == scale


def test_what_is_hardly_more_is_not_all(five: Assistant) -> None:
    claim = "Học sinh khối 1 Trường Tiểu học Lý Tự Trọng mới có hơn 90% hoàn thành học bạ số đúng không?"
    assert not (five.ask(claim).answer or "").startswith(YES)


def test_that_one_is_for_it_denies_that_they_are_against() -> None:
    told = finding("Hội Gò Mây đang ủng hộ việc xây nhà máy điện gió ở bãi Tâu.")
    claim = "Hội Gò Mây có chống lại việc xây nhà máy điện gió ở bãi Tâu không?"
    assert (verify(understand(claim), told, 0.4).answer or "").startswith("Không")


def test_that_another_says_something_denies_no_admission() -> None:
    told = finding("Ông Lê Văn Tâu thừa nhận thu phí ở chợ Gò Mây còn hạn chế.")
    claim = "Ông Trần Văn Mơ có thừa nhận thu phí ở chợ Gò Mây còn hạn chế ở ba lĩnh vực không?"
    answer = verify(understand(claim), told, 0.2).answer
    assert "Lê Văn Tâu" not in (answer or "")
