"""Whether figures of invented texts are of the topic asked about."""

import pytest

from qa.readers.figures.topics import OF_ANOTHER, UNTOLD, topic_fit
from qa.texts.figures import figures
from tests.qa.readings import reading
from tests.qa.reports import plain

OPINIONS = "Xã nhận 240 kiến nghị của người dân."
OF_ROADS = "Xã nhận 60 kiến nghị về đường sá."
RECORDS = "Tiến độ làm sạch dữ liệu hộ tịch còn chậm (đạt 62%)."
BOTH = "Dữ liệu đất đai đạt 80%, dữ liệu hộ tịch 62%."
PEOPLE = "Theo ông, 21% hồ sơ rơi vào diện này."


@pytest.mark.parametrize(
    ("question", "text", "fit"),
    [
        ("Xã nhận bao nhiêu kiến nghị về giao thông?", OPINIONS, UNTOLD),
        ("Xã nhận bao nhiêu kiến nghị về đường sá?", OF_ROADS, 1.0),
        ("xa nhan bao nhieu kien nghi lien quan den dat dai", OF_ROADS, UNTOLD),
        ("Xã nhận bao nhiêu kiến nghị của người dân?", OPINIONS, 1.0),
        ("Làm sạch dữ liệu đất đai đạt bao nhiêu phần trăm?", RECORDS, OF_ANOTHER),
        ("Làm sạch dữ liệu dân cư đạt bao nhiêu phần trăm?", RECORDS, OF_ANOTHER),
        ("Làm sạch dữ liệu hộ tịch đạt bao nhiêu phần trăm?", RECORDS, 1.0),
        ("Làm sạch dữ liệu đạt bao nhiêu phần trăm?", RECORDS, 1.0),
        ("Dữ liệu đất đai đạt bao nhiêu phần trăm?", BOTH, 1.0),
        ("Bao nhiêu phần trăm hồ sơ phải nhờ con người xem?", PEOPLE, 1.0),
    ],
)
def test_topics(question: str, text: str, fit: float) -> None:
    paragraph = plain(text)
    figure = figures(paragraph)[0]
    assert topic_fit(reading(question), paragraph, figure) == fit
