"""What several provinces' reports tell alike, over the real reports."""

import pytest

from qa.assistant import Assistant
from qa.comparing.sharing import asks_sharing
from qa.questions.question import understand


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "Có mấy tỉnh trong các báo cáo nhắc tới việc phối hợp với VNPT?",
            "2 tỉnh: Cao Bằng, Nghệ An",
        ),
        ("co may tinh trong cac bao cao phoi hop voi VNPT", "2 tỉnh: Cao Bằng, Nghệ An"),
        ("Hai tỉnh nào đều nhắc tới việc phối hợp với VNPT?", "Cao Bằng, Nghệ An"),
        ("Ba tỉnh nào đều nhắc tới việc phối hợp với VNPT?", None),
        ("Hai tỉnh nào đều nhắc tới nhà máy điện hạt nhân?", None),
        (
            "Có mấy tỉnh mà nghị quyết của Tỉnh ủy về CĐS mang số 09?",
            "2 tỉnh: Nghệ An, Quảng Ninh",
        ),
    ],
)
def test_provinces_are_asked_about_one_by_one(
    five: Assistant, question: str, said: str | None
) -> None:
    answer = five.ask(question)
    assert answer.answer == said
    assert answer.computed == (said is not None)
    assert len(answer.citations) == (2 if said else 0)


@pytest.mark.parametrize(
    "question",
    [
        "Có mấy tỉnh hoàn thành chỉ tiêu?",
        "Tỉnh nào phối hợp với VNPT?",
        "Hai tỉnh nào dẫn đầu cả nước?",
    ],
)
def test_what_one_report_may_tell(question: str) -> None:
    assert not asks_sharing(understand(question))
