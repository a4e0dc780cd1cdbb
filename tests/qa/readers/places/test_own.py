"""The district that a report is of, where it tells what it did without its name."""

import pytest

from index.documents import Document
from qa.readers.places.own import read_own_district
from qa.readers.places.places import read_provinces
from qa.texts.paragraph import Paragraph
from tests.qa.readings import best, reading

TEXT = (
    "Huyện Gò Mây đã họp bàn. Tỷ lệ hộ dùng máy bơm đạt 92,5%. Toàn tỉnh có 81,3% hộ dùng máy bơm."
)


def told(district: str | None) -> Paragraph:
    return Paragraph(Document("d", "", TEXT, "Nghệ An", district), 0, len(TEXT))


@pytest.mark.parametrize(
    ("question", "district", "answer"),
    [
        ("Huyện nào của Nghệ An có 92,5% hộ dùng máy bơm?", "Gò Mây", "Gò Mây"),
        ("huyen nao co 92,5% ho dung may bom", "Gò Mây", "Gò Mây"),
        ("Địa phương nào có 92,5% hộ dùng máy bơm?", "Gò Mây", "Gò Mây"),
        ("Huyện nào có 92,5% hộ dùng máy bơm?", None, ""),
        ("Xã nào có 92,5% hộ dùng máy bơm?", "Gò Mây", ""),
        ("Huyện nào có 95,2% hộ dùng máy bơm?", "Gò Mây", ""),
        ("Huyện nào có 81,3% hộ dùng máy bơm?", "Gò Mây", ""),
    ],
)
def test_its_own_figures_are_its(question: str, district: str | None, answer: str) -> None:
    assert best(read_own_district(reading(question), told(district))) == answer


def test_it_is_told_of_before_its_province() -> None:
    asked = reading("Địa phương nào có 92,5% hộ dùng máy bơm?")
    assert best(read_provinces(asked, told("Gò Mây"))) == "Gò Mây"
    assert best(read_provinces(reading("Huyện nào có 92,5% hộ dùng máy bơm?"), told("Gò Mây")))
