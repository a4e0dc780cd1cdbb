"""Saved web pages: the article by trafilatura, its tables, and what the page's head says of it."""

from pathlib import Path
from typing import Any

from index.errors import DocumentError
from index.formats.content import HEADING, PARAGRAPH, ROWS, Block, Content, paragraphs
from index.formats.limits import Limits
from index.tables import cells, row_lines
from index.vietnamese import normalize

_TEXT_TAGS = frozenset({"p", "item", "quote", "code", "fw", "row"})
_WIDEST = 64


def read_html(path: Path, limits: Limits) -> Content:
    """A page's main text and facts. Raises DocumentError for a page without an article."""
    del limits  # the process that reads has them
    import trafilatura

    tree = trafilatura.load_html(path.read_bytes())
    if tree is None:
        raise DocumentError("không phải trang web đọc được; hãy lưu lại trang từ trình duyệt")
    _write_out_tables(tree)
    page: Any = trafilatura.bare_extraction(
        tree,
        favor_recall=True,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if page is None or page.body is None:
        raise DocumentError("trang web không có bài viết; hãy lưu lại trang có nội dung bài")
    found = [block for block in _blocks(page.body) if block.lines]
    return Content(tuple(_rows_joined(found)), _facts(page))


def _facts(page: Any) -> dict[str, tuple[str, str]]:
    found = {}
    for name, value in (
        ("title", page.title),
        ("published", page.date),
        ("author", page.author),
        ("source", page.sitename or page.hostname),
    ):
        if value and (text := normalize(str(value)).replace("\n", " ")):
            found[name] = (text, f"phần đầu trang web ({name}): {text}")
    return found


def _blocks(body: Any) -> list[Block]:
    """The text of each innermost element that holds some."""
    found: list[Block] = []
    for element in body.iter():
        if not isinstance(element.tag, str):
            continue
        kind = HEADING if element.tag == "head" else PARAGRAPH
        if element.tag in _TEXT_TAGS or kind == HEADING:
            if any(inner.tag in _TEXT_TAGS for inner in element.iterdescendants()):
                found += paragraphs(element.text or "", kind)
            else:
                for line_break in element.iter("lb"):
                    line_break.tail = "\n" + (line_break.tail or "")
                text = (
                    "".join(element.itertext())
                    if element.tag != "row"
                    else " | ".join(" ".join("".join(cell.itertext()).split()) for cell in element)
                )
                found += paragraphs(text, kind)
        elif element.tag in ("list", "div", "body"):
            found += paragraphs(element.text or "")
        if (
            element is not body
            and element.getparent() is not None
            and element.getparent().tag in ("body", "div", "list")
        ):
            found += paragraphs(element.tail or "")
    return found


def _rows_joined(found: list[Block]) -> list[Block]:
    """Rows of a table that stand one after another made one block again."""
    joined: list[Block] = []
    for block in found:
        if all(cells(line) for line in block.lines):
            block = Block(ROWS, block.lines)
            if joined and joined[-1].kind == ROWS:
                block = Block(ROWS, joined.pop().lines + block.lines)
        joined.append(block)
    return joined


def _write_out_tables(tree: Any) -> None:
    """Put a table's rows into paragraphs: extractors keep those, and lose columns."""
    from lxml import etree

    for element in list(tree.iter("table")):
        if element.getparent() is None or next(element.iterdescendants("table"), None) is not None:
            continue
        rows = _grid(element)
        if len(rows) < 2 or max(map(len, rows)) < 2:
            continue
        lines = row_lines(rows)
        if not any(cells(line) for line in lines):
            continue
        holder = etree.Element("div")
        for line in lines:
            etree.SubElement(holder, "p").text = line
        holder.tail = element.tail
        element.getparent().replace(element, holder)


def _grid(element: Any) -> list[list[str]]:
    """A table's texts, cells that span rows or columns repeated in each place they cover."""
    placed: dict[tuple[int, int], str] = {}
    lines = list(element.iter("tr"))
    for down, line in enumerate(lines):
        across = 0
        for cell in line.iterchildren("td", "th"):
            while (down, across) in placed:
                across += 1
            text = " ".join("".join(cell.itertext()).split())
            wide = _span(cell.get("colspan"))
            for row in range(down, min(down + _span(cell.get("rowspan")), len(lines))):
                placed.update({(row, column): text for column in range(across, across + wide)})
            across += wide
    width = max((across for _, across in placed), default=-1) + 1
    return [
        [placed.get((down, across), "") for across in range(width)] for down in range(len(lines))
    ]


def _span(value: str | None) -> int:
    return min(int(value), _WIDEST) if value and value.isascii() and value.isdecimal() else 1
