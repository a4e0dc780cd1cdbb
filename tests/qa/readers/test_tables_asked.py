"""Tables of Word, Excel and web files, indexed and asked: the cell, and the row that says so."""

from collections.abc import Iterator

import pytest

from index.encoder import Encoder
from index.store import Index
from index.update import build
from qa.answer import Answer
from qa.assistant import Assistant
from tests.index import files

NEIGHBOURS = [
    ["Tỉnh", "Tỷ lệ thanh toán trực tuyến", "Mục tiêu", "Kinh phí (tỷ đồng)", "Số doanh nghiệp số"],
    ["Lào Cai", "55,1%", "50%", "45,6", "312"],
    ["Điện Biên", "41,7%", "45%", "38,2", "145"],
    ["Hòa Bình", "63,9%", "60%", "51,3", "97"],
]


@pytest.fixture(scope="module")
def assistant(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("tables")
    corpus = folder / "corpus"
    corpus.mkdir()
    files.word(corpus / "lao-cai.docx", NEIGHBOURS)
    (corpus / "lao-cai.docx.meta.toml").write_text(
        'title = "Lào Cai so sánh kết quả chuyển đổi số với các tỉnh năm 2024"\n'
        'province = "Lào Cai"\n',
        encoding="utf-8",
    )
    files.workbook(corpus / "xep-hang.xlsx")
    (corpus / "tuyen-quang.html").write_text(files.PAGE, encoding="utf-8")
    build(corpus, folder / "index", encoder)
    with Index.open(folder / "index", encoder) as index:
        yield Assistant(index)


@pytest.mark.parametrize(
    ("question", "answer", "row"),
    [
        # The province of the row, not the one that the document is about.
        (
            "Tỷ lệ thanh toán trực tuyến của Điện Biên năm 2024 là bao nhiêu?",
            "41,7%",
            "Tỉnh: Điện Biên; Tỷ lệ thanh toán trực tuyến: 41,7%",
        ),
        ("Tỷ lệ thanh toán trực tuyến của Lào Cai năm 2024?", "55,1%", "Tỉnh: Lào Cai"),
        # Target and achieved columns.
        ("Điện Biên đặt mục tiêu tỷ lệ thanh toán trực tuyến bao nhiêu?", "45%", "Mục tiêu: 45%"),
        # The unit stands in the heading, and the next cell's heading is not taken for one.
        ("Kinh phí chuyển đổi số của Hòa Bình là bao nhiêu tỷ đồng?", "51,3 tỷ đồng", "51,3"),
        ("Hòa Bình có bao nhiêu doanh nghiệp số?", "97", "Số doanh nghiệp số: 97"),
        # Which row, the extreme of the rows, and one row against another.
        ("Tỉnh nào đạt tỷ lệ thanh toán trực tuyến 63,9%?", "Hòa Bình", "Tỉnh: Hòa Bình"),
        ("Tỉnh nào có tỷ lệ thanh toán trực tuyến cao nhất năm 2024?", "Hòa Bình", "63,9%"),
        (
            "Điện Biên và Hòa Bình, tỉnh nào có tỷ lệ thanh toán trực tuyến thấp hơn?",
            "Điện Biên thấp hơn",
            "41,7%",
        ),
        # A workbook's formatted cells, and a web page's districts.
        ("Tỷ lệ dịch vụ công trực tuyến của Cao Bằng là bao nhiêu?", "58,2%", "Tỉnh: Cao Bằng"),
        ("Hà Giang có bao nhiêu tổ công nghệ số?", "2.071", "Tỉnh: Hà Giang"),
        ("Huyện Chiêm Hóa đã cấp bao nhiêu chữ ký số?", "415", "Huyện: Chiêm Hóa"),
    ],
)
def test_a_cell_is_answered_with_its_row(
    assistant: Assistant, question: str, answer: str, row: str
) -> None:
    given = assistant.ask(question)
    assert given.answer is not None and given.answer.startswith(answer), given
    assert row in given.citations[0].quote
    check(assistant, given)


def check(assistant: Assistant, given: Answer) -> None:
    for citation in given.citations:
        text = assistant.index.document(citation.document).text
        assert text[citation.start : citation.end] == citation.quote


@pytest.mark.parametrize(
    "question",
    [
        "Tỷ lệ thanh toán trực tuyến của Sơn La năm 2024 là bao nhiêu?",
        "Huyện Sơn Dương đã cấp bao nhiêu chữ ký số?",
    ],
)
def test_what_no_row_says_is_not_answered(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained
