"""Claims held against the figure, the day, the extreme or the person that a report tells of."""

import pytest

from qa.claims import verify
from qa.findings import Findings
from qa.matching import Matcher
from qa.question import Question, understand
from qa.reader import Reader
from tests.qa.reports import plain


def verdict(claim: str, text: str) -> str | None:
    def find(question: Question) -> Findings:
        matcher = Matcher(question, lambda unit: 1, 50)
        read = Reader(question, matcher).read([(plain(text), 1.0)])
        return Findings(question, [], read)

    return verify(understand(claim), find, 0.4).answer


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
        # Whether he is caught is not whom they look for.
        (
            "Ông Lê Văn Tám đã nộp lại tiền chưa?",
            "Ông Lê Văn Tám chưa nộp lại tiền.",
            "Không. “Ông Lê Văn Tám chưa nộp lại tiền”",
        ),
    ],
)
def test_verdicts(claim: str, text: str, expected: str) -> None:
    assert verdict(claim, text) == expected


def test_a_figure_of_something_else_affirms_nothing() -> None:
    told = "Phần khó nhất là số hóa văn bản cũ, chi phí cần đến 44 tỷ đồng."
    claim = "Quận An Mây thuê doanh nghiệp xây cổng thông tin hết 44 tỷ đồng chi phí đúng không?"
    assert verdict(claim, told) is None
    assert verdict("Số hóa văn bản cũ cần chi phí 44 tỷ đồng đúng không?", told) is not None
