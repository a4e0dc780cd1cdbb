"""The library without a browser: its list, its filters, and a document open for reading."""

import html
import re
import unicodedata
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from index.store import Index
from index.vietnamese import fold
from service.library.storage import NAME
from tests.qa.reports import reports
from tests.ui.conftest import HOSTILE_NAME, HOSTILE_TITLE
from ui.engine import engine

PAGE = "from ui import library\nlibrary.draw()"


@pytest.fixture
def library(both_index: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    return opened(both_index, monkeypatch)


def opened(index: Path, monkeypatch: pytest.MonkeyPatch, page: str = PAGE) -> AppTest:
    """A page over an index, once its figures are read, in a new process's state."""
    engine.clear()
    monkeypatch.setenv("HOIDAP_INDEX", str(index))
    monkeypatch.setenv("HOIDAP_CORPUS", str(index.parent / "corpus"))
    monkeypatch.setattr("ui.holdings.AT_ONCE", 60.0)
    return AppTest.from_string(page, default_timeout=120)


def shown(page: AppTest) -> str:
    return "\n".join(element.body for element in page.html)


def words(page: AppTest) -> str:
    """The page's HTML as a reader sees it, without what the figures' tips add."""
    bare = re.sub(r'<span class="tip".*?</span>', "", shown(page))
    return html.unescape(re.sub(r"<[^>]+>", "", bare))


def titles(page: AppTest) -> list[str]:
    """The titles in the list as they are read, without what keeps Markdown out of them."""
    labels = (button.label for button in page.button if (button.key or "").startswith("read-"))
    return [re.sub(r"\\(.)", r"\1", label).replace("\u2060", "") for label in labels]


def open_document(page: AppTest, document: str) -> AppTest:
    page.query_params["document"] = document
    return page.run()


def test_lists_documents_with_place_date_and_number_of_figures(library: AppTest) -> None:
    library.run()
    assert f"{len(reports())} tài liệu" in words(library)
    assert len(titles(library)) == 20
    library.text_input(key="tim").set_value("Kế hoạch Thái Nguyên 2025").run()
    assert titles(library)[0] == "KẾ HOẠCH Chuyển đổi số tỉnh Thái Nguyên năm 2025"
    facts = next(element.body for element in library.html if "Thái Nguyên</li>" in element.body)
    assert "<li>Thái Nguyên</li><li>23/01/2025</li>" in facts
    assert re.search(r"<li>TXT</li><li class=\"counted\">\d+ số liệu</li>", facts)
    assert not library.exception


@pytest.mark.parametrize(
    "typed", ["buôn làng", "buon la", unicodedata.normalize("NFD", "buôn làng")]
)
def test_finds_as_one_types_and_shows_where(library: AppTest, typed: str) -> None:
    library.run()
    library.text_input(key="tim").set_value(typed).run()
    assert titles(library)[0] == "Đắk Lắk: Đưa chuyển đổi số về từng buôn làng"
    assert re.search(r"\d tài liệu phù hợp", words(library))
    library.text_input(key="tim").set_value("sầu riêng").run()
    assert '<mark class="found">sầu</mark>' in shown(library)


def test_says_when_nothing_is_found(library: AppTest) -> None:
    library.run()
    library.text_input(key="tim").set_value("khủng long bạo chúa").run()
    assert titles(library) == []
    assert "Không có tài liệu nào phù hợp" in words(library)


def test_filters_sorts_and_turns_pages(library: AppTest) -> None:
    library.run()
    library.multiselect(key="tinh").set_value(["Đắk Lắk", "Cà Mau"]).run()
    chosen = [report for report in reports() if report.province in ("Đắk Lắk", "Cà Mau")]
    assert len(titles(library)) == len(chosen)
    library.multiselect(key="nam").set_value(["2024"]).run()
    assert titles(library) == ["Chuyển đổi số Đắk Lắk: Nhiều chỉ tiêu bứt lên sau một năm"]
    library.button(key="clear").click().run()
    assert f"{len(reports())} tài liệu" in words(library)
    library.selectbox(key="xep-xem").set_value("Tên bài A–Z").run()
    plain = [re.sub(r"^\W+", "", fold(title)) for title in titles(library)]
    assert plain == sorted(plain)
    library.session_state["trang"] = 2
    assert len(titles(library.run())) == min(20, len(reports()) - 20)
    library.multiselect(key="tinh").set_value(["Cà Mau"]).run()
    assert "Cà Mau: Gỡ khó cho chuyển đổi số ở vùng sông nước" in titles(library)  # page 1 again


def test_the_list_is_as_it_was_when_one_comes_back(library: AppTest) -> None:
    library.run()
    library.text_input(key="tim").set_value("dak lak").run()
    found = titles(library)
    library.button(key="read-0").click().run()
    assert "daklak" in library.query_params["document"]
    assert "<article" in shown(library)
    library.button(key="back").click().run()
    assert "document" not in library.query_params
    assert titles(library) == found != []


def test_underlines_each_figure_and_says_what_it_measures(library: AppTest) -> None:
    open_document(library, "102_daklak_2024.txt")
    article = next(element.body for element in library.html if "<article" in element.body)
    figures = re.findall(
        r'<span class="fact" id="(so-\d+)" tabindex="0" aria-describedby="(.*?)">(.*?)<', article
    )
    assert ("so-2", "do-2", "72,4%") in figures
    assert (
        '<span class="tip" role="tooltip" id="do-2"><b>Tỷ lệ hồ sơ trực tuyến</b>'
        "đạt được · 6 tháng đầu năm 2024 · Đắk Lắk</span>" in article
    )
    listed = next(element.body for element in library.html if "measured" in element.body)
    assert re.findall(r'href="#(so-\d+)"', listed) == [anchor for anchor, _, _ in figures]
    # The text is whole: what the figures' tips say is all that is added.
    bare = re.sub(r'<span class="tip".*?</span>', "", article)
    read = html.unescape(re.sub(r"<[^>]+>", "\n", bare))
    assert "nhận \n268.914\n hồ sơ, trong đó tỷ lệ hồ sơ trực tuyến đạt \n72,4%" in read
    assert not library.exception


def test_shows_where_it_is_cut(library: AppTest, both_index: Path) -> None:
    open_document(library, "102_daklak_2024.txt")
    assert 'class="cut"' not in shown(library)
    library.toggle(key="passages").set_value(True).run()
    index = Index.open(both_index)
    cuts = re.findall(r'class="cut"><span>Đoạn (\d+)</span>', shown(library))
    assert cuts == [str(n + 1) for n in range(len(index.passages_of("102_daklak_2024.txt")))]


def test_hands_out_the_original_or_says_why_not(
    library: AppTest, both_index: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    open_document(library, "102_daklak_2024.txt")
    assert [button.label for button in library.get("download_button")] == ["Tải tệp gốc (3 KB)"]
    monkeypatch.setenv("HOIDAP_CORPUS", str(tmp_path))
    library.run()
    assert not library.get("download_button")
    assert "tệp nằm ngoài thư mục báo cáo" in words(library)


@pytest.mark.parametrize("document", ["không có.txt", "../../etc/passwd", "<script>x</script>", ""])
def test_a_document_that_is_not_there_is_said_so(library: AppTest, document: str) -> None:
    open_document(library, document)
    assert "Không có tài liệu này trong kho" in words(library)
    assert "<script" not in shown(library)
    assert not library.exception


def test_hostile_texts_are_shown_and_never_interpreted(
    hostile_index_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(hostile_index_path, monkeypatch).run()
    page.text_input(key="tim").set_value('"<img src=x> 7.531 hồ sơ').run()
    page.text_input(key="tim").set_value("Hà Nam").run()
    assert titles(page) == [HOSTILE_TITLE]
    page.button(key="read-0").click().run()
    assert page.query_params["document"] == HOSTILE_NAME
    assert HOSTILE_TITLE in words(page)
    assert '<img src=x onerror="window.hacked=1"> 7.531' in words(page)
    assert not re.search(r"<(img|svg|script>window)\b", shown(page))
    assert not page.markdown
    assert not page.exception


def test_speaks_english(library: AppTest) -> None:
    library.query_params["lang"] = "English"
    open_document(library, "102_daklak_2024.txt")
    assert "achieved · first half of 2024 · Đắk Lắk" in shown(library)


def test_a_missing_index_tells_how_to_build_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = opened(tmp_path / "nothing", monkeypatch).run()
    assert "python -m index build" in words(page)
    assert not page.text_input
    assert not (tmp_path / "nothing" / NAME).exists()
    assert not page.exception
