"""Claims of one alone."""

import pytest

from qa.claims.limits import is_not_only, is_of_one_alone


@pytest.mark.parametrize(
    ("claim", "told", "expected"),
    [
        ("Hạn chế chỉ còn ở kinh tế số", "Còn hạn chế ở cả 3 lĩnh vực của tỉnh.", True),
        ("Hạn chế chỉ còn ở kinh tế số", "Hạn chế ở kinh tế số.", None),
        ("Hạn chế chỉ còn ở kinh tế số", "Riêng kinh tế số còn hạn chế.", False),
        ("Hạn chế chỉ còn ở kinh tế số", "Riêng quý I kinh tế số có hạn chế.", None),
        ("Hạn chế chỉ còn ở kinh tế số", "Quy định ban hành mới nêu hạn chế của kinh tế số.", None),
        (
            "Chỉ có mục tiêu về kinh tế số",
            "Chính quyền số (10 mục tiêu), kinh tế số (5 mục tiêu).",
            True,
        ),
        (
            "chi co muc tieu ve kinh te so",
            "Chính quyền số (10 mục tiêu), kinh tế số (5 mục tiêu).",
            True,
        ),
        ("Đường chỉ bị chặn ở phía Bưng", "Ban chỉ huy xã Bưng báo đường bị chặn.", None),
        ("Đường chỉ bị chặn ở phía Bưng", "Xe bị chặn ở cả hai đầu, phía Bưng và phía Lộ.", True),
        ("Chỉ làm học bạ cho lớp 1", "Làm học bạ từ lớp 1 đến lớp 4.", True),
        ("Chỉ làm học bạ cho lớp 1", "Làm học bạ cho lớp 1, tập huấn 20 thầy cô.", None),
        ("Chỉ xã Mây được cấp nước", "Không chỉ xã Mây được cấp nước.", True),
        ("chi tra luong qua the", "Lương được chi trả ở cả 3 xã.", False),
    ],
)
def test_what_a_claim_is_limited_to(claim: str, told: str, expected: bool | None) -> None:
    assert is_not_only(claim, told) is expected


def test_a_claim_of_one_alone() -> None:
    assert is_of_one_alone("Chỉ xã Mây được cấp nước")
    assert not is_of_one_alone("Chỉ số của xã Mây tăng")
