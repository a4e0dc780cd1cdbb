"""Comparisons: every side cited, the conclusion computed and told as such."""

import re

import pytest

from qa.answer import Answer, loose_figures
from qa.assistant import Assistant
from qa.comparing.compare import compare, tells_of_both
from qa.findings import Find
from qa.questions.indicators import indicator_kind, period_name, written
from qa.questions.parting import is_compared
from qa.questions.question import understand
from qa.readers.reading import Candidate
from qa.texts.period import find_periods
from tests.qa.finding import finding_in, paragraph


def cells(answer: Answer) -> dict[str, str]:
    """Values by place, each checked to stand in the citation it points to."""
    for cell in answer.cells:
        cited = answer.citations[cell.citation]
        assert cell.value in cited.quote
        assert cited.province == cell.place
    return {cell.place: cell.value for cell in answer.cells}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("So sánh hạng DTI", "rank"),
        ("nơi nào điểm cao hơn", "score"),
        ("Tỷ lệ hồ sơ trực tuyến", "percent"),
        ("Kinh phí năm 2023", "money"),
        ("Số tổ công nghệ số", "number"),
        ("Thời gian thông quan mỗi xe hàng", "number"),
    ],
)
def test_what_is_compared(text: str, kind: str) -> None:
    assert indicator_kind(understand(text)) == kind


@pytest.mark.parametrize(
    "words",
    ["năm 2022", "quý I năm 2022", "6 tháng đầu năm 2024", "9 tháng năm 2023", "quý IV năm"],
)
def test_periods_are_named_as_they_are_read(words: str) -> None:
    [period] = find_periods(words)
    assert period_name(period) == words


def test_a_month_is_named_as_it_is_read() -> None:
    [period] = find_periods("tháng 5 năm 2023")
    assert period_name(period) == "tháng 5 năm 2023"


@pytest.mark.parametrize(
    ("number", "text"), [(0.1 + 0.2, "0,3"), (1234567.0, "1.234.567"), (22.1, "22,1"), (49.0, "49")]
)
def test_computed_numbers_are_written_as_vietnamese_writes(number: float, text: str) -> None:
    assert written(number) == text


def test_the_better_rank_is_the_smaller_number(five: Assistant) -> None:
    answer = five.ask("So sánh hạng DTI năm 2022 của Nghệ An và Quảng Ninh")
    assert answer.answer is not None
    assert answer.answer.startswith("Quảng Ninh năm 2022 cao hơn 49 bậc")
    assert (answer.kind, answer.computed) == ("compare", True)
    assert cells(answer) == {"Nghệ An": "52/63", "Quảng Ninh": "hạng 3"}


@pytest.mark.parametrize("places", ["An Giang và Sơn La", "Sơn La và An Giang"])
def test_the_order_of_the_sides_does_not_matter(both: Assistant, places: str) -> None:
    answer = both.ask(f"So sánh tỷ lệ hồ sơ trực tuyến năm 2023 của {places}")
    assert answer.answer is not None
    assert answer.answer.startswith("An Giang năm 2023 cao hơn 2,4 điểm phần trăm")
    assert cells(answer) == {"An Giang": "63,7%", "Sơn La": "61,3%"}


def test_a_side_that_is_not_reported(five: Assistant) -> None:
    answer = five.ask("So sánh hạng DTI năm 2022 của Quảng Ninh và Hà Nội")
    assert answer.abstained
    assert answer.note is not None
    assert answer.note.startswith("Có số liệu của Quảng Ninh năm 2022, không có của Hà Nội")


