"""Claims of an order."""

import pytest

from qa.claims.orders import is_turned_round


@pytest.mark.parametrize(
    ("claim", "told", "expected"),
    [
        ("Xã làm đường trước rồi mới kéo điện", "Xã kéo điện trước khi làm đường.", True),
        ("Xã kéo điện trước rồi mới làm đường", "Xã kéo điện trước khi làm đường.", False),
        ("xa lam duong truoc roi moi keo dien", "Xã kéo điện trước khi làm đường.", True),
        ("Xã làm đường xong mới kéo điện", "Sau khi kéo điện, xã làm đường.", True),
        ("Xã làm đường trước khi kéo điện", "Xã kéo điện, sau đó làm đường.", True),
        ("Xã kéo điện sau khi làm đường", "Xã kéo điện trước khi làm đường.", True),
        ("Xã làm đường sau khi kéo điện", "Xã kéo điện trước khi làm đường.", False),
        ("Trước khi kéo điện, xã làm đường", "Xã làm đường sau khi kéo điện.", True),
        ("Xã làm đường trước rồi mới kéo điện", "Xã làm đường và kéo điện.", None),
        ("Sau khi họp, xã kéo điện", "Xã kéo điện trong năm nay.", False),
        ("Xã làm đường và kéo điện", "Xã kéo điện trước khi làm đường.", False),
    ],
)
def test_which_comes_first(claim: str, told: str, expected: bool | None) -> None:
    assert is_turned_round(claim, told) is expected
