"""Figures as a catalogue: exact spans, what each measures, and which belong together."""

import random
import re
from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.documents import Document
from index.vietnamese import normalize
from qa.catalogue.catalogue import Entry, entries
from qa.catalogue.measures import measures
from qa.catalogue.naming import key_of, name_of
from tests.qa.reports import plain, reports

KINDS = {"percent", "count", "money", "rank", "score"}
NATURES = {"achieved", "target", "exceeded", "change", "previous"}


def all_entries() -> list[Entry]:
    return [entry for report in reports() for entry in entries(report)]


def groups(listed: list[Entry]) -> dict[str, set[tuple[str, int]]]:
    found: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for entry in listed:
        if entry.key:
            found[entry.key].add((entry.document, entry.start))
    return dict(found)


def of(words: str, kind: str | None = None, **facts: str) -> list[Entry]:
    """The entries of a report that says nothing else."""
    paragraph = plain(words, **facts)
    return [entry for entry in entries(paragraph.document) if kind in (None, entry.kind)]


def test_every_figure_stands_where_it_is_said_to() -> None:
    listed = {report.id: report for report in reports()}
    found = all_entries()
    assert len(found) > 500
    for entry in found:
        text = listed[entry.document].text
        assert text[entry.start : entry.end] == entry.text
        first, stop = entry.sentence
        assert first <= entry.start < entry.end <= stop <= len(text)
        assert entry.kind in KINDS
        assert entry.nature in NATURES
        assert bool(entry.name) or not entry.key


def test_an_amount_is_the_number_as_written() -> None:
    for entry in all_entries():
        if entry.amount is None:
            assert "/" in entry.text
        elif entry.kind == "percent" and entry.text.endswith("%"):
            written = re.findall(r"\d+(?:,\d+)?", entry.text)[-1]
            assert entry.amount == float(written.replace(",", "."))


