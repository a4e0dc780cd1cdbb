"""Claims of a level of government."""

import pytest

from qa.claims.levels import of_another_level


@pytest.mark.parametrize(
    ("claim", "told", "expected"),
    [
        ("Các xã chưa có phòng họp số", "UBND các huyện chưa có phòng họp số.", None),
        ("cac xa chua co phong hop so", "UBND các huyện chưa có phòng họp số.", None),
        ("UBND tỉnh chưa có phòng họp số", "UBND các huyện chưa có phòng họp số.", None),
        ("UBND các huyện chưa có phòng họp số", "UBND huyện chưa có phòng họp số.", False),
        ("Các xã có phòng họp số", "Cấp huyện và cấp xã có phòng họp số.", False),
        ("Các phường có phòng họp số", "Các xã có phòng họp số.", False),
        ("Các xã có phòng họp số", "Cả huyện có phòng họp số.", False),
        ("Huyện Mây có phòng họp số", "Các xã có phòng họp số.", False),
    ],
)
def test_the_level_that_is_told_of(claim: str, told: str, expected: bool | None) -> None:
    assert of_another_level(claim, told) is expected
