"""`index.unigram`: the ids that the `tokenizers` library gives."""

import json
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import weights
from index.bundle import PROMPTS, bundle_path, read_bundle
from index.unigram import Unigram, _checksums
from tests.index.test_weights import ODD

if TYPE_CHECKING:
    from tokenizers import Tokenizer

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data"
EVERYTHING = 100_000


@pytest.fixture(scope="module")
def unigram() -> Unigram:
    bundle = read_bundle(bundle_path())
    return Unigram(bundle.vocabulary, bundle.normalisation)


@pytest.fixture(scope="module")
def library() -> "Tokenizer":
    from tokenizers import Tokenizer

    return Tokenizer.from_file(str(weights.model_folder() / "tokenizer.json"))


def questions() -> list[str]:
    rows = [
        json.loads(line)
        for path in sorted(DATA.glob("*.jsonl"))
        for line in path.open(encoding="utf-8")
    ]
    return [row["question"] for row in rows if isinstance(row.get("question"), str)]


def lines() -> list[str]:
    folders = [ROOT / "corpus", DATA / "reports"]
    files = [path for folder in folders for path in sorted(folder.rglob("*.txt"))]
    found = [line for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    return [*found, *(path.read_text(encoding="utf-8") for path in files)]


def shapes(text: str) -> list[str]:
    """A text as it may also be typed."""
    return [text, text.lower(), text.upper(), unicodedata.normalize("NFD", text), text + " "]


@pytest.mark.parametrize("kind", PROMPTS)
def test_ids_are_the_library_s(unigram: Unigram, library: "Tokenizer", kind: str) -> None:
    asked = [shape for question in questions() for shape in shapes(question)]
    texts = asked if kind == "query" else lines() + ODD
    assert len(texts) > 1_000
    prompted = [PROMPTS[kind] + unicodedata.normalize("NFKC", text) for text in texts]
    for text, theirs in zip(prompted, library.encode_batch(prompted), strict=True):
        assert unigram.ids(text, EVERYTHING) == theirs.ids, text[:80]


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=60))
def test_any_text_has_the_library_s_ids(unigram: Unigram, library: "Tokenizer", text: str) -> None:
    text = unicodedata.normalize("NFKC", text.replace("\0", " "))
    assert unigram.ids(f"query: {text}", EVERYTHING) == library.encode(f"query: {text}").ids


@cache
def pieces() -> list[tuple[str, float]]:
    return read_bundle(bundle_path()).vocabulary.pieces()


@settings(max_examples=200, deadline=None)
@given(numbers=st.lists(st.integers(4, 250_000), max_size=12))
def test_pieces_in_any_order_have_the_library_s_ids(
    unigram: Unigram, library: "Tokenizer", numbers: list[int]
) -> None:
    text = "".join(pieces()[number][0] for number in numbers).replace("▁", " ")
    text = unicodedata.normalize("NFKC", f"query: {text}")
    assert unigram.ids(text, EVERYTHING) == library.encode(text).ids


def test_a_long_text_is_cut_before_its_end(unigram: Unigram) -> None:
    text = "query: " + "chuyển đổi số " * 10_000
    whole, cut = unigram.ids(text, EVERYTHING), unigram.ids(text, 512)
    assert len(cut) == 512
    assert cut == [*whole[:511], whole[-1]]


def test_checksums_tell_every_piece_apart() -> None:
    vocabulary = read_bundle(bundle_path()).vocabulary
    checksums = _checksums(vocabulary.texts, vocabulary.offsets)
    assert len(np.unique(checksums)) == len(vocabulary.scores) == 250_002


def test_a_text_with_the_checksum_of_a_piece_is_no_piece(
    unigram: Unigram, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Forged: every text is found at the first piece's checksum."""
    word = unigram._sorted[0]
    monkeypatch.setattr(
        "index.unigram._checksums", lambda _, offsets: np.full(len(offsets) - 1, word)
    )
    assert set(unigram._find(["▁xyz".encode(), b"x"])) == {-1}