def test_years_dates_and_numbers_of_things_are_no_figures() -> None:
    words = """Bắc Ninh, ngày 23 tháng 01 năm 2025
1. Theo Kế hoạch số 59/KH-UBND và Nghị quyết 09-NQ/TU, từ tháng 7, sau 3 năm thực hiện, lúc 17 giờ.
2. Tổng đài 1022, điện thoại nội bộ 1207, đường dây nóng 19001022 tiếp nhận 156.400 cuộc gọi.
Người dân từ 15 tuổi trở lên, trên cả 3 trụ cột, phiên họp thứ 8, Covid-19, mạng 5G, mức độ 4."""
    assert [entry.text for entry in of(words)] == ["156.400"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Tỷ lệ hồ sơ trực tuyến đạt 72,4%.", ["Tỷ lệ hồ sơ trực tuyến"]),
        (
            "Tiêu biểu: 93,4% TTHC được xử lý hoàn toàn trực tuyến (mục tiêu là 80%).",
            ["Tỷ lệ TTHC được xử lý hoàn toàn trực tuyến"] * 2,
        ),
        ("Kinh tế số của tỉnh chiếm 8,3% GRDP.", ["Tỷ trọng kinh tế số trong GRDP"]),
        (
            "Việc ký số văn bản điện tử ở cấp tỉnh đạt 98,4%, cấp huyện 91,7%, cấp xã 76,3%.",
            ["Tỷ lệ ký số văn bản điện tử"] * 3,
        ),
        (
            "Tỉnh đã lập 2.184 tổ công nghệ số cộng đồng với 13.472 thành viên.",
            ["Số tổ công nghệ số cộng đồng", "Số thành viên tổ công nghệ số cộng đồng"],
        ),
        (
            "Đến hết năm 2022 toàn tỉnh đã hoàn thành 11 mục tiêu, 19 nhiệm vụ.",
            ["Số mục tiêu hoàn thành", "Số nhiệm vụ hoàn thành"],
        ),
        (
            "Chỉ số DTI năm 2023 của tỉnh xếp hạng 34/63, tăng 7 bậc so với năm trước.",
            ["Thứ hạng chỉ số chuyển đổi số (DTI)"] * 2,
        ),
        (
            "Chính quyền số đạt 0,7804 điểm xếp hạng 4 (tăng 0,1428 điểm và 1 bậc).",
            [
                "Điểm chính quyền số",
                "Thứ hạng chính quyền số",
                "Điểm chính quyền số",
                "Thứ hạng chính quyền số",
            ],
        ),
        (
            "Năm 2024, tỉnh bố trí 1.085 tỷ đồng cho chuyển đổi số.",
            ["Số tiền bố trí cho chuyển đổi số"],
        ),
        (
            "Rút thời gian thông quan mỗi xe hàng từ 45 phút xuống còn 18 phút.",
            ["Thời gian thông quan mỗi xe hàng"] * 2,
        ),
        ("Tỉnh lắp wifi tại 22 điểm công cộng.", ["Điểm công cộng"]),
        (
            "100% cán bộ, công chức, viên chức sử dụng phần mềm quản lý văn bản.",
            ["Tỷ lệ cán bộ, công chức, viên chức sử dụng phần mềm quản lý văn bản"],
        ),
        (
            "Toàn tỉnh còn 12 thôn, buôn chưa có sóng di động.",
            ["Số thôn, buôn chưa có sóng di động"],
        ),
        (
            "Tỉnh: Lào Cai; Tỷ lệ hồ sơ trực tuyến: 81,2%; Mục tiêu: 80%",
            ["Tỷ lệ hồ sơ trực tuyến"] * 2,
        ),
    ],
)
def test_says_in_plain_words_what_a_figure_measures(words: str, names: list[str]) -> None:
    assert [name_of(measure) for measure in measures(plain(words))] == names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tỷ lệ hồ sơ trực tuyến đạt 70%.", "Có 61,3% hồ sơ được nộp qua mạng."),
        ("Tỷ lệ hồ sơ trực tuyến đạt 70%.", "Tỷ lệ hồ sơ trực tuyến trên tổng số hồ sơ đạt 70%."),
        ("Tỷ lệ hồ sơ trực tuyến đạt 70%.", "Phấn đấu 70% hồ sơ nộp trực tuyến."),
        ("Tỷ lệ hồ sơ trực tuyến đạt 70%.", "Tỉnh nâng hồ sơ nộp từ xa lên 72%."),
        ("DTI của tỉnh đứng thứ 4.", "Chỉ số chuyển đổi số của tỉnh xếp hạng 9."),
        ("Kinh tế số chiếm 8,3% GRDP.", "Tỷ trọng kinh tế số trong GRDP ước đạt 9%."),
        ("76,5% hộ dân lắp cáp quang.", "89% hộ gia đình có đường Internet cáp quang băng rộng."),
        ("Tổng vốn cho chuyển đổi số là 5 tỷ đồng.", "Tỉnh dành 7 tỷ đồng cho chuyển đổi số."),
    ],
)
def test_the_same_thing_in_other_words_is_one_indicator(one: str, other: str) -> None:
    keys = [key_of(measures(plain(words))[0]) for words in (one, other)]
    assert keys[0] == keys[1] != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tỷ lệ hồ sơ trực tuyến đạt 70%.", "Tỷ lệ thanh toán trực tuyến đạt 70%."),
        ("Tỷ lệ hồ sơ trực tuyến đạt 70%.", "Tỉnh tiếp nhận 70 hồ sơ trực tuyến."),
        ("Tỉnh hoàn thành 5 nhiệm vụ.", "Tỉnh giao 5 nhiệm vụ."),
        ("Kinh tế số đạt 0,7 điểm.", "Xã hội số đạt 0,7 điểm."),
        ("Kinh tế số xếp hạng 7.", "Kinh tế số đạt 0,7 điểm."),
        ("Có 5 bệnh viện dùng bệnh án điện tử.", "Có 5 trường học dùng học bạ điện tử."),
    ],
)
def test_different_things_are_different_indicators(one: str, other: str) -> None:
    keys = [key_of(measures(plain(words))[0]) for words in (one, other)]
    assert keys[0] != keys[1]


