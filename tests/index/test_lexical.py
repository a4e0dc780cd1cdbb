"""`index.lexical`: BM25 over accent-kept and accent-free keys."""

import math
import random
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.lexical import FOLDED, KEPT, LexicalIndex, Terms
from index.vietnamese import tokens
from tests.index.search_contract import QUERY, TEXTS, SearchContract


def kept(text: str) -> Terms:
    return Terms(kept={token.key: 1.0 for token in tokens(text)})


def folded(text: str) -> Terms:
    return Terms(folded={token.folded: 1.0 for token in tokens(text)})


def built(path: Path, texts: Sequence[str]) -> LexicalIndex:
    LexicalIndex.build(path, texts)
    return LexicalIndex.load(path)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> LexicalIndex:
    return built(tmp_path_factory.mktemp("lexical"), TEXTS)


class TestContract(SearchContract):
    @pytest.fixture(autouse=True, scope="class")
    @staticmethod
    def both(
        request: pytest.FixtureRequest,
        index: LexicalIndex,
        tmp_path_factory: pytest.TempPathFactory,
    ) -> None:
        empty = built(tmp_path_factory.mktemp("empty"), [])
        request.cls.search = lambda _, *rest: index.search(kept(QUERY), *rest)
        request.cls.empty = lambda _, *rest: empty.search(kept(QUERY), *rest)


def found(index: LexicalIndex, terms: Terms) -> list[int]:
    return sorted(index.search(terms, 100)[0].tolist())


def test_no_hit(index: LexicalIndex) -> None:
    SearchContract.nothing(index.search(kept("zymurgy"), 5))
    SearchContract.nothing(index.search(Terms(), 5))
    SearchContract.nothing(index.search(Terms(), 5, np.arange(8)))


def test_accents_count_in_their_field_only(index: LexicalIndex) -> None:
    assert found(index, kept("kiến nghị")) == [0, 5]
    assert found(index, kept("kien nghi")) == []
    assert found(index, folded("kien nghi")) == [0, 5]
    assert found(index, folded("Kiến nghị")) == [0, 5]
    assert found(index, kept("bò")) == [7]
    assert found(index, kept("bộ")) == [3]
    assert found(index, folded("bo")) == [3, 7]


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("93,4%", [1, 4]),
        ("93.4", [1, 4]),
        ("4", []),
        ("1864", [2]),
        ("1.864", [2]),
        ("864", []),
        ("59/KH-UBND", [5]),
        ("59", [5]),
        ("UBND", []),
    ],
)
def test_numbers_are_one_term(index: LexicalIndex, typed: str, places: list[int]) -> None:
    assert found(index, kept(typed)) == places
    assert found(index, folded(typed)) == places


def test_weights(index: LexicalIndex) -> None:
    ids, _ = index.search(Terms(kept={"bo1": 1.0, "217": 9.0}), 5)
    assert ids.tolist() == [0, 7]
    ids, _ = index.search(Terms(kept={"bo1": 9.0, "217": 1.0}), 5)
    assert ids.tolist() == [7, 0]
    unwanted = Terms(kept={"bo1": 0.0, "217": -1.0, "59/kh-ubnd": math.nan})
    SearchContract.nothing(index.search(unwanted, 5))
    single = index.search(Terms(kept={"217": 1.0}), 1)[1]
    double = index.search(Terms(kept={"217": 1.0}, folded={"217": 1.0}), 1)[1]
    np.testing.assert_allclose(double, 2 * single, rtol=1e-5)


def test_document_frequency(index: LexicalIndex) -> None:
    assert index.count == len(TEXTS)
    assert index.document_frequency("hồ1") == 0
    assert index.document_frequency("hô1") == 3
    assert index.document_frequency("ho", FOLDED) == 3
    assert index.document_frequency("93.4%") == index.document_frequency("93.4") == 2
    assert index.document_frequency("x" * 70_000) == 0


WORDS = ["ba", "ca", "da", "ga", "7", "7%", "5/2"]


