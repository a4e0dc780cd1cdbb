"""A conversation as a Word document, its citations as real footnotes."""

import io
from collections.abc import Sequence

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from service.exports.content import Content, Entry
from service.exports.footnotes import Footnotes

_FONT = "Times New Roman"  # of Vietnamese official documents, and on every office machine
_ACCENT = RGBColor(0x1D, 0x3F, 0x73)


def write(content: Content) -> bytes:
    """The conversation as a .docx file."""
    document = docx.Document()
    _style(document)
    document.core_properties.title = content.labels.title
    document.core_properties.author = content.labels.title
    document.core_properties.language = "vi-VN"
    footnotes = Footnotes(document)
    document.add_heading(content.labels.title, level=0)
    document.add_paragraph(content.labels.made)
    for entry in content.entries:
        _draw(document, entry, content.notes, footnotes)
    footnotes.attach()
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _draw(document: Document, entry: Entry, notes: Sequence[str], footnotes: Footnotes) -> None:
    document.add_heading(entry.question, level=1)
    said = document.add_paragraph()
    run = said.add_run(entry.answer)
    run.bold = entry.short
    in_table = {row.note for row in entry.rows}
    for number in entry.notes:
        if number not in in_table:
            footnotes.refer(said, notes[number - 1])
    for remark in entry.remarks:
        document.add_paragraph().add_run(remark).italic = True
    if entry.rows:
        _table(document, entry, notes, footnotes)


def _table(document: Document, entry: Entry, notes: Sequence[str], footnotes: Footnotes) -> None:
    table = document.add_table(rows=1, cols=len(entry.columns), style="Table Grid")
    for cell, column in zip(table.rows[0].cells, entry.columns, strict=True):
        cell.paragraphs[0].add_run(column).bold = True
    for row in entry.rows:
        cells = table.add_row().cells
        for cell, value in zip(cells, row.values, strict=True):
            cell.text = value
        last: Paragraph = cells[-1].paragraphs[0]
        footnotes.refer(last, notes[row.note - 1])


def _style(document: Document) -> None:
    for name in ("Normal", "Title", "Heading 1"):
        style = document.styles[name]
        style.font.name = _FONT
        properties = style.element.get_or_add_rPr()
        fonts = properties.find(qn("w:rFonts"))
        if fonts is None:
            fonts = OxmlElement("w:rFonts")
            properties.append(fonts)
        # A theme's font would win over a named one.
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), _FONT)
        if name != "Normal":
            style.font.color.rgb = _ACCENT
    document.styles["Normal"].font.size = Pt(13)
    document.styles["Title"].font.size = Pt(20)
    document.styles["Heading 1"].font.size = Pt(14)
