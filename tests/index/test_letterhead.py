from pathlib import Path

from index.documents import read_document

LETTER = """UBND TỈNH BẮC KẠN
SỞ NỘI VỤ
Số: 99/BC-SNV
Bắc Kạn, ngày 3 tháng 7 năm 2024

BÁO CÁO TÓM TẮT
Tình hình số hóa hồ sơ cán bộ 6 tháng đầu năm

Kính gửi: Ủy ban nhân dân tỉnh

Sở đã số hóa 1.250 hồ sơ cán bộ, đạt 62,5% kế hoạch năm."""


def test_a_letter_saved_as_text_tells_its_province_date_and_title(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.txt"
    path.write_text(LETTER, encoding="utf-8")
    letter = read_document(path, tmp_path)
    assert letter.province == "Bắc Kạn"
    assert letter.published == "2024-07-03"
    assert letter.title == "BÁO CÁO TÓM TẮT Tình hình số hóa hồ sơ cán bộ 6 tháng đầu năm"
    assert "UBND TỈNH BẮC KẠN" in letter.text


def test_an_article_that_names_a_department_first_is_no_letter(tmp_path: Path) -> None:
    path = tmp_path / "bai.txt"
    path.write_text(
        "Sở Nội vụ Bắc Kạn họp bàn số hóa hồ sơ\n\nSáng 3/7, Sở Nội vụ họp bàn kế hoạch số hóa."
        "\n\nBáo cáo của sở cho thấy 62,5% hồ sơ đã được số hóa.",
        encoding="utf-8",
    )
    assert read_document(path, tmp_path).title == "Sở Nội vụ Bắc Kạn họp bàn số hóa hồ sơ"
