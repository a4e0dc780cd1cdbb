"""What several test files share."""

import os

# Before huggingface_hub is imported: no test may wait for a network.
os.environ["HF_HUB_OFFLINE"] = "1"

import shutil
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from index.encoder import Encoder, open_encoder
from index.generation import CACHE
from index.update import build
from tests.index.small_corpus import warmed
from tests.qa.reports import CORPUS, INVENTED

# Several workers share two cores: what a single example takes tells nothing. The same examples
# every time, so that a failure is of the change; `--hypothesis-profile=explore` looks for new ones.
settings.register_profile("shared", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile("shared")


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The bundled default; it loads its model for the first text."""
    return open_encoder()


@pytest.fixture(scope="session")
def vectors(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Path:
    """The vectors of corpus/ and of the invented reports, encoded once for all workers."""
    own = tmp_path_factory.getbasetemp()
    home = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "vectors"
    with FileLock(home.with_suffix(".lock")):
        if not (home / "index" / "CURRENT").exists():
            shutil.copytree(CORPUS, home / "corpus")
            shutil.copytree(INVENTED, home / "corpus", dirs_exist_ok=True)
            build(home / "corpus", home / "index", encoder)
    return home / "index" / CACHE


@pytest.fixture(scope="session")
def five_index(tmp_path_factory: pytest.TempPathFactory, vectors: Path, encoder: Encoder) -> Path:
    """An index of corpus/."""
    index = warmed(tmp_path_factory.mktemp("five") / "index", vectors)
    build(CORPUS, index, encoder)
    return index


@pytest.fixture(scope="session")
def both_index(tmp_path_factory: pytest.TempPathFactory, vectors: Path, encoder: Encoder) -> Path:
    """An index of corpus/ and the invented reports."""
    home = tmp_path_factory.mktemp("both")
    corpus, index = home / "corpus", warmed(home / "index", vectors)
    shutil.copytree(CORPUS, corpus)
    shutil.copytree(INVENTED, corpus, dirs_exist_ok=True)
    build(corpus, index, encoder)
    return index
