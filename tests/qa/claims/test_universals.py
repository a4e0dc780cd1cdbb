"""Claims of all, of most and of only some of them."""

import pytest

from qa.claims.universals import falls_short, is_of_all


@pytest.mark.parametrize(
    ("claim", "told", "expected"),
    [
        ("Tất cả sản phẩm của xã đã lên sàn", "Có 11/20 sản phẩm lên sàn.", True),
        ("100% sản phẩm của xã đã lên sàn", "Có 11/20 sản phẩm lên sàn.", True),
        ("Tất cả sản phẩm của xã đã lên sàn", "Có 11 trong số 20 sản phẩm lên sàn.", True),
        ("Tất cả sản phẩm của xã đã lên sàn", "Có 20/20 sản phẩm lên sàn.", False),
        ("tat ca san pham cua xa da len san", "Có 11/20 sản phẩm lên sàn.", True),
        ("Phần lớn sản phẩm của xã đã lên sàn", "Có 11/20 sản phẩm lên sàn.", False),
        ("Phần lớn sản phẩm của xã đã lên sàn", "Có 5/20 sản phẩm lên sàn.", True),
        ("Mọi hộ đã có sóng", "Từ ngày 1/6 hộ nào cũng có sóng.", False),
        ("Tất cả hộ đã nộp thuế", "92,5% hộ đã nộp thuế (mục tiêu 80%).", True),
        ("Tất cả hộ đã nộp thuế", "100% hộ đã nộp thuế (mục tiêu 80%).", False),
        ("Mọi mục tiêu về nước đã đạt", "Đạt 3/3 mục tiêu về nước, 2/5 mục tiêu về điện.", False),
        ("Mọi mục tiêu về điện đã đạt", "Đạt 3/3 mục tiêu về nước, 2/5 mục tiêu về điện.", True),
        ("Toàn bộ văn bản ở dạng điện tử", "Tỷ lệ văn bản dưới dạng điện tử đạt 97%.", True),
        ("Mọi người dùng ở các sở đều dùng", "Tỷ lệ người dùng ở sở, ngành đạt 92%.", True),
        ("Các xã đã làm xong sổ số", "Tiến độ làm sổ số ở các xã còn chậm (đạt 62%).", True),
        ("Lớp 2 đều xong sổ số", "Lớp 1 xong 100% sổ số, lớp 2 xong trên 90% sổ số.", True),
        ("Lớp 1 đều xong sổ số", "Lớp 1 xong 100% sổ số, lớp 2 xong trên 90% sổ số.", False),
        ("Tất cả các hộ được cấp thẻ", "Số hộ được cấp thẻ tăng 20%.", False),
        ("Tất cả các hộ dân được cấp thẻ", "Hầu hết các hộ dân được cấp thẻ.", True),
        ("Tất cả các hộ dân được cấp thẻ", "Các hộ dân được cấp thẻ.", False),
        ("Mới có một nửa số hộ được cấp thẻ", "100% hộ được cấp thẻ.", True),
        ("Mới có một nửa số hộ được cấp thẻ", "Toàn bộ hộ được cấp thẻ.", True),
        ("Hầu hết doanh nghiệp đã nộp", "34% hộ cá thể đã nộp.", None),
        ("Xã đã hoàn thành hết việc được giao", "Số việc hoàn thành đạt 16%.", True),
        ("Xã đạt hết năm 2024", "Số việc xã đạt là 16%.", False),
        ("Tất cả các hộ có tỷ lệ dùng trên 90%", "92% hộ có thẻ.", False),
    ],
)
def test_shares_held_against_a_claim(claim: str, told: str, expected: bool | None) -> None:
    assert falls_short(claim, told) is expected


def test_a_claim_of_all() -> None:
    assert is_of_all("Mọi hộ đã có thẻ")
    assert not is_of_all("Đến hết năm, nhiều hộ đã có thẻ")
