"""A short question filled from the turns before it."""

import pytest

from qa.dialogue.conversation import resolve
from qa.questions.question import Question


@pytest.mark.parametrize(
    ("history", "text", "filled"),
    [
        (
            ["Nghị quyết của Cao Bằng về bến thuyền là số mấy?", "Có bao nhiêu mục tiêu?"],
            "Thái Bình thì nghị quyết nào?",
            "Nghị quyết của Thái Bình về bến thuyền là số mấy?",
        ),
        (
            ["Cao Bằng có bao nhiêu hồ sơ trực tuyến?", "Có vượt mục tiêu không?"],
            "Còn văn bản ký số?",
            "Cao Bằng có văn bản ký số có vượt mục tiêu không?",
        ),
        (
            ["Cao Bằng có định làm cơ sở dữ liệu đất đai không?"],
            "Ở đâu vậy?",
            "Cao Bằng có định làm cơ sở dữ liệu đất đai ở đâu vậy?",
        ),
        (
            ["Đại diện Ngân hàng Nhà nước là ai?"],
            "Còn bên Bộ Công Thương là ai?",
            "Đại diện Bộ Công Thương là ai?",
        ),
        (
            ["Ai là Phó Hiệu trưởng Trường Tiểu học Bến Thuyền?"],
            "Hiệu trưởng là ai?",
            "Ai là Hiệu trưởng Trường Tiểu học Bến Thuyền?",
        ),
        (
            ["Dự án ở Cao Bằng thi công trong bao lâu?"],
            "Tổng vốn đầu tư?",
            "Tổng vốn đầu tư của Cao Bằng là bao nhiêu?",
        ),
        (
            ["DTI năm 2022 của Cao Bằng xếp hạng mấy?"],
            "Ồ thấp vậy. Thế năm 2023?",
            "DTI năm 2023 của Cao Bằng xếp hạng mấy?",
        ),
    ],
)
def test_of_what_it_goes_on_about(history: list[str], text: str, filled: str) -> None:
    assert resolve(text, history).question.text == filled


def recalled(question: Question) -> str | None:
    return {"document": "Nghị quyết số 5-NQ/TU", "organization": "Sở Bến Thuyền"}.get(question.asks)


@pytest.mark.parametrize(
    ("history", "text", "filled"),
    [
        (
            ["Nghị quyết nào của Cao Bằng về bến thuyền?", "Có bao nhiêu mục tiêu?"],
            "Ban hành khi nào?",
            "Nghị quyết số 5-NQ/TU ban hành khi nào?",
        ),
        (
            ["Đơn vị nào trúng đấu giá lô đất ở Cao Bằng?"],
            "Họ trả bao nhiêu tiền?",
            "Sở Bến Thuyền trả bao nhiêu tiền?",
        ),
        (["Ai chủ trì?", "Ông Nhã có nói không?"], "Ông ấy giữ chức gì?", "Ông Nhã giữ chức gì?"),
    ],
)
def test_an_answer_that_is_meant(history: list[str], text: str, filled: str) -> None:
    assert resolve(text, history, recalled).question.text == filled


def test_another_thing_is_also_asked_with_nothing_of_the_old_one() -> None:
    resolved = resolve("Còn hộp thư?", ["Cao Bằng năm 2022 có bao nhiêu chứng thư số được cấp?"])
    assert [one.text for one in resolved.readings] == [
        "Cao Bằng năm 2022 có bao nhiêu hộp thư được cấp?",
        "Hộp thư của Cao Bằng năm 2022 là bao nhiêu?",
    ]


def test_another_aim_is_asked_for_as_an_aim() -> None:
    history = ["Năm 2022 Cao Bằng phấn đấu đạt bao nhiêu phần trăm ký số?"]
    alone = resolve("Còn hồ sơ trực tuyến?", history).readings[-1].text
    assert alone == "Mục tiêu hồ sơ trực tuyến của Cao Bằng năm 2022 là bao nhiêu phần trăm?"


def test_a_complete_question_of_no_place_is_first_asked_of_the_last() -> None:
    asked = "Bao nhiêu thủ tục hành chính được giải quyết trực tuyến?"
    resolved = resolve(asked, ["Cao Bằng có bao nhiêu kiến nghị?"])
    assert [one.text for one in resolved.readings] == [f"{asked[:-1]} của Cao Bằng?", asked]


def test_a_claim_of_no_place_is_first_asked_as_it_is() -> None:
    asked = "Có phải mọi thủ tục hành chính được giải quyết trực tuyến?"
    resolved = resolve(asked, ["Cao Bằng có bao nhiêu kiến nghị?"])
    assert [one.text for one in resolved.readings] == [
        asked,
        f"Ở Cao Bằng, {asked[0].lower()}{asked[1:]}",
    ]


def test_many_words_are_no_sentence_to_look_for() -> None:
    history = ["Công ty du lịch phối hợp với ai lập hòm công đức ở chùa Phổ Mây, Cao Bằng?"]
    [reading] = resolve("Tên vị sư đó là gì?", history).readings
    assert "hòm công đức" not in reading.text


@pytest.mark.parametrize(
    ("history", "text", "filled"),
    [
        # A body that was asked for by its noun is what it was found to be.
        (
            ["Đơn vị nào của Cao Bằng trình báo cáo?"],
            "Đơn vị đó có bao nhiêu phòng?",
            "Sở Nội vụ có bao nhiêu phòng?",
        ),
        # Another place takes the place of the old one in what is pointed at.
        (
            ["Cao Bằng có bao nhiêu phần trăm hồ sơ trực tuyến?"],
            "Nghệ An tỷ lệ này thì sao?",
            "Nghệ An có bao nhiêu phần trăm hồ sơ trực tuyến?",
        ),
    ],
)
def test_what_is_pointed_at(history: list[str], text: str, filled: str) -> None:
    assert resolve(text, history, lambda _: "Sở Nội vụ").question.text == filled
