"""What several provinces' reports tell alike, over the real reports."""

from dataclasses import replace

import pytest

from qa.assistant import Assistant
from qa.comparing.sharing import asks_sharing, sharing
from qa.findings import Findings
from qa.questions.question import Question, understand
from tests.qa.finding import finding_of


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


@pytest.mark.parametrize(
    ("confidence", "said", "note"),
    [
        (0.9, "2 tỉnh: Lai Châu, Kon Tum", None),
        # Whoever counts must know of each.
        (0.4, None, "Có ở Lai Châu; không chắc về Kon Tum"),
        (0.1, "1 tỉnh: Lai Châu", None),
    ],
)
def test_one_that_is_not_sure_keeps_the_count_back(
    confidence: float, said: str | None, note: str | None
) -> None:
    read = finding_of(
        ("Lai Châu", "Tỉnh phối hợp với MâyGió làm đô thị thông minh."),
        ("Kon Tum", "Trung tâm dữ liệu được xây khi tỉnh phối hợp với MâyGió."),
    )

    def find(question: Question) -> Findings:
        found = read(question)
        of = {"Lai Châu": 0.9, "Kon Tum": confidence}
        told = [
            replace(one, confidence=of[one.paragraph.document.province or ""])
            for one in found.candidates
        ]
        return replace(found, candidates=told)

    asked = understand("Có mấy tỉnh trong các báo cáo phối hợp với MâyGió?")
    told = sharing(asked, find, 0.6)
    assert (told.answer, told.note) == (said, note)
