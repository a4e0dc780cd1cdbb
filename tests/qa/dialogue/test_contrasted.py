"""The same asked of another place, time or thing, and what a follow-up goes on about."""

import pytest

from qa.dialogue.conversation import resolve
from qa.questions.question import Question

HEAD = "Năm 2022 ai là Trưởng ban Bến thuyền của Cao Bằng?"


def knowing(question: Question) -> Question:
    return question.knowing(("Bến Mây",))


@pytest.mark.parametrize(
    ("history", "text", "filled"),
    [
        ([HEAD], "Đến năm 2024 thì là ai?", HEAD.replace("2022", "2024")),
        (
            ["Ai mở bến thuyền của Cao Bằng?"],
            "Thế bên Nghệ An?",
            "Ai mở bến thuyền của Nghệ An?",
        ),
        (
            ["Năm 2022 Cao Bằng đặt mục tiêu bao nhiêu phần trăm phà chạy điện?"],
            "Sang năm 2024 chỉ tiêu này đạt bao nhiêu?",
            "Năm 2024 Cao Bằng bao nhiêu phần trăm phà chạy điện?",
        ),
        (
            ["Cao Bằng thuê phà của tập đoàn nào?", "Xã thuê máy chủ của tập đoàn nào?"],
            "Còn máy chủ dự phòng?",
            "Xã thuê máy chủ dự phòng của tập đoàn nào?",
        ),
        (
            ["Cao Bằng nhận mấy kiến nghị?"],
            "Bao nhiêu cái về bến thuyền?",
            "Cao Bằng nhận mấy kiến nghị về bến thuyền?",
        ),
        (["Cao Bằng nhận mấy kiến nghị?"], "Ồ ít thế, còn Nghệ An?", "Nghệ An nhận mấy kiến nghị?"),
        (
            ["Tỷ lệ phà chạy điện ở Cao Bằng là bao nhiêu?"],
            "Sao chưa đạt?",
            "Vì sao Tỷ lệ phà chạy điện ở Cao Bằng chưa đạt?",
        ),
        (
            ["Tỷ lệ phà chạy điện ở Cao Bằng là bao nhiêu?"],
            "Sao thấp thế?",
            "Vì sao Tỷ lệ phà chạy điện ở Cao Bằng thấp?",
        ),
        (
            ["Cao Bằng dùng phà điện từ năm nào?"],
            "Làm ra để phục vụ việc gì?",
            "Cao Bằng dùng phà điện làm ra để phục vụ việc gì?",
        ),
    ],
)
def test_it_is_filled(history: list[str], text: str, filled: str) -> None:
    assert resolve(text, history).question.text == filled


def test_the_day_of_one_place_is_not_that_of_another() -> None:
    resolved = resolve("Còn Nghệ An?", ["Ai mở bến thuyền của Cao Bằng sáng 13/4?"])
    assert [one.text for one in resolved.readings] == [
        "Ai mở bến thuyền của Nghệ An sáng 13/4?",
        "Ai mở bến thuyền của Nghệ An?",
    ]
    assert resolved.contrasted


def test_what_is_counted_is_aimed_at_as_a_share() -> None:
    resolved = resolve("Mục tiêu thì sao?", ["Cao Bằng có bao nhiêu hộ dùng phà điện?"])
    assert (
        resolved.readings[-1].text == "Mục tiêu cao Bằng có bao nhiêu phần trăm hộ dùng phà điện?"
    )


def test_a_locality_without_its_noun_is_carried_on() -> None:
    asked = "Mọi thuyền viên được trả lương qua tài khoản có đúng không?"
    resolved = resolve(asked, ["Ở Bến Mây có mấy cái phà?"], knowing=knowing)
    assert resolved.readings[-1].text == f"Ở Bến Mây, {asked[0].lower()}{asked[1:]}"


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Bà ấy giữ chức gì?", "Lê Thị Mây giữ chức gì?"),
        ("Ông ấy giữ chức gì?", "Lê Thị Mây giữ chức gì?"),
    ],
)
def test_somebody_is_the_one_who_was_asked_for(text: str, filled: str) -> None:
    history = ["Ngoài ông Trần Văn Gió còn ai dự lễ mở bến thuyền ở Cao Bằng?"]
    assert resolve(text, history, lambda _: "Lê Thị Mây").question.text == filled


def test_a_man_is_no_woman() -> None:
    history = ["Bà Lê Thị Mây và ông Trần Văn Gió dự lễ ở đâu?"]
    assert resolve("Bà ấy giữ chức gì?", history).question.text == "Lê Thị Mây giữ chức gì?"
