"""Follow-ups: what a short question leaves out comes from the one before it."""

import contextlib

import pytest

from index.vietnamese import fold
from qa.assistant import Assistant
from qa.dialogue import conversation
from qa.dialogue.conversation import Resolved, is_complete, resolve
from qa.errors import QuestionError
from qa.questions.question import Question, understand

RATE = "Tỷ lệ hồ sơ trực tuyến của Đắk Lắk 6 tháng đầu năm 2024 là bao nhiêu?"
SCORE = "Chính quyền số của Quảng Ninh năm 2022 đạt bao nhiêu điểm?"


@pytest.mark.parametrize(
    ("history", "text", "filled"),
    [
        ([RATE], "Còn Bắc Giang?", RATE.replace("Đắk Lắk", "Bắc Giang")),
        ([RATE], "Thế Cao Bằng thì sao?", RATE.replace("Đắk Lắk", "Cao Bằng")),
        ([SCORE], "Còn năm 2023?", SCORE.replace("2022", "2023")),
        ([SCORE], "kinh tế số thì sao?", SCORE.replace("Chính quyền số", "kinh tế số")),
        (
            [SCORE, "kinh tế số thì sao?"],
            "Còn Cao Bằng?",
            SCORE.replace("Chính quyền số", "kinh tế số").replace("Quảng Ninh", "Cao Bằng"),
        ),
        (
            ["Ai là Chủ tịch UBND tỉnh Thái Bình?"],
            "Còn Cao Bằng?",
            "Ai là Chủ tịch UBND tỉnh Cao Bằng?",
        ),
    ],
)
def test_follow_ups(history: list[str], text: str, filled: str) -> None:
    assert resolve(text, history).question.text == filled


@pytest.mark.parametrize(
    "text",
    [
        "Ai chủ trì cuộc họp Ban Chỉ đạo chuyển đổi số tỉnh Cao Bằng?",
        "Tỉnh nào có 93,4% thủ tục hành chính được xử lý trực tuyến?",
        "Nghị quyết 11-NQ/TU nói về gì?",
        SCORE,
        RATE,
    ],
)
def test_a_complete_question_ignores_what_came_before(text: str) -> None:
    assert is_complete(understand(text))
    for history in ([], [RATE], ["Còn Bắc Giang?"], [SCORE, "", "??"]):
        assert resolve(text, history) == Resolved((understand(text),))


@pytest.mark.parametrize(
    "text", ["Còn Cao Bằng?", "Thế năm 2023?", "kinh tế số thì sao?", "Ai nói vậy?"]
)
def test_a_follow_up_is_not_complete(text: str) -> None:
    assert not is_complete(understand(text))
    assert resolve(text, []) == Resolved((understand(text),))


@pytest.mark.parametrize(
    ("before", "text", "filled"),
    [
        (RATE, "Vì sao?", "Vì sao Tỷ lệ hồ sơ trực tuyến của Đắk Lắk 6 tháng đầu năm 2024?"),
        (RATE, "So với Sơn La thì sao?", "So sánh " + RATE.replace("Lắk", "Lắk và Sơn La")),
        (SCORE, "So với năm trước?", "So sánh " + SCORE.replace("2022", "2022 và năm 2021")),
        (
            "Tỷ lệ ký số ở cấp tỉnh là bao nhiêu?",
            "Thế ở cấp xã?",
            "Tỷ lệ ký số ở cấp xã là bao nhiêu?",
        ),
        (
            "Huyện nào có tỷ lệ cao nhất?",
            "Thế thấp nhất?",
            "Huyện nào có tỷ lệ thấp nhất?",
        ),
        (
            "Kinh phí chiến dịch 90 ngày đêm là bao nhiêu?",
            "Khi nào nó kết thúc?",
            "Khi nào chiến dịch 90 ngày đêm kết thúc?",
        ),
        (
            "Cà Mau xếp hạng mấy?",
            "Tỉnh này có bao nhiêu tàu cá?",
            "Cà Mau có bao nhiêu tàu cá?",
        ),
        (
            "Bà Nguyễn Thị Thắm giữ chức vụ gì?",
            "Bà ấy nói gì về học bạ số?",
            "Nguyễn Thị Thắm nói gì về học bạ số?",
        ),
    ],
)
def test_what_is_pointed_at(before: str, text: str, filled: str) -> None:
    assert resolve(text, [before]).question.text == filled


