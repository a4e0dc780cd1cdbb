"""Bodies that lead a deed, that go along with it, and that are turned to."""

import pytest

from qa.reader import read_anyone, read_bodies
from qa.readers.bodies.organizations import read_organizations
from tests.qa.readings import best, reading
from tests.qa.reports import plain

LED = (
    "Giao Sở Tài chính chủ trì, phối hợp với Sở Y tế, Kho bạc Nhà nước rà soát các trạm đo mực nước "
    "trước ngày 30/6."
)
TURNED_TO = "Hiệp hội Nón lá Bàu Sen được giao nhiệm vụ liên hệ với Cục Bản quyền, Bộ Văn hóa để đăng ký hoa văn chung."


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Tỉnh giao cơ quan nào rà soát các trạm đo mực nước?", "Sở Tài chính"),
        ("Sở nào đứng đầu việc rà soát các trạm đo mực nước?", "Sở Tài chính"),
        ("Cơ quan nào chịu trách nhiệm chính về rà soát trạm đo mực nước?", "Sở Tài chính"),
        ("Don vi nao chu tri ra soat tram do muc nuoc", "Sở Tài chính"),
        ("Sở nào phối hợp rà soát các trạm đo mực nước?", "Sở Y tế"),
        ("Sở Tài chính phối hợp với sở nào rà soát các trạm đo mực nước?", "Sở Y tế"),
    ],
)
def test_who_leads_and_who_goes_along(question: str, answer: str) -> None:
    assert best(read_organizations(reading(question), plain(LED))) == answer


def test_all_of_a_row_go_along() -> None:
    found = read_organizations(reading("Cơ quan nào chủ trì rà soát trạm đo?"), plain(LED))
    along = [one.text for one in found if one.signs["along"] < 1]
    assert along == ["Sở Y tế", "Kho bạc Nhà nước"]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Tổ chức nào được giao đăng ký hoa văn chung?", "Hiệp hội Nón lá Bàu Sen"),
        ("Ai được giao đi đăng ký hoa văn chung?", "Hiệp hội Nón lá Bàu Sen"),
        ("Hiệp hội Nón lá Bàu Sen liên hệ với cơ quan nào để đăng ký?", "Cục Bản quyền"),
    ],
)
def test_who_is_to_do_it_and_who_is_turned_to(question: str, answer: str) -> None:
    asked = reading(question)
    read = read_anyone if asked.question.asks == "person" else read_bodies
    assert best(read(asked, plain(TURNED_TO))) == answer


def test_the_only_one_of_the_kind_asked_for() -> None:
    text = "UBND tỉnh phối hợp với Tập đoàn Sao Mai xây trạm đo mực nước."
    [found] = read_organizations(reading("Tập đoàn nào xây trạm đo của tỉnh?"), plain(text))[-1:]
    assert found.text == "Tập đoàn Sao Mai"
    assert found.signs["along"] == 1