def test_what_is_too_wide_belongs_to_no_indicator() -> None:
    assert [entry.key for entry in of("Kinh phí là 7 tỷ đồng. Có 12 người, 5 đơn vị.")] == [""] * 3


def test_what_is_ordered_or_listed_as_a_target_is_one() -> None:
    words = """Tỉnh yêu cầu các địa phương nâng tỷ lệ hồ sơ trực tuyến lên 65%.
Chỉ tiêu năm 2026
- Dịch vụ công toàn trình: 80%.
- Hộ có cáp quang: 90%."""
    found = of(words, published="2025-02-01")
    assert [entry.nature for entry in found] == ["target"] * 3
    assert [entry.year for entry in found] == [2025, 2026, 2026]
    [reached, aimed] = of("Tỉnh: Lào Cai; Tỷ lệ hồ sơ trực tuyến: 81,2%; Mục tiêu: 80%")
    assert (reached.nature, aimed.nature) == ("achieved", "target")
    assert reached.key == aimed.key


def test_a_figure_of_a_district_or_a_company_is_not_the_provinces() -> None:
    words = (
        "Ở cấp huyện, Cư M'gar dẫn đầu với 71,9% hồ sơ trực tuyến, huyện Lắk đứng cuối với 28,4%. "
        "Viettel Đắk Lắk dựng mới 58 trạm phát sóng. Toàn tỉnh có 1.836 trạm phát sóng. "
        "Tỉnh đứng thứ tư trong 13 tỉnh, thành Đồng bằng sông Cửu Long về DTI."
    )
    parts = [entry.part for entry in of(words, province="Đắk Lắk") if entry.text != "13"]
    assert parts == [
        "Cư M'gar",
        "Lắk",
        "Viettel Đắk Lắk",
        "",
        "trong 13 tỉnh, thành Đồng bằng sông Cửu Long về DTI",
    ]


def test_reports_that_say_the_same_meet_in_one_indicator() -> None:
    found = groups(all_entries())
    named: dict[str, set[str]] = defaultdict(set)
    for entry in all_entries():
        named[entry.key].add(entry.name)
    shared = {key: {document for document, _ in spans} for key, spans in found.items()}
    online = next(key for key, names in named.items() if "Tỷ lệ hồ sơ trực tuyến" in names)
    assert len(shared[online]) >= 12
    assert "Tỷ lệ thanh toán trực tuyến" not in named[online]
    assert sum(len(documents) > 1 for documents in shared.values()) >= 20


def test_grouping_does_not_depend_on_the_order_of_reports() -> None:
    expected = groups(all_entries())
    for seed in range(3):
        shuffled = random.Random(seed).sample(reports(), len(reports()))
        assert groups([entry for report in shuffled for entry in entries(report)]) == expected


pieces = st.sampled_from(
    """Tỷ lệ hồ sơ trực tuyến đạt|93,4%|12/20|hạng 3|7 tỷ đồng|; |, |(mục tiêu |)|. |\n|- | | |tăng|4 bậc|
    của tỉnh Hà Giang|năm 2023|Tỉnh: Lào Cai; Số: |1.864|TTHC|Chỉ tiêu năm 2025\n|từ 5 ngày còn|0,7 điểm|👍|<b>|
    cấp xã|với|5 triệu|USD|Kế hoạch|100|/|%|:|"|…|Điểm|số""".replace("\n    ", "").split("|")
)


@settings(max_examples=300, deadline=None)
@given(st.lists(pieces, max_size=25).map("".join))
def test_spans_are_exact_whatever_a_report_says(words: str) -> None:
    text = normalize(words)
    document = Document("d", "", text, "Hà Giang", published="2024-01-05")
    for entry in entries(document):
        assert text[entry.start : entry.end] == entry.text != ""
        assert entry.sentence[0] <= entry.start < entry.end <= entry.sentence[1] <= len(text)
        assert any(map(str.isdigit, entry.text)) or entry.kind == "rank"
