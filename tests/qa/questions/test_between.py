"""Two things told at the head of a question."""

import pytest

from qa.questions.between import between
from qa.questions.parting import is_compared, parts
from qa.questions.question import understand


@pytest.mark.parametrize(
    ("text", "halves", "names"),
    [
        (
            "Kế hoạch 59 của Sơn La giao nhiều nhiệm vụ hơn Kế hoạch 37 không, mỗi bên bao nhiêu?",
            ("Kế hoạch 59 của Sơn La giao", "Kế hoạch 37"),
            ("Kế hoạch 59", "Kế hoạch 37"),
        ),
        (
            "Kế hoạch 59 năm 2022 và Kế hoạch 37 năm 2023 của Sơn La, kế hoạch nào nhiều nhiệm vụ hơn?",
            ("Kế hoạch 59 năm 2022", "Kế hoạch 37 năm 2023 của Sơn La"),
            ("Kế hoạch 59", "Kế hoạch 37"),
        ),
        (
            "Giữa Kế hoạch 59 và Kế hoạch 37 của Sơn La, kế hoạch nào nhiều nhiệm vụ hơn?",
            ("Kế hoạch 59 của Sơn La", "Kế hoạch 37 của Sơn La"),
            ("Kế hoạch 59", "Kế hoạch 37"),
        ),
        (
            "Sơn La trong năm 2022 và Cà Mau sau 1 năm thực hiện, tỉnh nào ra nhiều văn bản hơn?",
            ("Sơn La trong năm 2022", "Cà Mau sau 1 năm thực hiện"),
            ("Sơn La", "Cà Mau"),
        ),
        (
            "Năm 2022, giữa Sơn La và Cà Mau, tỉnh nào xếp trên?",
            ("Năm 2022, Sơn La", "Năm 2022, Cà Mau"),
            ("Sơn La", "Cà Mau"),
        ),
        (
            "DTI 2022 Sơn La và Cà Mau, tỉnh nào xếp hạng cao hơn?",
            ("DTI 2022 Sơn La", "DTI 2022 Cà Mau"),
            ("Sơn La", "Cà Mau"),
        ),
    ],
)
def test_the_two_at_the_head(text: str, halves: tuple[str, str], names: tuple[str, str]) -> None:
    found = between(understand(text))
    assert found is not None
    assert found.halves == halves
    assert found.names == names


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh nào ra nhiều văn bản hơn?",
        "Ký số và lưu trữ ở Sơn La, việc nào nhanh hơn?",
        "Kế hoạch 59, Kế hoạch 37 và Kế hoạch 12, kế hoạch nào nhiều nhiệm vụ hơn?",
    ],
)
def test_no_two_at_the_head(text: str) -> None:
    assert between(understand(text)) is None


def test_each_is_asked_with_all_that_is_said_of_it() -> None:
    text = (
        "Kế hoạch 59 năm 2022 và Kế hoạch 37 năm 2023 của Sơn La, kế hoạch nào nhiều nhiệm vụ hơn?"
    )
    question = understand(text)
    assert is_compared(question)
    first, second = (part.question for part in parts(question))
    assert first.text.startswith("Kế hoạch 59 năm 2022 bao nhiêu nhiệm vụ")
    assert first.document_numbers == ("59",)
    assert first.provinces == second.provinces == ("Sơn La",)
    assert [one.period and one.period.year for one in (first, second)] == [2022, 2023]
    assert [part.label for part in parts(question)] == ["Kế hoạch 59", "Kế hoạch 37"]


def test_how_far_apart_is_no_part_of_what_is_asked_of_each() -> None:
    text = "Sơn La và Cà Mau, tỉnh nào xếp hạng năm 2022 cao hơn, cách nhau bao nhiêu bậc?"
    assert [part.question.text for part in parts(understand(text))] == [
        "Sơn La xếp hạng năm 2022 là bao nhiêu?",
        "Cà Mau xếp hạng năm 2022 là bao nhiêu?",
    ]


def test_how_many_places_ahead_asks_for_the_places() -> None:
    asked = parts(understand("Năm 2022 Sơn La hơn Cà Mau bao nhiêu bậc về chuyển đổi số?"))
    assert [part.question.asks for part in asked] == ["rank", "rank"]
    assert "hạng mấy" in asked[0].question.text