@pytest.mark.parametrize(
    ("text", "said", "computed"),
    [
        (
            "Tỷ lệ ký số ở cấp tỉnh và cấp xã của Đắk Lắk năm 2023 chênh nhau bao nhiêu?",
            "cấp tỉnh cao hơn 22,1 điểm phần trăm (cấp tỉnh: 98,4%; cấp xã: 76,3%)",
            True,
        ),
        (
            "Từ 2022 đến 2023 tỷ lệ thanh toán trực tuyến của An Giang thay đổi thế nào?",
            "Tăng 16,7 điểm phần trăm (An Giang năm 2022: 9,4%; An Giang năm 2023: 26,1%)",
            True,
        ),
        (
            "Nghệ An ban hành bao nhiêu kế hoạch và bao nhiêu quyết định về chuyển đổi số?",
            "14 Kế hoạch; quyết định về chuyển đổi số: 6 Quyết định",
            False,
        ),
        (
            "Thời gian cấp phép xây dựng ở Bình Dương giảm từ bao nhiêu ngày xuống bao nhiêu ngày?",
            "Từ 20 ngày thành 9 ngày",
            False,
        ),
    ],
)
def test_parts_of_one_question(both: Assistant, text: str, said: str, computed: bool) -> None:
    answer = both.ask(text)
    assert (answer.answer, answer.computed) == (said, computed)
    assert len(answer.citations) == 2
    assert computed or not loose_figures(said, answer.citations)


@pytest.mark.parametrize(
    ("text", "first", "count"),
    [
        ("Tỉnh nào có hạng DTI cao nhất năm 2022?", "Quảng Ninh", 2),
        ("Tỉnh nào có hạng DTI thấp nhất năm 2022?", "Sơn La", 2),
    ],
)
def test_superlatives_cite_all_they_compare(
    both: Assistant, text: str, first: str, count: int
) -> None:
    answer = both.ask(text)
    assert answer.answer is not None
    assert answer.answer.startswith(first)
    assert answer.computed
    ranks = [int(re.findall(r"\d+", value)[0]) for value in cells(answer).values()]
    assert len(ranks) == len(answer.citations) >= count
    assert ranks == sorted(ranks, reverse="thấp" in text)


def finding_in_years(*texts: tuple[int, str]) -> Find:
    """Looks in invented reports, each of a year."""
    return finding_in(
        [paragraph(at, text, published=f"{year}-06-30") for at, (year, text) in enumerate(texts)]
    )


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        ("năm 2027 của tỉnh", "năm 2028 của tỉnh", "Bằng nhau (năm 2027: 50%; năm 2028: 50%)"),
        ("của tỉnh", "của tỉnh trên cổng", None),
    ],
)
def test_the_same_at_two_times_only_where_both_are_told(
    then: str, now: str, said: str | None
) -> None:
    texts = [f"Tỷ lệ hồ sơ trực tuyến {words} đạt 50%." for words in (then, f"{now} mạng")]
    asked = understand("Tỷ lệ hồ sơ trực tuyến năm 2027 so với năm 2028 thay đổi thế nào?")
    assert compare(asked, finding_in_years((2027, texts[0]), (2028, texts[1])), 0.3).answer == said


def test_a_figure_of_another_kind_behind_a_second_question_word() -> None:
    asked = understand("Học sinh đoạt giải trước được thưởng bao nhiêu, nay đề xuất bao nhiêu?")
    told = "Học sinh đoạt giải trước được thưởng 15 triệu đồng, nay đề xuất thưởng"
    assert compare(asked, finding_in_years((2027, f"{told} thêm 4% lương.")), 0.2).abstained
    both = compare(asked, finding_in_years((2027, f"{told} 65 triệu đồng.")), 0.2).answer
    assert both is not None
    assert "15 triệu đồng" in both
    assert "65 triệu đồng" in both


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("So sánh DTI 2022 của Quảng Ninh và Nghệ An", "Quảng Ninh năm 2022 cao hơn 49 bậc"),
        (
            "Năm 2022, giữa Nghệ An và Quảng Ninh, tỉnh nào xếp trên về chỉ số chuyển đổi số?",
            "Quảng Ninh năm 2022 cao hơn 49 bậc",
        ),
        (
            "Kế hoạch 37 và kế hoạch 59 của Quảng Ninh, kế hoạch nào có nhiều nhiệm vụ hơn?",
            "Kế hoạch 37 cao hơn 1 (Kế hoạch 37: 52 nhiệm vụ; kế hoạch 59: 51 nhiệm vụ)",
        ),
    ],
)
def test_indexes_and_numbered_documents(five: Assistant, question: str, said: str) -> None:
    answer = five.ask(question)
    assert answer.answer is not None
    assert answer.answer.startswith(said)
    assert len(answer.cells) == 2


