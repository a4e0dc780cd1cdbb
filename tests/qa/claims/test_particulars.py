"""A claim is affirmed by a sentence with its documents, numbers, days and names only."""

import pytest

from qa.claims.particulars import denies_figure, vouches
from qa.questions.question import understand
from qa.questions.slots import claimed_figures
from qa.readers.figures.numbers import read_numbers
from tests.qa.claims.test_verdicts import verdict
from tests.qa.readings import reading
from tests.qa.reports import plain

SAID_OF_TWO = (
    "UBND tỉnh An Mây ban hành Quyết định số 12 với 7 mục tiêu, 9 nhiệm vụ. "
    "Quyết định số 31 có 11 mục tiêu."
)
MAIL = "An Mây tạo 8.511 hộp thư điện tử; cấp 2.650 chứng thư số."
CASHLESS = "100% trạm y tế An Mây thu viện phí không dùng tiền mặt."


@pytest.mark.parametrize(
    ("claim", "text", "expected"),
    [
        # Of a numbered document only what is told of it counts.
        ("Quyết định 12 của An Mây có 7 mục tiêu, đúng không?", SAID_OF_TWO, "Có"),
        ("Quyết định 31 của An Mây có 7 mục tiêu và 9 nhiệm vụ, đúng không?", SAID_OF_TWO, None),
        (
            "Nghị quyết 5 về chợ số do HĐND tỉnh An Mây thông qua, đúng không?",
            "UBND tỉnh An Mây thông qua Quyết định số 12 về chợ số.",
            None,
        ),
        (
            "Thông tư 27 về chợ số có hiệu lực ngày 5/10/2024, đúng không?",
            "Bộ ban hành Thông tư số 27 về chợ số. Thông tư có hiệu lực từ ngày 5/10/2024.",
            "Có",
        ),
        # The right figure of another thing.
        ("An Mây đã cấp 8.511 chứng thư số, đúng không?", MAIL, "Không"),
        ("An Mây đã cấp 2.650 chứng thư số, đúng không?", MAIL, "Có"),
        ("An Mây rút ra 5 bài học, đúng không?", "An Mây rút ra 6 bài học.", "Không"),
        ("An Mây rút ra 6 bài học, đúng không?", "An Mây rút ra 6 bài học.", "Có"),
        ("An Mây có 4 lãnh đạo sở dự họp, đúng không?", "An Mây có bốn lãnh đạo sở dự họp.", "Có"),
        (
            "An Mây đưa 11 sản phẩm lên sàn, đúng không?",
            "An Mây đưa 11/20 sản phẩm lên sàn.",
            "Có",
        ),
        ("Văn bản gửi nhận ở An Mây chiếm 97 %, đúng không?", "Văn bản gửi nhận ở An Mây chiếm 97%.", "Có"),
        ("100% hồ sơ ở An Mây được số hóa, đúng không?", "Toàn bộ hồ sơ ở An Mây được số hóa.", "Có"),
        # What two are apart by is not denied by what one of them is.
        (
            "Điểm của An Mây kém An Gió 2,5 điểm, đúng không?",
            "Điểm của An Gió là 94,2 điểm, điểm của An Mây là 91,7 điểm.",
            None,
        ),
        # A day is of the one who is named with it.
        (
            "Lê Văn Tám trò chuyện với bạn đọc ngày 18/1, đúng không?",
            "Bà Võ Thị Chín trò chuyện với bạn đọc ngày 18/1.",
            "Không",
        ),
        (
            "Trạm Sông Mây đặt ở Gò Đoài, đúng không?",
            "Trạm Sông Mây đặt ở bến Thượng và bến Trung.",
            None,
        ),
        # All of them are a hundred percent, and without cash is said in many words.
        ("Có phải mọi trạm y tế ở An Mây đều đã thu viện phí mà không cần tiền mặt?", CASHLESS, "Có"),
        ("Trạm y tế An Mây thu viện phí bằng tiền mặt, đúng không?", CASHLESS, "Không"),
        ("Trạm y tế An Mây có thu viện phí bằng tiền mặt không?", CASHLESS, "Không"),
        ("Công ty Sông Mây không thu cước ba tháng đầu, đúng không?", "Công ty Sông Mây miễn cước ba tháng đầu.", "Có"),
        ("Công ty Sông Mây có thu cước ba tháng đầu không?", "Công ty Sông Mây miễn cước ba tháng đầu.", "Không"),
        # What has stopped, what is sound.
        ("Xưởng Sông Mây hiện vẫn đang hoạt động phải không?", "Xưởng Sông Mây đã ngưng hoạt động 2 năm nay.", "Không"),
        ("Chợ Đoài hiện vẫn mở cửa đúng không?", "Chợ Đoài đã đóng cửa từ tháng 5.", "Không"),
        ("Nhà máy Sông Mây đã đóng cửa rồi phải không?", "Nhà máy Sông Mây đã ngừng hoạt động từ năm 2016.", "Có"),
        ("Phanh chiếc xe khách bị hỏng, đúng không?", "Hệ thống phanh chiếc xe khách hoạt động bình thường.", "Không"),
        ("Phanh xe khách có bị hỏng không?", "Phanh xe khách không bị hỏng.", "Không"),
        # Leave for so many.
        ("Một nhóm 6 người có được dự thi Nét quê không?", "Nhóm dự thi Nét quê không quá 5 người.", "Không"),
        ("Một nhóm 4 người có được dự thi Nét quê không?", "Nhóm dự thi Nét quê không quá 5 người.", "Có"),
        ("Em 17 tuổi có được dự thi Nét quê không?", "Thí sinh dự thi Nét quê từ 16 tuổi trở lên.", "Có"),
        ("Em 15 tuổi có được dự thi Nét quê không?", "Thí sinh dự thi Nét quê từ 16 tuổi trở lên.", "Không"),
        # A range, a deputy.
        (
            "Trường An Mây làm học bạ số từ lớp 1 tới lớp 5, phải không?",
            "Trường An Mây làm học bạ số với học sinh từ khối 1 đến khối 4.",
            "Không",
        ),
        (
            "Ông Lê Văn Tám là Giám đốc Sở Nội vụ, đúng không?",
            "Ông Lê Văn Tám, Phó Giám đốc Sở Nội vụ báo cáo kết quả.",
            "Không",
        ),
        # A head of a body is no first place, and a body that does it too denies no one.
        (
            "Ông Lê Văn Tám trao quà cho trạm Sông Mây, đúng không?",
            "Sở Y tế trao quà cho trạm Sông Mây.",
            None,
        ),
        (
            "Theo lộ trình của Cục Viễn thông, xã Đoài là xã thứ 22 tắt sóng, đúng không?",
            "Xã Đoài là địa phương thứ 22 tắt sóng theo lộ trình của Cục Viễn thông.",
            "Có",
        ),
        (
            "Năm nay huyện đã hoàn thành toàn bộ 27 mục tiêu phải không?",
            "Huyện đề ra 27 mục tiêu. Năm nay huyện đã hoàn thành 11 mục tiêu.",
            "Không",
        ),
        ("Xưởng Sông Mây đang hoạt động, đúng không?", "Xưởng Sông Mây đã ngưng hoạt động 2 năm nay.", "Không"),
        (
            "Chủ đầu tư trạm bơm tại Gò Đoài là Becadex, đúng không?",
            "Lớn nhất là trạm bơm tại Gò Đoài, do công ty Becadex làm chủ đầu tư.",
            "Có",
        ),
        (
            "Sở Y tế An Mây quản lý cả thảy 107 thủ tục, đúng không?",
            "Sở Y tế An Mây đưa lên mạng 55 dịch vụ trong số 107 thủ tục mà sở quản lý.",
            "Có",
        ),
        ("Xã Đoài có tăng điểm ở cả 3 lĩnh vực không?", "Ở cả 3 lĩnh vực, xã Đoài đều tăng điểm.", "Có"),
        (
            "Bưu điện Sông Mây mở kho hàng lớn ở Gò Đoài từ tháng 8, đúng không?",
            "Từ tháng 8, Bưu điện Sông Mây mở kho hàng lớn ở Bến Thượng.",
            None,
        ),
        # The figure of another kind.
        (
            "Tiến độ làm sạch dữ liệu đất đai đạt 62,48% phải không?",
            "Tiến độ làm sạch dữ liệu hộ tịch đạt 62,48%.",
            None,
        ),
        (
            "Tiến độ làm sạch dữ liệu hộ tịch đạt 62,48% phải không?",
            "Tiến độ làm sạch dữ liệu hộ tịch đạt 62,48%.",
            "Có",
        ),
        ("Xã Đoài giám sát 1.200 máy chủ, đúng không?", "Xã Đoài giám sát 1200 máy tính.", None),
        ("Xã Đoài giám sát 1.200 máy tính, đúng không?", "Xã Đoài giám sát 1200 máy tính.", "Có"),
        ("100% trường ở xã Đoài dùng loa, đúng không?", "Xã Đoài có 100% trường triển khai dùng loa.", "Có"),
        (
            "Hội nghị tổng kết xã Đoài bắt đầu bằng lễ trao thưởng 7/4, đúng không?",
            "Hội nghị tổng kết xã Đoài bắt đầu bằng lễ trao thưởng.",
            None,
        ),
    ],
)  # fmt: skip
def test_particulars(claim: str, text: str, expected: str | None) -> None:
    told = verdict(claim, text)
    assert (told or "").startswith(expected) if expected else told is None, told


