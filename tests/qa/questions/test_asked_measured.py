"""Questions that give a figure and ask what it is of, and others that only have one."""

import pytest

from index.vietnamese import fold
from qa.questions.question import understand

MEASURED = [
    "Con số 92,5% ở Gò Mây nói lên điều gì?",
    "97% mà Gò Mây khoe trong báo cáo là tỷ lệ của cái gì?",
    "Trong đống đơn gửi về, 78 cái là kêu về chuyện gì?",
    "Mức tối thiểu 30% mà xã ra cho quý này là áp vào loại giấy tờ nào?",
    "Việc gì ở Gò Mây lên tới 93,4% trong khi chỉ định làm 80%?",
    "Chỉ tiêu nào của Gò Mây đạt 92,5%?",
    "Gò Mây đạt 45% về chỉ tiêu nào?",
    "8.511 là số liệu về cái gì?",
    "Mức phạt 200.000 đồng áp dụng cho hành vi nào?",
    "Tỉnh dành 20 tỷ đồng cho việc gì?",
    "Ở Gò Mây, loại văn bản nào chỉ cần đạt từ 30% trở lên?",
    "Văn bản nào chỉ yêu cầu 30% trở lên?",
    "Nhóm hồ sơ nào ở Gò Mây mới nộp qua mạng 34,5%?",
    "Loại giấy tờ nào mới ký số từ 34,5% trở xuống?",
]


@pytest.mark.parametrize("text", MEASURED)
def test_what_a_figure_is_of_is_asked(text: str) -> None:
    assert understand(text).asks == "measured"
    assert understand(fold(text)).asks == "measured"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tỉnh nào đạt 93,4%?", "province"),
        ("Con số 93,4% là của tỉnh nào?", "province"),
        ("Ai nói con số 45%?", "person"),
        ("Vì sao tỷ lệ chỉ đạt 45%?", "reason"),
        ("Điều gì khiến tỷ lệ chỉ đạt 45%?", "reason"),
        ("Chuyện gì xảy ra khi tỷ lệ chỉ đạt 45%?", "how"),
        ("Tỉnh chi 20 tỷ đồng để làm gì?", "reason"),
        ("3 nhóm nhiệm vụ của tỉnh là gì?", "list"),
        ("Đề án 06 là gì?", "how"),
        ("Phương châm của kế hoạch 59 là gì?", "how"),
        ("Nhà thầu gói 1 là đơn vị nào?", "organization"),
    ],
)
def test_other_questions_with_a_figure(text: str, kind: str) -> None:
    assert understand(text).asks == kind
