"""By how much one thing exceeds another: from two figures of a text, never from one."""

from dataclasses import replace

import pytest

from qa.comparing.differences import _asked, asks_difference
from qa.comparing.pairing import best_pair
from qa.questions.question import understand
from qa.readers.reading import Candidate
from tests.qa.reports import plain


def difference(question: str, text: str) -> str:
    """The difference found in a text of one paragraph; empty without one."""
    read = plain(text)
    sentences = [
        Candidate(read, span, span, read.text[slice(*span)], 0.8) for span in read.sentences
    ]
    pair = best_pair(_asked(understand(question)), sentences)
    if pair is None:
        return ""
    by = abs(pair.first.value - pair.second.value)
    return f"{by:g} {pair.unit}".strip()


@pytest.mark.parametrize(
    "question",
    [
        "Điểm của xã An Phú kém xã Bình Hòa bao nhiêu điểm?",
        "Tỷ lệ nộp trực tuyến của An Phú cao hơn Bình Hòa mấy điểm phần trăm?",
        "So với kế hoạch, tỉnh còn thiếu mấy trạm?",
        "Số hộ dùng nước sạch vượt chỉ tiêu bao nhiêu hộ?",
        "Giá điện mặt trời so với điện lưới thì rẻ hơn bao nhiêu?",
        "Thời gian chờ giảm mấy phút so với năm trước?",
        "Dự báo lệch so với thực đo bao nhiêu mét?",
        "Số đơn ở cấp sở nhiều hơn cấp huyện, xã bao nhiêu đơn?",
        "An Phú hơn Bình Hòa bao nhiêu điểm?",
    ],
)
def test_a_difference_is_asked_for(question: str) -> None:
    assert asks_difference(understand(question))


@pytest.mark.parametrize(
    "question",
    [
        "Trung tâm cách thành phố bao nhiêu km?",
        "Tỉnh có hơn bao nhiêu hộ nghèo?",
        "Doanh thu gấp mấy lần năm ngoái?",
        "Xã An Phú được bao nhiêu điểm?",
        "Vì sao xã An Phú thấp hơn xã Bình Hòa bao nhiêu điểm?",
    ],
)
def test_no_difference_is_asked_for(question: str) -> None:
    assert not asks_difference(understand(question))


@pytest.mark.parametrize(
    ("question", "text", "by"),
    [
        (
            "Xã An Phú kém xã Bình Hòa bao nhiêu điểm?",
            "Kết quả chấm theo thang 100: Bình Hòa 91,5 điểm; An Phú 83 điểm; Tân Lộc 70,2 điểm.",
            "8.5 điểm",
        ),
        (
            "Thời gian chờ khám năm 2024 nhanh hơn năm trước bao nhiêu phút?",
            "Thời gian chờ khám giảm từ 45 phút (năm 2023) xuống 18 phút (năm 2024); 12 bàn tiếp đón.",
            "27 phút",
        ),
        (
            "So với kế hoạch, huyện còn thiếu mấy thôn có nhà văn hóa?",
            "Đến nay, 9 trong số 20 thôn đã có nhà văn hóa, trong khi kế hoạch năm nay là 14 thôn.",
            "5 thôn",
        ),
        (
            "Chi phí khâu máy rẻ hơn khâu tay bao nhiêu tiền?",
            "Khâu máy mỗi chiếc 310 nghìn đồng, rẻ hơn khâu tay (450 nghìn đồng).",
            "140 nghìn đồng",
        ),
        (
            "Diễn tập chậm hơn lúc chữa cháy thật bao nhiêu phút?",
            "Lúc chữa cháy thật chỉ mất 50 phút để cả xóm ra bãi; diễn tập hồi tháng 6 phải 2 tiếng.",
            "70 phút",
        ),
        (
            "Tỷ lệ trễ hạn tháng 11 giảm mấy điểm phần trăm so với tháng 7/2024?",
            "Tháng 11, nộp trực tuyến chiếm 44,2%; tỷ lệ trễ hạn còn 1,9%, hồi tháng 7 là 6,3%.",
            "4.4 điểm phần trăm",
        ),
        (
            "Số đơn gửi qua bưu điện ở cấp tỉnh nhiều hơn cấp huyện, xã bao nhiêu đơn?",
            "Số đơn gửi qua bưu điện ở cấp tỉnh là 415 đơn; cấp huyện, xã 105 đơn.",
            "310 đơn",
        ),
        (
            "Ở cấp huyện, xã đơn gửi qua bưu điện ít hơn cấp tỉnh bao nhiêu?",
            "Đơn gửi qua bưu điện ở cấp tỉnh là 415 đơn; cấp huyện, xã 105 đơn. Có 90 nhà trong tỉnh.",
            "310",
        ),
        (
            "Hồ sơ ở An Phú nhiều hơn Bình Hòa bao nhiêu hồ sơ?",
            "An Phú có 415 hồ sơ; Bình Hòa 105 hồ sơ; hơn 900 hộ của Bình Hòa và An Phú có biển số.",
            "310 hồ sơ",
        ),
    ],
)
def test_two_figures_of_a_text(question: str, text: str, by: str) -> None:
    assert difference(question, text) == by


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Xã Lộc An kém xã Bình Hòa bao nhiêu điểm?", "Bình Hòa 91,5 điểm; An Phú 83 điểm."),
        ("Xã An Phú kém xã Lộc Yên bao nhiêu điểm?", "Bình Hòa 91,5 điểm; An Phú 83 điểm."),
        ("Số vụ cháy giảm bao nhiêu vụ so với năm 2020?", "Năm 2023 có 14 vụ cháy, 3 vụ nổ."),
        ("Trạm mới rẻ hơn trạm cũ bao nhiêu tiền?", "Trạm mới 310 triệu đồng."),
    ],
)
def test_no_difference_without_both(question: str, text: str) -> None:
    assert difference(question, text) == ""


def test_a_side_is_no_step() -> None:
    read = plain("Số vụ là 780 vụ, tăng 12 vụ so với tháng 6.")
    [candidate] = [Candidate(read, span, span, read.text, 0.8) for span in read.sentences]
    asked = _asked(understand("Số vụ tăng bao nhiêu vụ so với tháng 6?"))
    assert best_pair(asked, [replace(candidate)]) is None


def test_how_much_each_has_is_not_named_to_be_held_against() -> None:
    asked = "Kế hoạch 7 giao nhiều nhiệm vụ hơn kế hoạch 9 không, mỗi bên bao nhiêu?"
    assert not asks_difference(understand(asked))
    assert asks_difference(understand("Cấp sở nhiều hơn cấp huyện, xã bao nhiêu hồ sơ?"))