def test_a_figure_denies_none_that_another_sentence_gives() -> None:
    claim = understand("Hồ Sông Mây rộng 145 ha, đúng không?")
    [figure] = claimed_figures(claim)
    told = plain("Hồ Sông Mây rộng 45 ha. Hồ Sông Mây rộng 145 ha.")
    small, large = read_numbers(reading("Hồ Sông Mây rộng bao nhiêu ha?"), told)
    assert not denies_figure(claim, figure, small, [small, large])
    assert denies_figure(claim, figure, small, [small])


@pytest.mark.parametrize(
    ("claim", "held"),
    [
        ("Trạm Gò Đoài có 12 giường từ ngày 3/5, đúng không?", True),
        ("Trạm Gò Đoài có 12 giường từ ngày 4/6, đúng không?", None),
        ("Trạm Bến Thượng có 12 giường từ ngày 3/5, đúng không?", None),
        ("Ông Lê Văn Tám cho trạm Gò Đoài 12 giường, đúng không?", None),
    ],
)
def test_a_sentence_vouches_for_its_own_day_and_names(claim: str, held: bool | None) -> None:
    told = plain("Từ ngày 3/5, trạm Gò Đoài có 12 giường.")
    [figure] = read_numbers(reading("Trạm có bao nhiêu giường?"), told)
    assert vouches(understand(claim), figure) is held


@pytest.mark.parametrize(
    ("claim", "held"),
    [
        ("Trạm Gò Đoài dùng loa của VNPT, đúng không?", True),
        ("Trạm Gò Đoài dùng loa của Viettel, đúng không?", None),
        ("Trạm Gò Đoài dùng loa thông minh, đúng không?", True),
    ],
)
def test_a_sentence_vouches_for_its_own_brands(claim: str, held: bool | None) -> None:
    told = plain("Trạm Gò Đoài dùng 12 loa của VNPT.")
    [figure] = read_numbers(reading("Trạm có bao nhiêu loa?"), told)
    assert vouches(understand(claim), figure) is held
