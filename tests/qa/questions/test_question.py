"""Questions understood: place, period, kind, content; however they are typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.vietnamese import fold
from qa.errors import QuestionError
from qa.questions.question import MAXIMUM_CHARACTERS, understand

ASKED = "Tỷ lệ hồ sơ trực tuyến của Thái Bình 6 tháng đầu năm 2024 là bao nhiêu?"


def test_a_question_is_taken_apart() -> None:
    question = understand(ASKED)
    assert (question.asks, question.kind, question.nature) == ("percent", "number", "achieved")
    assert question.provinces == ("Thái Bình",)
    assert question.period is not None
    assert (question.period.year, question.period.part) == (2024, "h1")
    assert question.text[slice(*question.focus)] == "bao nhiêu"
    said = {question.text[unit.start : unit.end].lower() for unit in question.content}
    assert said >= {"hồ", "sơ", "trực", "tuyến"}
    assert not said & {"thái", "bình", "2024", "bao", "nhiêu", "là", "của"}


@pytest.mark.parametrize(
    "typed",
    [
        unicodedata.normalize("NFD", ASKED),
        ASKED.lower(),
        ASKED.rstrip("?"),
        f"  {ASKED}\n",
        ASKED.replace("Tỷ", "Tỉ"),
        ASKED.replace(" ", "\u00a0"),
    ],
)
def test_the_same_question_typed_otherwise(typed: str) -> None:
    one, other = understand(ASKED), understand(typed)
    assert [u.key for u in one.content] == [u.key for u in other.content]
    assert (one.asks, one.provinces) == (other.asks, other.provinces)
    assert one.period == other.period


def test_without_accents() -> None:
    one, other = understand(ASKED), understand(fold(ASKED))
    assert not one.folded and other.folded
    assert [u.folded for u in one.content] == [u.folded for u in other.content]
    assert (one.asks, one.provinces, one.nature) == (other.asks, other.provinces, other.nature)
    assert one.period == other.period


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("Điểm tăng thêm của xã hội số so với năm trước?", "change"),
        (
            "Mục tiêu hộ gia đình có Internet cáp quang của Quảng Ninh là bao nhiêu phần trăm?",
            "target",
        ),
        ("Thái Bình phải đưa tỷ lệ văn bản ký số lên bao nhiêu phần trăm?", "target"),
        ("Tỷ lệ hồ sơ trực tuyến vượt mục tiêu bao nhiêu phần trăm?", "exceeded"),
        ("Hồ sơ trực tuyến ăn đứt chỉ tiêu đề ra bao nhiêu?", "exceeded"),
        ("Số hộ dùng mạng hơn mục tiêu bao nhiêu?", "exceeded"),
        ("DTI của Quảng Ninh tăng bao nhiêu bậc?", "change"),
        ("DTI của Quảng Ninh leo mấy nấc?", "change"),
        ("Nghệ An hoàn thành bao nhiêu mục tiêu về chính quyền số?", "achieved"),
        ("Ai chủ trì cuộc họp về mục tiêu?", "achieved"),
    ],
)
def test_what_of_a_figure_is_asked(text: str, nature: str) -> None:
    assert understand(text).nature == understand(fold(text)).nature == nature


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Nghị quyết 11-NQ/TU về gì?", ("11-nq/tu",)),
        ("Kế hoạch số 59/KH-UBND đề ra gì?", ("59/kh-ubnd",)),
        ("Quyết định 571 phê duyệt gì?", ("571",)),
        ("KH 586 ban hành ngày nào?", ("586",)),
        ("Đạt 93,4% là tỉnh nào?", ()),
    ],
)
def test_documents_named(text: str, numbers: tuple[str, ...]) -> None:
    assert understand(text).document_numbers == understand(fold(text)).document_numbers == numbers


def test_stated_figures_leave_out_periods() -> None:
    question = understand("Năm 2022, tỉnh nào có 93,4% TTHC trực tuyến, 6 tháng đầu năm?")
    assert [unit.key for unit in question.figures] == ["93.4%"]


def test_units_of_the_34_take_in_their_parts_since_the_merger() -> None:
    assert understand("Phú Thọ thế nào?").place_names == {"Phú Thọ", "Vĩnh Phúc", "Hòa Bình"}
    assert understand("Phú Thọ năm 2025 thế nào?").place_names > {"Vĩnh Phúc"}
    assert understand("Phú Thọ năm 2022 thế nào?").place_names == {"Phú Thọ"}
    assert understand("Quảng Ninh thế nào?").place_names == {"Quảng Ninh"}
    assert understand("Tỉnh nào dẫn đầu?").place_names == frozenset()


def test_a_held_office_is_asked_of_a_person_and_a_person_of_an_office() -> None:
    assert understand("Ông Nguyễn Khắc Thận là ai?").asks == "office"
    assert understand("Ai là Chủ tịch UBND tỉnh Cao Bằng?").asks == "person"


@pytest.mark.parametrize("text", ["", " ", "\n\t\u00a0", "\u200b", "\x00"])
def test_an_empty_question(text: str) -> None:
    with pytest.raises(QuestionError, match=r"^Câu hỏi trống: hãy [^\n]+$"):
        understand(text)


@pytest.mark.parametrize("text", ["?", "!!! ... ???", "😀😀", "—", "“”", "%", "👩‍👩‍👧 ❤️"])
def test_a_question_without_words(text: str) -> None:
    with pytest.raises(QuestionError, match=r"không có chữ hay số nào: hãy [^\n]+$"):
        understand(text)


def test_a_question_that_is_too_long() -> None:
    with pytest.raises(
        QuestionError, match=rf"dài 20000 ký tự, quá giới hạn {MAXIMUM_CHARACTERS}: hãy"
    ):
        understand("a" * 20_000)
    assert understand("a" * MAXIMUM_CHARACTERS)


@given(st.text(max_size=120))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        question = understand(text)
    except QuestionError as error:
        assert "\n" not in str(error)
        return
    assert 0 <= question.focus[0] <= question.focus[1] <= len(question.text)
    for unit in question.units:
        assert 0 <= unit.start < unit.end <= len(question.text)


@pytest.mark.parametrize(
    ("question", "asks", "nature"),
    [
        ("Kho dữ liệu chứa thông tin mấy triệu thửa?", "number", "achieved"),
        ("Dự án cần mấy triệu đồng?", "money", "achieved"),
        ("Tiền nước đắt lên mấy phần trăm?", "percent", "change"),
        ("Lương tối thiểu vùng 4 là bao nhiêu?", "money", "achieved"),
        ("Ở chỉ tiêu nhân lực, thành phố có mấy điểm?", "score", "achieved"),
        ("Khảo sát trước kỳ tăng lương: mấy phần trăm người bảo đủ sống?", "percent", "achieved"),
        ("Thẻ giả được rao giá bao nhiêu?", "money", "achieved"),
        ("Số điểm phát wifi của thành phố?", "number", "achieved"),
        ("Khối này chiếm bao nhiêu thương mại thế giới?", "percent", "achieved"),
        ("Số ca bệnh năm nay nhiều hơn năm trước bao nhiêu phần trăm?", "percent", "change"),
        ("Kinh phí năm nay ít hơn so với năm 2021 bao nhiêu tỷ đồng?", "money", "change"),
    ],
)
def test_what_kind_of_figure_is_asked(question: str, asks: str, nature: str) -> None:
    read = understand(question)
    assert (read.asks, read.nature) == (asks, nature)


def test_a_title_is_no_part_of_a_name() -> None:
    assert understand("Theo TS Lê Văn Bình, xã có bao nhiêu hộ?").names[0][0].folded == "le"
    [name] = understand("Theo lời Phó TT Vương Văn Hồ, xã có bao nhiêu hộ?").names
    assert [unit.folded for unit in name] == ["vuong", "van", "ho"]


def test_a_term_before_the_merger_is_of_the_old_province() -> None:
    asked = understand("Ai làm chủ tịch Phú Thọ nhiệm kỳ 2011 - 2016?")
    assert asked.period is None
    assert asked.place_names == {"Phú Thọ"}


def test_a_name_without_its_accents_makes_no_question_english() -> None:
    assert understand("Ong Lu The Can giu chuc gi").text == "Ong Lu The Can giu chuc gi"


def test_how_many_places_are_compared_tells_nothing_of_what() -> None:
    plain_one = understand("Quảng Ninh và Nghệ An, tỉnh nào xếp hạng DTI cao hơn?")
    counted = understand("Giữa hai tỉnh Quảng Ninh và Nghệ An, tỉnh nào xếp hạng DTI cao hơn?")
    assert [u.key for u in counted.content] == [u.key for u in plain_one.content]


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("Gò Sậy tăng mấy bậc so với năm 2021?", None),
        ("So với năm 2021, năm 2022 Gò Sậy tăng mấy bậc?", 2022),
        ("Năm 2021 Gò Sậy tăng mấy bậc?", 2021),
    ],
)
def test_what_a_change_is_told_against_is_not_its_time(question: str, year: int | None) -> None:
    period = understand(question).period
    assert (period.year if period else None) == year


def test_among_whom_a_province_ranks_is_no_content() -> None:
    for text in ("Xã hội số xếp thứ mấy cả nước?", "Xã hội số xếp thứ mấy trong 63 tỉnh thành?"):
        for typed in (text, fold(text)):
            said = {unit.folded for unit in understand(typed).content}
            assert not said & {"ca", "nuoc", "tinh", "thanh"}
            assert "so" in said


def test_particles_are_no_content() -> None:
    said = understand("Có bao nhiêu hộ có mạng rồi nhỉ, số liệu giữa năm 2022 ý").content
    assert [unit.folded for unit in said] == ["ho", "mang"]


def test_what_only_tells_when_or_asks_kindly_is_no_content() -> None:
    said = understand("Cho hỏi khép lại 2022 xã làm mấy trạm nhỉ?").content
    assert {unit.folded for unit in said} == {"xa", "tram"}
