"""Claims that one leads, and that all of so many did something."""

import pytest

from qa.claims.claims import verify
from qa.questions.question import understand
from tests.qa.finding import finding


def verdict(claim: str, text: str, province: str | None = None) -> str | None:
    return verify(understand(claim), finding(text, province=province), 0.4).answer


RANKS = "Năm 2027, Bắc Ninh xếp vị trí thứ 2 về năng lực cạnh tranh cấp tỉnh."


def test_another_rank_than_the_first() -> None:
    claim = "Bắc Ninh đứng đầu cả nước về năng lực cạnh tranh cấp tỉnh năm 2027?"
    assert verdict(claim, RANKS, "Bắc Ninh") == "Không, thứ 2"
    assert (verdict(claim, RANKS.replace("thứ 2", "thứ 1"), "Bắc Ninh") or "Có").startswith("Có")


@pytest.mark.parametrize(
    ("text", "fewer"),
    [
        ("Trong 154 hồ sơ tự ứng cử, chỉ có 11 hồ sơ được đưa vào danh sách bầu.", "11"),
        ("Đã đưa 11 hồ sơ trong tổng số 154 hồ sơ tự ứng cử vào danh sách bầu.", "11"),
    ],
)
def test_fewer_than_all(text: str, fewer: str) -> None:
    answer = verdict("Cả 154 hồ sơ tự ứng cử đều được đưa vào danh sách bầu, đúng không?", text)
    assert answer is not None
    assert answer.startswith(f"Không, {fewer}")


def test_so_many_are_no_proof_that_all_did() -> None:
    text = "Tỉnh nhận 154 hồ sơ tự ứng cử, hội đồng bầu đang xem xét danh sách."
    answer = verdict("Cả 154 hồ sơ tự ứng cử đều được đưa vào danh sách bầu, đúng không?", text)
    assert answer != "Có, 154 hồ sơ tự ứng cử"


def test_all_of_them() -> None:
    text = "Cả 154 hồ sơ tự ứng cử đều được đưa vào danh sách bầu."
    answer = verdict("Cả 154 hồ sơ tự ứng cử đều được đưa vào danh sách bầu, đúng không?", text)
    assert answer is not None
    assert answer.startswith("Có")


def test_so_many_done_of_all_are_told_beside_a_plan() -> None:
    text = (
        "Kế hoạch của huyện có 27 mục tiêu, 51 nhiệm vụ. "
        "Hết năm 2022 huyện đã đạt và vượt kế hoạch 11 mục tiêu, 19 nhiệm vụ."
    )
    claim = "Hết năm 2022 huyện đã làm xong toàn bộ 27 mục tiêu của kế hoạch, có đúng không?"
    assert verdict(claim, text) == "Không, 11 mục tiêu"
