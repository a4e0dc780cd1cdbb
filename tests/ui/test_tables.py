"""Rows of a table drawn as the table they came from."""

import html
import re
import shutil
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from index.encoder import Encoder
from index.tables import cells, row_lines
from index.update import add
from tests.ui.conftest import Page
from ui.markup import Highlight
from ui.tables import rows_from, table_html

TEXT = "Đầu đề\n\nTỉnh: Lào Cai; Số: 81,2%\nTỉnh: <b>; Mức: 5\nLời kết."
SPANS = [match.span() for match in re.finditer(r"[^\n]+", TEXT)]
REPORT = """Kết quả chuyển đổi số các tỉnh miền núi năm 2023

Bộ Thông tin và Truyền thông công bố kết quả chuyển đổi số của các tỉnh trong năm 2023 như sau.

| Tỉnh | Tỷ lệ hồ sơ trực tuyến | Mục tiêu |
|------|------------------------|----------|
| Điện Biên | 81,2% | 80% |
| Yên Bái | 74,5% | 75% |
"""


def test_rows_stand_together() -> None:
    assert [rows_from(TEXT, SPANS[at:]) for at in range(4)] == [0, 2, 1, 0]


def test_a_cell_is_marked_and_nothing_is_html_but_the_table() -> None:
    start = TEXT.index("81,2%")
    drawn = table_html(TEXT, SPANS[1:3], [Highlight(start, start + 5, "answer-mark")])
    assert '<td><mark class="answer-mark">81,2%</mark></td><td></td>' in drawn
    assert "<td>&lt;b&gt;</td><td></td><td>5</td>" in drawn
    assert re.findall(r'<th scope="col">(.*?)</th>', drawn) == ["Tỉnh", "Số", "Mức"]


@given(st.lists(st.lists(st.text("aĐ<&1 ", max_size=5), min_size=3, max_size=3), max_size=4))
def test_every_value_is_drawn(rows: list[list[str]]) -> None:
    lines = [line for line in row_lines([["Một", "Hai", "Ba"], *rows]) if cells(line)]
    text, spans = "\n".join(lines), []
    for line in lines:
        start = text.index(line, spans[-1][1] if spans else 0)
        spans.append((start, start + len(line)))
    if lines:
        drawn = html.unescape(re.sub(r"<[^>]+>", "\n", table_html(text, spans, []))).split("\n")
        for line in lines:
            assert all(line[slice(*cell.value)] in drawn for cell in cells(line))


def test_an_answer_from_a_table_shows_the_row_and_the_whole_table(
    open_page: Page, index_path: Path, encoder: Encoder, tmp_path: Path
) -> None:
    shutil.copytree(index_path, tmp_path / "index")
    (tmp_path / "bảng.md").write_text(REPORT, encoding="utf-8")
    add([tmp_path / "bảng.md"], tmp_path / "index", encoder)
    page = open_page(tmp_path / "index").run()
    page.chat_input[0].set_value("Tỷ lệ hồ sơ trực tuyến của Yên Bái năm 2023 là bao nhiêu?").run()
    quote = next(element.body for element in page.html if "<blockquote" in element.body)
    assert '<mark class="answer-mark">74,5%</mark>' in quote
    assert quote.count("<tr>") == 2
    next(button for button in page.button if button.key == "open-0-c1").click()
    page.run()
    article = next(element.body for element in page.html if "<article" in element.body)
    assert article.count("<tr>") == 3
    assert re.search(r'<mark class="evidence target">(<mark[^>]*>)?Yên Bái', article)
    assert not page.exception
