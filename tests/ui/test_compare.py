"""The comparison without a browser: indicators to choose from, and the figures of one."""

import html
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.test_library import opened, shown, titles, words
from ui.charts import bars, has_lines, lines, points
from ui.engine import engine, index_path
from ui.holdings import library_of

PAGE = "from ui import compare\ncompare.draw()"
ONLINE = "Tỷ lệ hồ sơ trực tuyến"


@pytest.fixture
def compare(both_index: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    return opened(both_index, monkeypatch, PAGE)


def choose(page: AppTest, name: str) -> AppTest:
    page.run()
    page.text_input(key="tim-chi-tieu").set_value(name).run()
    at = titles(page).index(name)
    return page.button(key=f"read-{at}").click().run()


def values(page: AppTest) -> list[str]:
    labels = (button.label for button in page.button if (button.key or "").startswith("value-"))
    return [re.sub(r"\\(.)", r"\1", label).replace("\u2060", "") for label in labels]


def test_lists_what_several_reports_measure(compare: AppTest) -> None:
    compare.run()
    assert titles(compare)[:2] == [ONLINE, "Thứ hạng chỉ số chuyển đổi số (DTI)"]
    assert re.search(r"<li>\d+ địa phương</li><li>\d+ báo cáo</li>", shown(compare))
    shared = words(compare)
    compare.toggle(key="nhieu-bao-cao").set_value(False).run()
    assert words(compare) != shared
    compare.text_input(key="tim-chi-tieu").set_value("không có gì").run()
    assert "Không có chỉ tiêu nào phù hợp" in words(compare)
    assert not compare.exception


@pytest.mark.parametrize("typed", ["ho so truc tuyen", "hồ sơ trực tuyến", "TRỰC TUYẾN"])
def test_finds_an_indicator_as_one_types(compare: AppTest, typed: str) -> None:
    compare.run()
    compare.text_input(key="tim-chi-tieu").set_value(typed).run()
    assert titles(compare)[0] == ONLINE


def test_each_value_stands_verbatim_beside_its_place_period_and_report(compare: AppTest) -> None:
    choose(compare, ONLINE)
    assert compare.query_params["indicator"].startswith("percent.")
    assert {"72,4%", "70%", "63,7%"} <= set(values(compare))
    row = next(
        body
        for body in map(html.unescape, shown(compare).split('<p class="where">'))
        if "Đắk Lắk" in body
    )
    assert "<b>Đắk Lắk</b>" in row
    assert "6 tháng đầu năm 2024" in row
    # What is of a district is not the province's, until it is asked for.
    assert "71,9%" not in values(compare)
    toggle = next(one for one in compare.toggle if (one.key or "").startswith("parts-"))
    toggle.set_value(True).run()
    assert "Cư M'gar" in words(compare)
    assert not compare.exception


def test_a_value_opens_its_article_at_the_sentence(compare: AppTest) -> None:
    choose(compare, ONLINE)
    at = values(compare).index("72,4%")
    keys = [button.key for button in compare.button if (button.key or "").startswith("value-")]
    compare.button(key=keys[at]).click().run()
    article = next(element.body for element in compare.html if "<article" in element.body)
    marked = re.search(r'<mark class="evidence target">(.*?)</mark>\.?', article, re.DOTALL)
    assert marked
    assert '<mark class="answer-mark">72,4%' in marked[0]
    assert not compare.exception


def test_narrows_to_places_and_years(compare: AppTest) -> None:
    choose(compare, ONLINE)
    everything = values(compare)
    places = next(one for one in compare.multiselect if (one.key or "").startswith("places-"))
    places.set_value(["An Giang"]).run()
    assert set(values(compare)) == {"75%", "63,7%", "60%", "38,2%"} < set(everything)
    years = next(one for one in compare.multiselect if (one.key or "").startswith("years-"))
    years.set_value([2022]).run()
    assert values(compare) == ["38,2%"]
    years.set_value([2025]).run()
    assert "Không có số liệu nào với các lựa chọn này" in words(compare)


def test_draws_bars_and_lines(compare: AppTest) -> None:
    choose(compare, ONLINE)
    for view in ("bars", "lines"):
        compare.session_state["view"] = view
        compare.run()
        assert len(compare.get("vega_lite_chart")) == 1
        assert [button.label for button in compare.get("download_button")] == [
            "Tải CSV",
            "Tải hình PNG",
        ]
        assert not compare.exception


def test_nothing_is_drawn_that_is_not_reported(
    compare: AppTest, both_index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = library_of(engine(index_path()).assistant().index)
    for indicator in library.indicators(count=500)[0]:
        reported = library.reported(indicator.key)
        said = {one.entry.text for one in reported}
        drawn = points(reported, indicator.kind, dated=False)
        assert len(drawn.rows) <= len(reported)
        assert {row["text"] for row in drawn.rows} <= said
        told = [value for chart in (bars(drawn), lines(drawn)) for value in chart_rows(chart)]
        assert {row["text"] for row in told} <= said
    assert not has_lines(points([], "percent", dated=True))


def chart_rows(chart: object) -> list[dict[str, str]]:
    spec = chart.to_dict()  # type: ignore[attr-defined]
    found = [spec.get("data"), *(layer.get("data") for layer in spec["layer"])]
    return [row for data in found if data for row in data["values"]]


@pytest.mark.parametrize("key", ["", "nothing", "<script>x</script>", "' OR 1=1 --"])
def test_an_indicator_that_is_not_there_is_said_so(compare: AppTest, key: str) -> None:
    compare.query_params["indicator"] = key
    compare.run()
    assert "Không còn báo cáo nào nêu chỉ tiêu này" in words(compare)
    assert "<script" not in shown(compare)
    compare.button(key="back").click().run()
    assert titles(compare)


def test_hostile_reports_are_compared_and_never_interpreted(
    hostile_index_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(hostile_index_path, monkeypatch, PAGE).run()
    page.toggle(key="nhieu-bao-cao").set_value(False).run()
    page.text_input(key="tim-chi-tieu").set_value("tiếp nhận").run()
    for at in range(len(titles(page))):
        page.button(key=f"read-{at}").click().run()
        assert not re.search(r"<(b|img|svg|script>window)\b(?!>)", shown(page))
        page.button(key="back").click().run()
    assert not page.markdown
    assert not page.exception
