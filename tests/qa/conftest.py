"""What the tests of the assistant share: indexes of the real reports, and questions."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from index.encoder import Encoder
from index.generation import CACHE
from index.update import build
from qa.assistant import Assistant
from qa.evaluate import Summary, evaluate, read_questions
from tests.qa.reports import CORPUS, INVENTED, QUESTIONS, SHARED


@pytest.fixture(scope="session")
def five_index(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Path:
    """An index of corpus/."""
    index = tmp_path_factory.mktemp("five") / "index"
    build(CORPUS, index, encoder)
    return index


@pytest.fixture(scope="session")
def both_index(
    tmp_path_factory: pytest.TempPathFactory, five_index: Path, encoder: Encoder
) -> Path:
    """An index of corpus/ and the invented reports; what the other has is not encoded again."""
    home = tmp_path_factory.mktemp("both")
    corpus, index = home / "corpus", home / "index"
    shutil.copytree(CORPUS, corpus)
    shutil.copytree(INVENTED, corpus, dirs_exist_ok=True)
    index.mkdir()
    shutil.copy(five_index / CACHE, index)
    build(corpus, index, encoder)
    return index


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