def test_a_target_beside_what_was_achieved_is_said_to_be_one(five: Assistant) -> None:
    answer = five.ask("Từ 2022 đến 2024 Thái Bình thay đổi thế nào về văn bản ký số?")
    assert [(one.value, one.nature) for one in answer.cells] == [
        ("đạt từ 80% trở lên", "target"),
        ("99,1%", "achieved"),
    ]
    assert answer.note is not None
    assert "không so sánh trực tiếp được" in answer.note
    assert not answer.computed


def test_of_two_documents_of_two_years_nothing_grew() -> None:
    asked = understand(
        "Kế hoạch 59 năm 2027 và Kế hoạch 37 năm 2028, kế hoạch nào đề ra nhiều nhiệm vụ hơn?"
    )
    find = finding_in_years(
        (2027, "Kế hoạch số 59 đề ra 51 nhiệm vụ."), (2028, "Kế hoạch số 37 đề ra 52 nhiệm vụ.")
    )
    said = compare(asked, find, 0.3).answer
    assert said == "Kế hoạch 37 cao hơn 1 (Kế hoạch 59: 51 nhiệm vụ; Kế hoạch 37: 52 nhiệm vụ)"


@pytest.mark.parametrize(
    ("asked", "text", "tells"),
    [
        ("Trường An Mây: lớp 1 hay lớp 2 có tỷ lệ xong cao hơn?", "Trường có hơn 1.000 học sinh.", False),
        ("Trường An Mây: lớp 1 hay lớp 2 có tỷ lệ xong cao hơn?", "Năm 2024, trường có 1.000 học sinh.", False),
        ("Trường An Mây: lớp 1 hay lớp 2 có tỷ lệ xong cao hơn?", "Lớp 1 xong 100%, lớp 2 xong 90%.", True),
        ("Trường An Mây: lớp 1 hay lớp 2 có tỷ lệ xong cao hơn?", "Lớp 1 có tỷ lệ cao hơn lớp 2.", True),
        ("So sánh trường An Mây và trường An Gió", "Trường có hơn 1.000 học sinh.", True),
    ],
)  # fmt: skip
def test_a_sentence_that_tells_of_both(asked: str, text: str, tells: bool) -> None:
    said = (0, len(text))
    sentence = Candidate(paragraph(0, text), said, said, text, 0.8)
    assert tells_of_both(understand(asked), sentence) is tells


SPOTS = "Họp trực tuyến có 14 điểm cầu cấp tỉnh, huyện và 161 điểm cầu cấp xã."
PAIR = "Xã nhận 217 kiến nghị, trong đó có 13 ý kiến về đường, cầu, 15 ý kiến về điện nước, 78 ý kiến về rác."
HELPED = (
    "Ông Trần Văn Mơ nhận giúp 7 hộ. Ông Lê Văn Tâu nhận giúp 4 hộ. Bà Hồ Thị Sen nhận giúp 9 hộ."
)


@pytest.mark.parametrize(
    ("question", "text", "said"),
    [
        (
            "Tính gộp điểm cầu cấp tỉnh, huyện với cấp xã lại được bao nhiêu điểm?",
            SPOTS,
            "Tổng cộng 175",
        ),
        (
            "Dân kêu về đường, cầu hay về điện nước nhiều hơn, mỗi bên bao nhiêu ý kiến?",
            PAIR,
            "về điện nước cao hơn 2",
        ),
        (
            "Trần Văn Mơ và Lê Văn Tâu, ai nhận giúp nhiều hộ hơn?",
            HELPED,
            "Trần Văn Mơ cao hơn 3",
        ),
    ],
)
def test_two_of_one_text_are_held_together(question: str, text: str, said: str) -> None:
    asked = understand(question)
    assert is_compared(asked)
    answer = compare(asked, finding_in([paragraph(0, text)]), 0.3)
    assert (answer.answer or "").startswith(said)


def test_shares_are_not_added() -> None:
    text = "Tỷ lệ ký số của cấp tỉnh là 90%, của cấp xã là 60%."
    question = understand("Cộng lại cấp tỉnh và cấp xã được bao nhiêu ký số?")
    answer = compare(question, finding_in([paragraph(0, text)]), 0.1)
    assert "150" not in (answer.answer or "")