def test_a_person_asked_for_is_recalled() -> None:
    resolved = resolve("Ông ấy giữ chức gì?", ["Ai chủ trì?"], lambda _: "Lê Hải Hòa").question
    assert resolved.text == "Lê Hải Hòa giữ chức gì?"
    assert resolve("Ông ấy giữ chức gì?", []).question.text == "Ông ấy giữ chức gì?"


def test_history_that_cannot_be_read_is_passed_over() -> None:
    filled = resolve("Còn Bắc Giang?", [RATE, "", "???", "a" * 3000]).question.text
    assert filled == RATE.replace("Đắk Lắk", "Bắc Giang")
    assert resolve("Còn Bắc Giang?", ["???"]) == Resolved((understand("Còn Bắc Giang?"),))
    with pytest.raises(QuestionError):
        resolve("?", [RATE])


def test_who_said_so() -> None:
    resolved = resolve(
        "Ai nói vậy?", ["Tại sao thứ hạng DTI năm 2023 của Quảng Ninh bị tụt?"]
    ).question
    assert resolved.asks == "person"
    assert resolved.provinces == ("Quảng Ninh",)


def test_without_accents_alone() -> None:
    resolved = resolve("con Bac Giang?", [RATE]).question
    assert resolved.provinces == ("Bắc Giang",)
    assert resolved.asks == "percent"


def test_a_conversation_without_accents() -> None:
    resolved = resolve("con Bac Giang?", [fold(RATE)]).question
    assert resolved.folded
    assert resolved.asks == "percent"


def test_the_time_does_not_double_with_every_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(text: str) -> Question:
        read.append(text)
        return understand(text)

    monkeypatch.setattr(conversation, "understand", counted)
    long = ("Bao nhiêu thủ tục hành chính trực tuyến " + "chuyển đổi số " * 150)[:1995]
    with contextlib.suppress(QuestionError):
        resolve("còn Cao Bằng?", [long, *["còn Cao Bằng?"] * 5])
    assert len(read) < 20


def test_a_conversation_of_a_thousand_turns() -> None:
    resolve("Còn Bắc Giang?", [RATE, *["Còn Cao Bằng?"] * 1000])


@pytest.mark.parametrize(
    ("history", "text", "said"),
    [
        (["Cao Bằng đã cấp bao nhiêu chứng thư số năm 2022?"], "Còn hộp thư công vụ?", "8.511"),
        (
            ["Cao Bằng 6 tháng đầu năm 2022 nhận bao nhiêu kiến nghị?"],
            "Trong đó về môi trường bao nhiêu?",
            "78 ý kiến",
        ),
        (
            ["DTI năm 2022 của Quảng Ninh xếp hạng mấy?", "Còn Nghệ An?"],
            "Tỉnh nào cao hơn?",
            "Quảng Ninh",
        ),
        (
            ["Chỉ số chuyển đổi số năm 2022 của Nghệ An xếp hạng mấy?"],
            "Đạt mục tiêu không?",
            "Không",
        ),
        (["Cao Bằng nhận bao nhiêu kiến nghị năm 2022?"], "Đã giải quyết xong bao nhiêu?", None),
        (
            [
                "Cao Bằng 6 tháng đầu năm 2022 nhận bao nhiêu kiến nghị?",
                "Trong đó về môi trường bao nhiêu?",
                "Thủ tục hành chính nữa?",
            ],
            "Đã giải quyết xong bao nhiêu?",
            None,
        ),
    ],
)
def test_conversations(five: Assistant, history: list[str], text: str, said: str | None) -> None:
    answer = five.ask(text, history).answer
    assert (answer is None) == (said is None)
    assert (said or "") in (answer or "")


def test_what_was_just_said_is_no_answer_to_what_follows(five: Assistant) -> None:
    before = "Tỷ lệ nộp hồ sơ giấy phép lái xe trực tuyến ở Thái Bình tháng 6/2023 là bao nhiêu?"
    assert five.ask(before).answer == "trên 10%"
    assert five.ask("Vậy tổng cộng đã cấp, đổi bao nhiêu bằng?", [before]).answer != "trên 10%"
