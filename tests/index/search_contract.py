"""What every search of passages has to do; `test_vectors` and `test_lexical` run it."""

from collections.abc import Callable
from itertools import combinations

import numpy as np
import pytest

Search = Callable[..., tuple[np.ndarray, np.ndarray]]

TEXTS = (
    "Hà Giang tiếp nhận 217 kiến nghị của người dân",
    "Quảng Ninh xử lý 93,4% hồ sơ trực tuyến",
    "Thái Bình có 1.864 tổ công nghệ số cộng đồng",
    "Lào Cai cấp chữ ký số cho cán bộ",
    "Quảng Ninh xử lý 93,4% hồ sơ trực tuyến",
    "Hội nghị triển khai Kế hoạch số 59/KH-UBND của tỉnh",
    "Người dân nộp hồ sơ trực tuyến qua cổng dịch vụ công",
    "Bò sữa được nuôi trên thảo nguyên",
)
QUERY = "Quảng Ninh xử lý hồ sơ trực tuyến"


class SearchContract:
    """Subclasses give `search`, over TEXTS, and `empty`, over nothing, both for QUERY."""

    search: Search
    empty: Search

    def test_best_first_and_ties_by_id(self) -> None:
        ids, scores = self.search(3)
        assert ids.dtype == np.int64
        assert scores.dtype == np.float32
        assert ids.tolist()[:2] == [1, 4]
        assert scores[0] == scores[1] > scores[2]

    def test_empty_index(self) -> None:
        self.nothing(self.empty(5))
        self.nothing(self.empty(5, np.zeros(0, np.int64)))

    def test_k_larger_than_the_index(self) -> None:
        ids, scores = self.search(1000)
        assert len(ids) == len(set(ids.tolist())) == len(scores) <= len(TEXTS)
        assert list(scores) == sorted(scores, reverse=True)

    def test_no_passage_wanted(self) -> None:
        self.nothing(self.search(0))
        self.nothing(self.search(0, np.arange(3)))

    def test_nothing_allowed(self) -> None:
        self.nothing(self.search(5, np.zeros(0, np.int64)))

    @pytest.mark.parametrize("k", [1, 3, 10])
    def test_allowed_narrows_before_ranking(self, k: int) -> None:
        all_ids, all_scores = self.search(len(TEXTS))
        for size in range(len(TEXTS) + 1):
            for allowed in combinations(range(len(TEXTS)), size):
                ids, scores = self.search(k, np.array(allowed, np.int64))
                inside = np.isin(all_ids, allowed)
                assert ids.tolist() == all_ids[inside].tolist()[:k]
                np.testing.assert_allclose(scores, all_scores[inside][:k], rtol=1e-5)

    @staticmethod
    def nothing(result: tuple[np.ndarray, np.ndarray]) -> None:
        ids, scores = result
        assert (ids.shape, scores.shape) == ((0,), (0,))
        assert (ids.dtype, scores.dtype) == (np.int64, np.float32)
