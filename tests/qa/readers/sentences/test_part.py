"""The part of a sentence that answers, and how what is asked for is written."""

import pytest

from qa.questions.question import understand
from qa.readers.matching import Matcher
from qa.readers.names import names, persons
from qa.readers.reading import Reading
from qa.readers.sentences.part import answering_part
from qa.readers.sentences.shapes import shape
from qa.readers.sentences.typed import numbers, times
from tests.qa.reports import plain


def part(question: str, sentence: str) -> str:
    """The part of a sentence that answers a question; every word tells the same."""
    asked = understand(question)
    reading = Reading(asked, Matcher(asked, lambda unit: 1, 10))
    paragraph = plain(sentence)
    start, end = answering_part(reading, paragraph, paragraph.sentences[0])
    return sentence[start:end]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ai ký quyết định này?", "person"),
        ("Vợ của Lê Văn Tám", "person"),
        ("Nhà văn nào viết cuốn sách này?", "person"),
        ("Tên gọi khác của nền tảng này?", "name"),
        ("Cổng dịch vụ công được gọi là gì?", "name"),
        ("Chính quyền số là gì?", "definition"),
        ("Diện tích của tỉnh?", "number"),
        ("Đợt tập huấn kéo dài bao lâu?", "number"),
        ("Hồ sơ được nộp ở đâu?", "place"),
        ("Khi nào hệ thống hoạt động?", "time"),
        ("Mục đích của đề án?", "reason"),
        ("Có được nộp hồ sơ trực tuyến hay không?", "clause"),
        ("Chủ tịch UBND tỉnh yêu cầu rà soát điều gì?", "phrase"),
    ],
)
def test_what_is_asked_for_has_a_shape(question: str, expected: str) -> None:
    assert shape(understand(question)) == expected


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        (
            "Lĩnh vực nào bị phản ánh nhiều nhất?",
            "Lĩnh vực bị phản ánh nhiều nhất là trật tự đô thị (31%), kế đến là môi trường.",
            "là trật tự đô thị",
        ),
        (
            "Tổng thống Chile là ai?",
            "Ngày 11/3, Tổng thống Chile Sebastián Piñera tiếp Thủ tướng Canada Justin Trudeau.",
            "Sebastián Piñera",
        ),
        (
            "Ai là chủ tịch tập đoàn Sao Mai?",
            "Ông Nguyễn Văn An – Chủ tịch HĐQT Tập đoàn Sao Mai – dự buổi lễ.",
            "Nguyễn Văn An",
        ),
        (
            "Hệ thống được đưa vào hoạt động khi nào?",
            "Hệ thống của tỉnh được đưa vào hoạt động tháng 5 năm 2021, có 3 phân hệ.",
            "tháng 5 năm 2021",
        ),
        (
            "Cổng dữ liệu có bao nhiêu tập dữ liệu?",
            "Năm 2023, cổng dữ liệu của tỉnh có 250 tập dữ liệu của 18 sở, ngành.",
            "250",
        ),
        (
            "Chính quyền số là gì?",
            "Chính quyền số là chính quyền dựa trên dữ liệu số.",
            "chính quyền dựa trên dữ liệu",
        ),
    ],
)
def test_the_part_stands_where_the_question_word_stood(
    question: str, sentence: str, expected: str
) -> None:
    assert expected in part(question, sentence)
    assert len(part(question, sentence)) < len(sentence) * 0.65


def test_a_reason_keeps_its_clause() -> None:
    sentence = "Còn 23 ấp chưa có cáp quang vì địa hình chia cắt, chi phí kéo cáp cao gấp ba lần."
    assert "vì địa hình chia cắt, chi phí kéo cáp cao gấp ba lần" in part(
        "Tại sao nhiều ấp chưa có cáp quang?", sentence
    )


def test_a_sentence_without_words_is_its_own_part() -> None:
    assert part("Ai ký?", "***") == "***"


def test_a_name_stands_without_title_opening_and_what_the_question_says() -> None:
    text = "Theo Tổng thống Venezuela Nicolás Maduro, Công ty ABC đã rời đi."
    assert "Nicolás Maduro" in [
        text[slice(*span)] for span, _ in persons(text, (0, len(text)), "tong thong venezuela")
    ]
    assert "Công" not in [text[slice(*span)] for span in names(text, (0, len(text)))]


def test_a_number_stands_with_and_without_its_unit() -> None:
    text = "Đợt này kéo dài 15 tuần từ tháng 3 năm 2024."
    found = {text[slice(*span)]: worth for span, worth in numbers(text, (0, 44), "bao lâu", "")}
    assert found["15 tuần"] > found["15"] > found["3 năm"]


def test_a_year_asked_for_stands_alone_too() -> None:
    text = "Trung tâm ra đời năm 2019."
    assert [text[slice(*span)] for span, _ in times(text, (0, 26), "năm nào")] == [
        "năm 2019",
        "2019",
    ]
