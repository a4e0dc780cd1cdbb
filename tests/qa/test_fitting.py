"""Whether a name can be the one that is asked for."""

import pytest

from qa.fitting import is_one
from qa.questions.question import understand


@pytest.mark.parametrize(
    ("asked", "name", "fits"),
    [
        ("Xã nào dẫn đầu huyện?", "Giải quyết thủ tục trên cổng dịch vụ công Sông Mây", False),
        ("Xã nào dẫn đầu huyện?", "xã Gò Đoài", True),
        ("Huyện nào dẫn đầu tỉnh?", "Thị xã Gò Đoài", True),
        ("Lĩnh vực nào đạt nhiều nhất?", "Để thực", False),
        ("Lĩnh vực nào đạt nhiều nhất?", "Kinh tế số", True),
    ],
)
def test_names_of_what_is_asked_for(asked: str, name: str, fits: bool) -> None:
    assert is_one(understand(asked), name) is fits
