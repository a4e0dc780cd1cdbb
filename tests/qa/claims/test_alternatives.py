"""Claims of one of several that exclude each other."""

import pytest

from qa.claims.alternatives import is_another


@pytest.mark.parametrize(
    ("claim", "told", "expected"),
    [
        ("Hội nghị diễn ra buổi sáng", "Chiều 21/9, xã mở hội nghị.", True),
        ("hoi nghi dien ra buoi sang", "Chiều 21/9, xã mở hội nghị.", True),
        ("Hội nghị diễn ra buổi chiều", "Chiều 21/9, xã mở hội nghị.", False),
        ("Hội nghị diễn ra buổi sáng", "Xã mở hội nghị.", False),
        ("Trường làm sổ số từ cuối năm học", "Trường làm sổ số từ đầu năm học.", True),
        ("Trường làm sổ số từ cuối năm học", "Trường làm sổ số từ cuối năm học.", False),
        ("Hội nghị được tổ chức trực tiếp", "Xã tổ chức hội nghị trực tuyến.", True),
        ("Xã trực tiếp chỉ đạo", "Xã tổ chức hội nghị trực tuyến.", False),
        ("Xã đứng cuối tỉnh về nộp đơn", "Xã luôn đứng số 1 về nộp đơn.", True),
        ("Xã đứng cuối tỉnh về nộp đơn", "Xã nộp đơn qua mạng.", None),
        ("Xã đứng cuối tỉnh về nộp đơn", "Xã xếp cuối tỉnh về nộp đơn.", False),
        ("Xã có điểm cao nhất", "Xã có điểm cao.", None),
        ("Xã có điểm cao nhất", "Xã có điểm đứng đầu huyện.", False),
        ("Xã dẫn đầu huyện", "Xã xếp thứ 4 của huyện.", False),
        ("Xã dẫn đầu huyện", "Xã làm tốt.", None),
        ("Xã đặt mốc ít nhất 50% đơn", "Xã đặt mốc 50% đơn.", False),
        ("Huyện khai trừ ông Lía", "Huyện quyết định cảnh cáo ông Lía.", True),
        ("huyen khai tru ong Lia", "Huyện quyết định cảnh cáo ông Lía.", True),
        ("Huyện cảnh cáo ông Lía", "Huyện quyết định cảnh cáo, cách chức ông Lía.", False),
        ("Các trường THPT làm sổ số", "Các trường tiểu học làm sổ số.", None),
        ("Các trường THPT làm sổ số", "Các khối từ lớp 1 đến lớp 4 làm sổ số.", None),
        ("Các trường tiểu học làm sổ số", "Các khối từ lớp 1 đến lớp 4 làm sổ số.", False),
        ("Các trường THPT làm sổ số", "Từ tiểu học đến THPT làm sổ số.", False),
    ],
)
def test_what_excludes_a_claim(claim: str, told: str, expected: bool | None) -> None:
    assert is_another(claim, told) is expected
