"""Claims held against the figure, the day, the extreme or the person that a report tells of."""

import pytest

from qa.claims import verify
from qa.findings import Findings
from qa.matching import Matcher
from qa.question import Question, understand
from qa.reader import Reader
from tests.qa.reports import plain


def verdict(claim: str, text: str, threshold: float = 0.4) -> str | None:
    def find(question: Question) -> Findings:
        matcher = Matcher(question, lambda unit: 1, 50)
        read = Reader(question, matcher).read([(plain(text), 1.0)])
        return Findings(question, [], read)

    return verify(understand(claim), find, threshold).answer


@pytest.mark.parametrize(
    ("claim", "text", "expected"),
    [
        # What grew by so much did not shrink by it.
        (
            "Đầu tư vào khu Sông Mây tăng 35,1% đúng không?",
            "Đầu tư vào khu Sông Mây giảm 35,1%.",
            "Không. “Đầu tư vào khu Sông Mây giảm 35,1%”",
        ),
        (
            "Đầu tư vào khu Sông Mây giảm 35,1% đúng không?",
            "Đầu tư vào khu Sông Mây giảm 35,1%.",
            "Có, 35,1%",
        ),
        # The figure of the fare is not that of the post.
        (
            "Dân đảo phải trả 80.000 đồng tiền chuyển phát giấy phép, đúng không?",
            "Dân đảo chỉ phải trả 20.000 đồng chi phí chuyển phát giấy phép. Dân đảo mất 80.000 đồng tiền tàu.",
            "Không, 20.000 đồng",
        ),
        # A day that is told of a neighbour of what is claimed.
        (
            "Hệ thống đánh giá hài lòng chạy thử từ ngày 21/6/2019 đúng không?",
            "Hệ thống đánh giá hài lòng chạy thử từ ngày 2/7 ở xã An Mây. "
            "Hệ thống đánh giá hài lòng chạy thử từ ngày 21/6/2019 ở xã An Gió.",
            "Có, ngày 21/6/2019",
        ),
        # "hợp nhất" is no extreme.
        (
            "Doanh thu hợp nhất của công ty năm 2018 giảm phải không?",
            "Doanh thu hợp nhất của công ty năm 2018 tăng mạnh.",
            "Không. “Doanh thu hợp nhất của công ty năm 2018 tăng mạnh”",
        ),
        # An abbreviation is asked about as it stands.
        (
            "Bộ GTVT đứng đầu về dịch vụ công trực tuyến đúng không?",
            "Bộ GTVT dẫn đầu trong 20 bộ về dịch vụ công trực tuyến.",
            "Có, Bộ GTVT",
        ),
        (
            "Nhóm xây dựng đứng cuối bảng xếp hạng phải không?",
            "Nhóm xây dựng đứng sau cùng bảng xếp hạng. Ba nhóm thuế có mức thấp nhất bảng.",
            "Có, Nhóm xây dựng",
        ),
        (
            "Nhóm xây dựng đứng cuối bảng xếp hạng phải không?",
            "Nhóm thuế đứng cuối bảng xếp hạng.",
            "Không, Nhóm thuế",
        ),
        # Something else may be called so first.
        (
            "Nhóm xây dựng đứng cuối bảng xếp hạng chi phí thủ tục phải không?",
            "Nhóm thuế đứng cuối bảng xếp hạng chi phí thủ tục tháng một. "
            "Nhóm xây dựng đứng cuối bảng.",
            "Có, Nhóm xây dựng",
        ),
        # Whether it is done yet is not whom it is told of.
        (
            "Ông Lê Văn Tám đã nhận nhà mới chưa?",
            "Ông Lê Văn Tám dự kiến nhận nhà mới vào năm sau.",
            "Không. “Ông Lê Văn Tám dự kiến nhận nhà mới vào năm sau”",
        ),
        (
            "Ông Lê Văn Tám lần đầu dự hội trại đúng không?",
            "Ông Lê Văn Tám dự hội trại lần thứ hai.",
            "Không. “Ông Lê Văn Tám dự hội trại lần thứ hai”",
        ),
    ],
)
def test_verdicts(claim: str, text: str, expected: str) -> None:
    assert verdict(claim, text) == expected


def test_a_figure_of_something_else_affirms_nothing() -> None:
    told = "Chi phí cần 44 tỷ đồng."
    claim = "Lập trung tâm dữ liệu tốn chi phí 44 tỷ đồng đúng không?"
    assert verdict(claim, told, 0.3) is None
    assert verdict(claim, f"Lập trung tâm dữ liệu: {told}", 0.3) == "Có, 44 tỷ đồng"


def test_of_one_another_thing_is_told() -> None:
    claim = "Ông Lê Văn Tám khen xã lập tổ dạy chữ cho người già, đúng không?"
    assert verdict(claim, "Ông Lê Văn Tám khen xã lập đội văn nghệ.") is None


@pytest.mark.parametrize(
    ("claim", "text", "word"),
    [
        (
            "Sở Lúa Vàng có ra văn bản tạm dừng thí điểm xe điện không?",
            "Sở Lúa Vàng khẳng định không có văn bản nào “tạm dừng hoặc phanh gấp” thí điểm xe điện.",
            "Không",
        ),
        (
            "Ông Lữ Văn Cẩn có chịu làm dự án ở hồ Bàu Sen không?",
            "Khi đi khảo sát hồ Bàu Sen thì ông Lữ Văn Cẩn không đồng ý, muốn rút lui khỏi dự án.",
            "Không",
        ),
        (
            "Ba kho của nhà máy Đồi Sim còn nguyên, chưa cháy, đúng không?",
            "Rất may ba kho của nhà máy Đồi Sim chưa cháy và còn nguyên.",
            "Có",
        ),
    ],
)
def test_what_is_denied(claim: str, text: str, word: str) -> None:
    said = verdict(claim, text)
    assert said is not None
    assert said.startswith(word)
