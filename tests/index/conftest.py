"""What the tests of the index share."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from index.encoder import Encoder
from index.update import build
from tests.index.small_corpus import warm_cache, warmed, write_reports


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Path:
    """A vector cache that knows every report of `small_corpus`."""
    return warm_cache(tmp_path_factory.mktemp("warm"), encoder)


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder, in memory if there is such: a disk would flush some hundred builds."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


@pytest.fixture
def corpus(place: Path) -> Path:
    """Three reports."""
    return write_reports(place / "corpus", [0, 1, 2])


@pytest.fixture
def path(place: Path, cache: Path) -> Path:
    """Where an index may be built without encoding."""
    return warmed(place / "index", cache)


@pytest.fixture
def built(corpus: Path, path: Path, encoder: Encoder) -> Path:
    """The index of `corpus`, generation 1."""
    build(corpus, path, encoder)
    return path
