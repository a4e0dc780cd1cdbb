"""What the tests of the assistant share: the real reports opened, and questions."""

from pathlib import Path
from typing import Any

import pytest

from qa.assistant import Assistant
from qa.evaluate import Summary, evaluate, read_questions
from tests.qa.reports import QUESTIONS, SHARED


@pytest.fixture(scope="session")
def five(five_index: Path) -> Assistant:
    return Assistant.open(five_index)


@pytest.fixture(scope="session")
def both(both_index: Path) -> Assistant:
    return Assistant.open(both_index)


@pytest.fixture(scope="session")
def rows() -> list[dict[str, Any]]:
    """The questions for tuning, none of those kept for reporting."""
    return [row for row in read_questions(QUESTIONS) if row["split"] == "tune"]


@pytest.fixture(scope="session")
def shared_rows() -> list[dict[str, Any]]:
    """The team's questions about corpus/, where the checkout has them."""
    if not SHARED.is_file():
        pytest.skip(f"no {SHARED}")
    return read_questions(SHARED)


@pytest.fixture(scope="session")
def summary(both: Assistant, rows: list[dict[str, Any]]) -> Summary:
    """The tuning questions asked once over all reports."""
    return evaluate(both, rows)


@pytest.fixture(scope="session")
def shared_summary(five: Assistant, shared_rows: list[dict[str, Any]]) -> Summary:
    """The team's questions asked once over corpus/."""
    return evaluate(five, shared_rows)
