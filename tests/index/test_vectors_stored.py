"""Large parts of vectors through builds, additions and removals of a whole index."""

import shutil
from pathlib import Path

import pytest

from index import writer
from index.encoder import Encoder
from index.generation import CACHE, folder_of
from index.store import VECTORS, Index
from index.update import add, build, remove
from tests.index.small_corpus import report
from tests.qa.reports import CORPUS

QUESTION = "Thái Bình có bao nhiêu tổ công nghệ số cộng đồng?"


@pytest.fixture
def large(
    place: Path, five_index: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> tuple[Path, Path]:
    """A corpus of the five reports, and its index in one large part."""
    monkeypatch.setattr("index.vectors.files.EXACT_ROWS", 20)
    monkeypatch.setattr(writer, "WHOLE_ROWS", 0)
    monkeypatch.setattr(writer, "DEAD_SHARE", 0.9)
    corpus, index = place / "corpus", place / "index"
    shutil.copytree(CORPUS, corpus)
    index.mkdir()
    shutil.copy(five_index / CACHE, index)
    build(corpus, index, encoder)
    return corpus, index


def names(index: Path) -> list[str]:
    with Index.open(index) as opened:
        folder = folder_of(index, opened.generation) / VECTORS
        return sorted(path.name for path in folder.iterdir())


def found(index: Path, encoder: Encoder) -> dict[tuple[str, int], float]:
    """Document and place of the ten passages nearest to the question."""
    with Index.open(index, encoder) as opened:
        ids, scores = opened.vectors.search(opened.vector(QUESTION), 10)
        passages = opened.passages(ids)
        return {
            (one.document, one.start): pytest.approx(score, abs=1e-3)
            for one, score in zip(passages, scores.tolist(), strict=True)
        }


def test_added_beside_a_large_part(
    large: tuple[Path, Path], five_index: Path, encoder: Encoder
) -> None:
    corpus, index = large
    with Index.open(index) as opened:
        rows = opened.manifest.rows
    whole = ["0000000000.faiss", "0000000000.float16"]
    assert names(index) == whole
    before = found(index, encoder)
    assert before == found(five_index, encoder)
    (corpus / "new.txt").write_text(report(2), encoding="utf-8")
    add([corpus / "new.txt"], index, encoder, corpus=corpus)
    assert names(index) == [*whole, f"{rows:010}.faiss"]
    assert ("new.txt", 0) in found(index, encoder)
    remove(["new.txt"], index)
    assert found(index, encoder) == before


def test_removed_from_a_large_part(large: tuple[Path, Path], encoder: Encoder) -> None:
    _, index = large
    before = found(index, encoder)
    gone = next(iter(before))[0]
    remove([gone], index)
    after = found(index, encoder)
    assert gone not in {document for document, _ in after}
    assert {place for place in before if place[0] != gone} <= after.keys()
    assert len(after) == 10


def test_written_whole_again(
    large: tuple[Path, Path], encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus, index = large
    before = found(index, encoder)
    monkeypatch.setattr("index.vectors.files.EXACT_ROWS", 10_000)
    monkeypatch.setattr(writer, "WHOLE_ROWS", 10_000)
    (corpus / "new.txt").write_text(report(2), encoding="utf-8")
    assert add([corpus / "new.txt"], index, encoder, corpus=corpus).encoded == 1
    remove(["new.txt"], index)
    assert names(index) == ["0000000000.faiss"]
    assert found(index, encoder) == before
