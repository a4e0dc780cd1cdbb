"""What several test files share."""

import os

# Before huggingface_hub is imported: no test may wait for a network.
os.environ["HF_HUB_OFFLINE"] = "1"

import shutil
from pathlib import Path

import pytest

from index.encoder import Encoder, open_encoder
from index.generation import CACHE
from index.update import build
from tests.qa.reports import CORPUS, INVENTED


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The bundled default; it loads its model for the first text."""
    return open_encoder()


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
