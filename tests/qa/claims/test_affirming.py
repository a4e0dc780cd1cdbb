"""The sentence of a day that tells of someone else affirms nothing."""

from qa.claims.affirming import affirms
from qa.questions.question import understand
from qa.readers.dates.dates import read_dates
from tests.qa.readings import reading
from tests.qa.reports import plain


def test_a_day_told_of_another_person() -> None:
    claim = "Giấy khen ngày 9-10-2007 là của ông Lê Văn Tám, đúng không?"
    for name, holds in (("Lê Văn Tám", True), ("Võ Văn Chín", None)):
        told = plain(f"Giấy khen ngày 9-10-2007 là của ông {name}.")
        [day] = read_dates(reading("Giấy khen của ai ngày nào?"), told)
        assert affirms(understand(claim), day) is holds
