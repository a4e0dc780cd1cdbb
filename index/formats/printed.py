"""Printed lines made paragraphs again: page numbers and running heads out, wrapped lines joined."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from index.vietnamese import fold

Part = tuple[str, Any]

_PAGE_NUMBER = re.compile(r"(?i)\W*(?:trang\s*)?\d{1,4}(?:\s*[/|]\s*\d{1,4})?\W*")
_ENDED = re.compile(r"[.!?:;…”\")]\s*$")
_OPENS = re.compile(
    r"\s*(?:[-–+•*▪]\s|\(?\d{1,2}(?:\.\d{1,2})*[.)]\s|[a-zđ][.)]\s|[IVX]{1,5}[.)]\s"
    r"|(?:Điều|Chương|Mục|Phần|Bảng|Biểu|Phụ lục)\s+[\dIVX]+)"
)
FULL = 0.8
_REPEATED = 0.5
_MARGIN = 2


def without_page_marks(pages: Sequence[Sequence[Part]]) -> Iterator[Part]:
    """The parts of pages without page numbers and the lines that head or foot most pages."""
    edges = Counter(
        _shape(line) for page in pages for line in dict.fromkeys(map(_shape, _edge_lines(page)))
    )
    running = {
        shape
        for shape, count in edges.items()
        if shape and len(pages) > 2 and count > _REPEATED * len(pages)
    }
    for page in pages:
        last = len(page) - 1
        for at, (kind, content) in enumerate(page):
            if kind == "lines":
                content = [line for line in content if line.strip()]
                for edge, on in ((0, at == 0), (-1, at == last)):
                    while on and content and _is_mark(content[edge], running):
                        content.pop(edge)
            if content:
                yield kind, content


def _edge_lines(page: Sequence[Part]) -> list[str]:
    found = []
    for at, edge in ((0, slice(None, _MARGIN)), (-1, slice(-_MARGIN, None))):
        if page and page[at][0] == "lines":
            found += [line for line in page[at][1] if line.strip()][edge]
    return found


def _is_mark(line: str, running: set[str]) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(line)) or _shape(line) in running


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", fold(line)).strip()


def joined_lines(lines: Sequence[str], title: str = "") -> list[str]:
    """Lines as printed joined to paragraphs; a line that is the title stands alone.

    A line goes on in the next one when it fills its column, or when neither a sentence ends nor
    an item, a heading or a capital letter begins there.
    """
    kept = [line.strip() for line in lines if line.strip()]
    if not kept:
        return []
    lengths = sorted(len(line) for line in kept)
    full = FULL * lengths[int(0.9 * (len(lengths) - 1))]
    found = [kept[0]]
    for before, line in pairwise(kept):
        fills = len(before) >= full and not before.isupper()
        goes_on = line[0].islower() or (fills and not _ENDED.search(before))
        if goes_on and not _OPENS.match(line) and title not in (before, line):
            found[-1] += " " + line
        else:
            found.append(line)
    return found
