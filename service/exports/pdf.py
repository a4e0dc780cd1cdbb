"""A conversation as PDF with Vietnamese letters, its citations as numbered, linked notes."""

import io
from functools import cache
from xml.sax.saxutils import escape

import fontpkg
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from service.exports.content import Content, Entry

_FAMILY = "Be Vietnam Pro"
_FACES = {"": (400, "normal"), "-Bold": (700, "normal"), "-Italic": (400, "italic")}
_ACCENT, _QUIET = colors.HexColor("#1d3f73"), colors.HexColor("#566174")
_LINE = colors.HexColor("#d5dae2")


def write(content: Content) -> bytes:
    """The conversation as a PDF file, its font inside."""
    styles = _styles()
    labels = content.labels
    story: list[Flowable] = [
        Paragraph(escape(labels.title), styles["title"]),
        Paragraph(escape(labels.made), styles["quiet"]),
    ]
    for entry in content.entries:
        story += _entry(entry, styles)
    if content.notes:
        story.append(Paragraph(escape(labels.notes), styles["question"]))
    for number, note in enumerate(content.notes, start=1):
        anchor = f'<a name="note-{number}"/>[{number}] '
        story.append(Paragraph(anchor + escape(note), styles["note"]))
    written = io.BytesIO()
    margin = 20 * mm
    SimpleDocTemplate(
        written,
        pagesize=A4,
        leftMargin=margin,
        rightMargin=margin,
        topMargin=margin,
        bottomMargin=margin,
        title=labels.title,
        author=labels.title,
        lang="vi",
    ).build(story, onFirstPage=_number_page, onLaterPages=_number_page)
    return written.getvalue()


def _entry(entry: Entry, styles: dict[str, ParagraphStyle]) -> list[Flowable]:
    said = escape(entry.answer).replace("\n", "<br/>")
    story: list[Flowable] = [
        Paragraph(escape(entry.question), styles["question"]),
        Paragraph(f"{said} {_marks(entry.notes)}", styles["answer" if entry.short else "body"]),
    ]
    story += [Paragraph(escape(remark), styles["remark"]) for remark in entry.remarks]
    if entry.rows:
        rows = [[Paragraph(escape(column), styles["quiet"]) for column in entry.columns]]
        for row in entry.rows:
            shown = [escape(value) for value in row.values]
            shown[-1] += f" {_marks((row.note,))}"
            rows.append([Paragraph(value, styles["body"]) for value in shown])
        table = Table(rows, hAlign="LEFT", repeatRows=1)
        table.setStyle(TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.5, _LINE)]))
        story += [Spacer(1, 4), table]
    return story


def _marks(notes: tuple[int, ...]) -> str:
    return "".join(
        f'<super size="8"><a href="#note-{number}" color="{_ACCENT.hexval()}">[{number}]</a></super>'
        for number in notes
    )


def _number_page(canvas: Canvas, document: SimpleDocTemplate) -> None:
    canvas.setFont(_fonts(), 9)
    canvas.setFillColor(_QUIET)
    canvas.drawRightString(A4[0] - 20 * mm, 12 * mm, str(document.page))


@cache
def _fonts() -> str:
    """Register the font's faces; gives the name of the plain one."""
    for suffix, (weight, style) in _FACES.items():
        path = fontpkg.path(_FAMILY, weight, style)
        pdfmetrics.registerFont(TTFont(f"{_FAMILY}{suffix}", str(path)))
    pdfmetrics.registerFontFamily(
        _FAMILY,
        normal=_FAMILY,
        bold=f"{_FAMILY}-Bold",
        italic=f"{_FAMILY}-Italic",
        boldItalic=f"{_FAMILY}-Bold",
    )
    return _FAMILY


def _styles() -> dict[str, ParagraphStyle]:
    plain = _fonts()
    body = ParagraphStyle("body", fontName=plain, fontSize=10.5, leading=16, spaceAfter=4)
    bold = {"parent": body, "fontName": f"{plain}-Bold", "keepWithNext": True}
    return {
        "body": body,
        "title": ParagraphStyle("title", **bold, fontSize=18, leading=24, textColor=_ACCENT),
        "question": ParagraphStyle("question", **bold, fontSize=11.5, spaceBefore=14),
        "answer": ParagraphStyle("answer", **bold, fontSize=14, leading=20, textColor=_ACCENT),
        "remark": ParagraphStyle("remark", parent=body, fontName=f"{plain}-Italic"),
        "quiet": ParagraphStyle("quiet", parent=body, fontSize=9, leading=13, textColor=_QUIET),
        "note": ParagraphStyle("note", parent=body, fontSize=9, leading=13.5),
    }