@settings(max_examples=30, deadline=None)
@given(
    # Of more than 40 words tantivy keeps the length in a byte, rounded; "7%" is two.
    texts=st.lists(st.lists(st.sampled_from(WORDS), max_size=20), max_size=12),
    query=st.sets(st.sampled_from(["ba", "ca", "da", "7", "7%"]), min_size=1),
)
def test_the_scores_are_bm25(
    tmp_path_factory: pytest.TempPathFactory, texts: list[list[str]], query: set[str]
) -> None:
    index = built(tmp_path_factory.mktemp("bm25"), [" ".join(words) for words in texts])
    documents = [
        [key for word in words for key in ([word, word[:-1]] if word[-1] == "%" else [word])]
        for words in texts
    ]
    average = sum(map(len, documents)) / max(1, len(documents))
    expected = {}
    for number, words in enumerate(documents):
        for term in query & set(words):
            holding = sum(term in other for other in documents)
            idf = math.log(1 + (len(documents) - holding + 0.5) / (holding + 0.5))
            often = words.count(term)
            part = often / (often + 1.2 * (0.25 + 0.75 * len(words) / average))
            expected[number] = expected.get(number, 0) + idf * 2.2 * part
    ids, scores = index.search(Terms(kept=dict.fromkeys(query, 1.0)), 100)
    assert set(ids.tolist()) == expected.keys()
    np.testing.assert_allclose(scores, [expected[i] for i in ids.tolist()], rtol=1e-4)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> LexicalIndex:
    """4,000 passages of few words, so that many are equal."""
    chance = random.Random(1)
    words = ["tỉnh", "huyện", "xã", "số", "hồ", "sơ", "dân"]
    texts = [" ".join(chance.choices(words, k=4)) for _ in range(4000)]
    return built(tmp_path_factory.mktemp("large"), texts)


def test_ties_are_cut_off_by_id(large: LexicalIndex) -> None:
    everything, scores = large.search(kept("tỉnh"), 4000)
    assert len(set(scores.tolist())) < 10
    np.testing.assert_array_equal(np.lexsort((everything, -scores)), np.arange(len(everything)))
    for k in (1, 7, 50):
        assert large.search(kept("tỉnh"), k)[0].tolist() == everything[:k].tolist()


@pytest.mark.parametrize("count", [1, 999, 1001, 2000, 3999])
def test_allowed_of_any_size(large: LexicalIndex, count: int) -> None:
    everything, _ = large.search(kept("số hồ"), 4000)
    for allowed in (np.arange(count), np.sort(random.Random(2).sample(range(4000), count))):
        for k in (1, 50, 4000):
            ids, _ = large.search(kept("số hồ"), k, allowed)
            assert ids.tolist() == everything[np.isin(everything, allowed)].tolist()[:k]


def test_large_allowed_without_hits(large: LexicalIndex) -> None:
    without = np.setdiff1d(np.arange(4000), large.search(kept("dân"), 4000)[0])
    assert len(without) > 1000
    SearchContract.nothing(large.search(kept("dân"), 50, without))


def test_the_same_texts_give_the_same_order(tmp_path: Path, large: LexicalIndex) -> None:
    first, second = (built(tmp_path / name, TEXTS * 20) for name in "ab")
    for text in TEXTS:
        one, other = first.search(kept(text), 60), second.search(kept(text), 60)
        np.testing.assert_array_equal(one, other)


def test_shared_between_threads(large: LexicalIndex) -> None:
    expected = large.search(kept("số hồ"), 20)[0].tolist()
    with ThreadPoolExecutor(8) as threads:
        for ids, _ in threads.map(lambda _: large.search(kept("số hồ"), 20), range(200)):
            assert ids.tolist() == expected


def test_reading_creates_and_changes_nothing(tmp_path: Path) -> None:
    LexicalIndex.build(tmp_path, TEXTS)

    def listing() -> list[tuple[str, int, int]]:
        files = sorted(tmp_path.rglob("*"))
        return [(file.name, file.stat().st_mtime_ns, file.stat().st_mode) for file in files]

    before, folder_time = listing(), tmp_path.stat().st_mtime_ns
    index = LexicalIndex.load(tmp_path)
    assert found(index, kept("217")) == [0]
    assert (listing(), tmp_path.stat().st_mtime_ns) == (before, folder_time)
    assert not [name for name, *_ in before if "lock" in name]
    assert len({mode for *_, mode in before}) == 1, "some file is readable by its owner only"


def test_read_after_the_files_are_gone(tmp_path: Path) -> None:
    index = built(tmp_path / "lexical", TEXTS)
    for file in (tmp_path / "lexical").iterdir():
        file.unlink()
    (tmp_path / "lexical").rmdir()
    assert found(index, kept("217")) == [0]
    assert index.document_frequency("217", KEPT) == 1


def test_leaves_no_folder_of_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    links = tmp_path / "links"
    links.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(links))
    assert built(tmp_path / "lexical", TEXTS).count == len(TEXTS)
    assert not list(links.iterdir())


def test_a_folder_that_is_no_index(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{}")
    with pytest.raises(OSError, match=r"."):
        LexicalIndex.load(tmp_path)


def test_a_document_is_found_by_its_number(tmp_path: Path) -> None:
    texts = ["Nghị quyết số 09-NQ/TU về chuyển đổi số", "Nghị quyết số 11-NQ/TU về đất đai"]
    LexicalIndex.build(tmp_path / "words", texts)
    ids, _ = LexicalIndex.load(tmp_path / "words").search(Terms(kept={"9": 1.0}), 2)
    assert ids.tolist() == [0]
