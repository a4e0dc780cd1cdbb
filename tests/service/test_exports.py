"""Exports opened again: question, answer, quote and source are in each, as typed."""

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree
from pypdf import PdfReader

from qa.answer import Answer, Cell, Citation
from service.conversations import Turn
from service.exports import FORMATS
from service.exports.content import Content, Labels, as_text, laid_out

LABELS = Labels(
    title="Hỏi đáp Chuyển đổi số",
    made="Cuộc hỏi ngày 22/11/2026",
    understood="Hiểu câu hỏi là:",
    abstained="Không có trong các báo cáo",
    computed="do hệ thống tính",
    notes="Trích dẫn",
    columns=("Mục", "Địa phương", "Thời gian", "Số liệu", "Tính chất"),
    natures={"achieved": "đạt được"},
    undated="chưa rõ ngày",
)
QUOTE = "93,4% TTHC được xử lý hoàn toàn trực tuyến (mục tiêu là 80%)"
TITLE = "Đưa Nghị quyết của Đảng vào cuộc sống"
CITATION = Citation("004.txt", TITLE, "Quảng Ninh", "2023-07-17", 10, 10 + len(QUOTE), QUOTE)
QUESTION = "Tỉnh nào có 93,4% thủ tục hành chính trực tuyến?"
HOSTILE = "<b>*đậm*</b> [x](javascript:y) $\\LaTeX$ | \x00\x0b `mã` & =cmd()"
HOSTILE_SHOWN = HOSTILE.replace("\x00", "").replace("\x0b", "")
TURNS = [
    Turn(QUESTION, answer=Answer(QUESTION, "province", "Quảng Ninh", 0.9, (CITATION,))),
    Turn(
        "So sánh?",
        answer=Answer(
            "So sánh?",
            "compare",
            "Cao hơn 5,0 điểm phần trăm (Huế: 60%; Hà Nội: 55%)",
            0.9,
            (
                replace(CITATION, quote="Huế đạt 60%", published=None, document="b.txt"),
                replace(CITATION, quote="Hà Nội đạt 55%", document="c.txt"),
            ),
            computed=True,
            understood="So sánh Huế và Hà Nội?",
            cells=(
                Cell("Huế", "năm 2023", "60%", "achieved", 0),
                Cell("Hà Nội", "", "55%", "achieved", 1),
            ),
        ),
    ),
    Turn("?!", error="không đọc được"),
    Turn("Sao Hỏa?", answer=Answer("Sao Hỏa?", "number", None, 0.1, note="Chỉ có của Huế")),
    Turn(
        HOSTILE,
        answer=Answer(
            HOSTILE,
            "passage",
            HOSTILE,
            0.9,
            (replace(CITATION, quote=HOSTILE, title=HOSTILE, province=HOSTILE),),
        ),
    ),
]
SAID = (
    *(QUESTION, "Quảng Ninh", QUOTE, TITLE, "17/07/2023", "004.txt"),
    *("Cao hơn 5,0 điểm phần trăm", "Hiểu câu hỏi là: So sánh Huế và Hà Nội?", "do hệ thống tính"),
    *("Huế đạt 60%", "Hà Nội đạt 55%", "chưa rõ ngày", "đạt được", "b.txt"),
    *("Sao Hỏa?", "Không có trong các báo cáo", "Chỉ có của Huế", HOSTILE_SHOWN),
)


@pytest.fixture
def content() -> Content:
    return laid_out(TURNS, LABELS)


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_word_has_everything_with_real_footnotes(content: Content) -> None:
    written = FORMATS["word"].make(content)
    document = docx.Document(io.BytesIO(written))
    body = [paragraph.text for paragraph in document.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        footnotes = etree.fromstring(package.read("word/footnotes.xml"))
        kinds = package.read("[Content_Types].xml").decode()
    assert "footnotes+xml" in kinds
    notes = {
        note.get(qn("w:id")): "".join(note.itertext()).strip()
        for note in footnotes.iterfind(qn("w:footnote"))
        if note.get(qn("w:type")) is None
    }
    referred = [
        element.get(qn("w:id")) for element in document.element.body.iter(qn("w:footnoteReference"))
    ]
    assert referred == list(notes)
    assert len(notes) == 4
    assert notes["1"].startswith(f"“{QUOTE}” – {TITLE}, Quảng Ninh, 17/07/2023")
    everything = one_line(" ".join([*body, *cells, *notes.values()]))
    assert [said for said in SAID if one_line(said) not in everything] == []


def test_pdf_has_everything_with_vietnamese_letters(content: Content) -> None:
    reader = PdfReader(io.BytesIO(FORMATS["pdf"].make(content)))
    text = one_line(" ".join(page.extract_text() for page in reader.pages))
    assert [said for said in SAID if one_line(said) not in text] == []
    assert reader.metadata
    assert reader.metadata.title == LABELS.title
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert any("BeVietnamPro" in font for font in fonts)


def test_markdown_has_everything_with_footnotes(content: Content) -> None:
    text = FORMATS["markdown"].make(content).decode()
    plain = one_line(re.sub(r"\\([\\`*_\[\]<>#|~$&])", r"\1", text))
    assert [said for said in SAID if one_line(said) not in plain] == []
    referred = re.findall(r"(?<!\n)\[\^(\d+)\](?!:)", text)
    defined = re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)
    assert set(referred) == set(defined) == {"1", "2", "3", "4"}
    # Nothing of a report is markup.
    assert not re.search(r"(?<!\\)<b>|(?<!\\)\]\(|(?<!\\)`", text)


def test_a_copied_answer_names_its_source() -> None:
    lines = as_text(TURNS[0], LABELS).splitlines()
    assert lines[:2] == [QUESTION, "Quảng Ninh [1]"]
    assert lines[2].startswith(f"[1] “{QUOTE}” – {TITLE}, Quảng Ninh, 17/07/2023")


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_conversation_is_a_file_too(name: str) -> None:
    assert FORMATS[name].make(laid_out([], LABELS))
