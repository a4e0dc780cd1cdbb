"""Signs are looked at of figures however little else speaks for them."""

import pytest

from qa.readers.figures import numbers


@pytest.fixture(autouse=True)
def every_figure_is_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    for least in ("WORTH_MATCHING", "WORTH_TELLING"):
        monkeypatch.setattr(numbers, least, 0.0)
