"""Whether figures of invented texts are of the kind asked about."""

import pytest

from index.vietnamese import fold
from qa.readers.figures.kinds_apart import OTHER_KIND, UNTOLD, kind_apart_fit
from qa.texts.figures import figures
from tests.qa.readings import reading
from tests.qa.reports import plain

CERTIFICATES = "Huyện cấp 260 chứng thư số chuyên dùng."
LATE = "Có 6 mô hình chậm tiến độ."
BOTH = "Có 6 mô hình chậm tiến độ, 11 mô hình đúng tiến độ."
SCHOOLS = "Có 40 trường từ tiểu học đến THPT dùng học bạ số."
WAVES = "Có 12 khu dân cư có mạng cố định."


@pytest.mark.parametrize(
    ("question", "text", "fits"),
    [
        ("Huyện cấp bao nhiêu chứng thư số cá nhân?", CERTIFICATES, [OTHER_KIND]),
        ("Huyện cấp bao nhiêu chứng thư số chuyên dùng?", CERTIFICATES, [1.0]),
        ("Huyện cấp bao nhiêu chứng thư số?", CERTIFICATES, [1.0]),
        ("Bao nhiêu mô hình đúng tiến độ?", LATE, [OTHER_KIND]),
        ("Bao nhiêu mô hình đúng tiến độ?", BOTH, [1.0, 1.0]),
        ("Bao nhiêu trường THCS dùng học bạ số?", SCHOOLS, [1.0]),
        ("Bao nhiêu khu dân cư có 5G?", WAVES, [UNTOLD]),
    ],
)
def test_kinds(question: str, text: str, fits: list[float]) -> None:
    paragraph = plain(text)
    listed = [one for one in figures(paragraph) if one.kind == "count"]
    for typed in (question, fold(question)):
        found = [kind_apart_fit(reading(typed), paragraph, one, listed) for one in listed]
        assert found == fits


def test_what_a_report_names_elsewhere_is_told() -> None:
    paragraph = plain("Sóng 5G phủ toàn huyện. Có 12 khu dân cư bắt được.")
    figure = next(one for one in figures(paragraph) if paragraph.text[one.span[0]] == "1")
    assert kind_apart_fit(reading("Bao nhiêu khu dân cư có 5G?"), paragraph, figure, []) == 1.0
