"""Word and PowerPoint files, and RTF."""

import re
import tempfile
from copy import deepcopy
from pathlib import Path
from typing import Any

from index.formats.content import HEADING, Block, Content, paragraphs, table
from index.formats.guards import check_archive
from index.formats.limits import Limits
from index.formats.loading import Loaded, load_in_unicode
from index.formats.properties import office_facts

_NOTES = re.compile(r"\[Notes, slide (\d+)\]")


def read_docx(path: Path, limits: Limits) -> Content:
    """A Word file: headings, paragraphs, notes and tables."""
    import docx

    check_archive(path, limits)
    document = docx.Document(str(path))
    facts = office_facts(document.core_properties)
    body = document.element.body
    _lift_boxes(body)
    _lift_inner_tables(body)
    _part_merged_cells(body)
    _drop_idle_styles(document.styles.element, body)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.docx"
        document.save(str(plain))
        return Content(tuple(blocks(load_in_unicode(plain))), facts)


def read_pptx(path: Path, limits: Limits) -> Content:
    """A presentation: titles, texts, tables and the speaker's notes, slide by slide."""
    import pptx

    check_archive(path, limits)
    facts = office_facts(pptx.Presentation(str(path)).core_properties)
    return Content(tuple(blocks(load_in_unicode(path))), facts)


def read_rtf(path: Path, limits: Limits) -> Content:
    """An RTF file; rows of its tables come as lines with a bar behind each cell."""
    del limits  # the process that reads has them
    found: list[Loaded] = []
    rows: list[list[str]] = []
    for kind, content in load_in_unicode(path):
        text = content[0][0]
        if text.count("|") > 1 and text.rstrip().endswith("|"):
            rows.append([cell.strip() for cell in text.rstrip().rstrip("|").split("|")])
            continue
        if rows:
            found.append(("table", rows))
            rows = []
        found.append((kind, content))
    if rows:
        found.append(("table", rows))
    return Content(tuple(blocks(found)))


def blocks(parts: list[Loaded]) -> list[Block]:
    """Loaded parts as blocks in normal form."""
    found: list[Block] = []
    for kind, rows in parts:
        if kind == "table":
            found += table(rows)
        else:
            text = _NOTES.sub(r"Ghi chú của trang chiếu \1", rows[0][0])
            found += paragraphs(text, HEADING) if kind == "heading" else paragraphs(text)
    return found


def _lift_boxes(body: Any) -> None:
    """Put a text box behind its paragraph: inside, it would be read twice or cut a sentence."""
    from docx.oxml.ns import qn

    fallback = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
    for copied in list(body.iter(fallback)):
        copied.getparent().remove(copied)
    for box in reversed(list(body.iter(qn("w:txbxContent")))):
        host = next(box.iterancestors(qn("w:p")), None)
        if host is None:
            continue
        for child in reversed(list(box)):
            host.addnext(child)
        box.getparent().remove(box)


def _lift_inner_tables(body: Any) -> None:
    """Put a table inside a cell behind the table around it: cells are read as text alone."""
    from docx.oxml.ns import qn

    for inner in reversed(list(body.iter(qn("w:tbl")))):
        outer = next(inner.iterancestors(qn("w:tbl")), None)
        if outer is not None:
            outer.addnext(inner)


def _part_merged_cells(body: Any) -> None:
    """Repeat a cell in each column it spans, so that columns keep their headings."""
    from docx.oxml.ns import qn

    for cell in list(body.iter(qn("w:tc"))):
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        if span is None:
            continue
        width = min(int(span.get(qn("w:val")) or 1), 64)
        span.getparent().remove(span)
        for _ in range(width - 1):
            cell.addnext(deepcopy(cell))


def _drop_idle_styles(styles: Any, body: Any) -> None:
    """Leave the styles in use: python-docx goes through all of them for each run of text."""
    from docx.oxml.ns import qn

    by_id = {style.get(qn("w:styleId")): style for style in styles.iterchildren(qn("w:style"))}
    used = {
        mark.get(qn("w:val"))
        for mark in body.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
    }
    used |= {name for name, style in by_id.items() if style.get(qn("w:default"))}
    used |= {name for name in by_id if name and name.startswith(("Footnote", "Endnote"))}
    waiting = list(used)
    while waiting:
        style = by_id.get(waiting.pop())
        for link in () if style is None else style.iterchildren(qn("w:basedOn"), qn("w:link")):
            if link.get(qn("w:val")) not in used:
                used.add(link.get(qn("w:val")))
                waiting.append(link.get(qn("w:val")))
    for name, style in by_id.items():
        if name not in used:
            styles.remove(style)
