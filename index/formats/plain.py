"""Markdown and CSV: text whose tables are marked in it."""

import csv
import io
import re

from index.errors import DocumentError
from index.formats.content import HEADING, Block, Content, paragraphs, table

_RULE = re.compile(r"\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*(?::?-{3,}:?)?\s*|\s*\|\s*:?-{3,}:?\s*\|?\s*")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_HEADING = re.compile(r"#{1,6}\s+(?P<text>.*?)\s*#*\s*")
_MARKS = (
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\[([^\]]+)\]\([^)]*\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"`([^`]+)`"), r"\1"),
    (re.compile(r"^\s*>\s?"), ""),
    (re.compile(r"<!--.*?-->"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!|])"), r"\1"),
)
_BAR = re.compile(r"(?<!\\)\|")
_DELIMITERS = ",;\t|"
_MOST_COLUMNS = 1024


def read_markdown(text: str) -> Content:
    """Markdown without its marks; the lines of a paragraph are joined."""
    found: list[Block] = []
    lines = without_front_matter(text.splitlines())
    at, open_lines = 0, list[str]()

    def close() -> None:
        found.extend(paragraphs(" ".join(open_lines)))
        open_lines.clear()

    while at < len(lines):
        line = lines[at]
        if is_table(lines, at):
            close()
            stop = at + 2
            while stop < len(lines) and "|" in lines[stop]:
                stop += 1
            found += table([_row(row) for row in (line, *lines[at + 2 : stop])])
            at = stop
            continue
        if heading := _HEADING.fullmatch(line):
            close()
            found += paragraphs(_plain(heading["text"]), HEADING)
        elif not line.strip() or _FENCE.match(line) or re.fullmatch(r"\s*([-*_]\s*){3,}", line):
            close()
        else:
            if re.match(r"\s*(?:[-*+]|\d+[.)])\s", line):
                close()
            open_lines.append(_plain(line))
        at += 1
    close()
    return Content(tuple(found))


def is_table(lines: list[str], at: int) -> bool:
    """Whether a Markdown table begins at a line: headings, then a rule of as many columns."""
    if at + 1 >= len(lines) or "|" not in lines[at] or not _RULE.fullmatch(lines[at + 1]):
        return False
    return len(_row(lines[at])) == len(_row(lines[at + 1]))


def written_out(text: str) -> str:
    """A text with the Markdown tables in it written out row by row, the rest as it was."""
    if "---" not in text or "|" not in text:
        return text
    lines = text.splitlines()
    found: list[str] = []
    at = 0
    while at < len(lines):
        if not is_table(lines, at):
            found.append(lines[at])
            at += 1
            continue
        stop = at + 2
        while stop < len(lines) and "|" in lines[stop]:
            stop += 1
        rows = [_row(row) for row in (lines[at], *lines[at + 2 : stop])]
        found += [line for block in table(rows) for line in block.lines]
        at = stop
    return "\n".join(found)


def without_front_matter(lines: list[str]) -> list[str]:
    """Lines without the "---" block that static sites put at the head of a page."""
    if lines[:1] == ["---"] and "---" in lines[1:]:
        return lines[lines.index("---", 1) + 1 :]
    return lines


def read_csv(text: str) -> Content:
    """A CSV table, parted by the sign that its first lines hold most evenly."""
    head = text.splitlines()[:20]
    counts = {mark: [line.count(mark) for line in head if line.strip()] for mark in _DELIMITERS}
    mark = max(counts, key=lambda one: (min(counts[one], default=0), sum(counts[one])))
    csv.field_size_limit(1 << 24)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    except csv.Error as error:
        raise DocumentError(
            f"không phải bảng CSV đọc được ({error}); hãy lưu lại từ bảng tính dạng CSV UTF-8"
        ) from error
    if max(map(len, rows), default=0) > _MOST_COLUMNS:
        raise DocumentError(f"bảng rộng quá {_MOST_COLUMNS} cột; hãy bỏ bớt cột")
    return Content(tuple(table(rows)))


def _row(line: str) -> list[str]:
    bare = line.strip().removeprefix("|")
    bare = bare[:-1] if bare.endswith("|") and not bare.endswith("\\|") else bare
    return [_plain(cell.strip()) for cell in _BAR.split(bare)]


def _plain(text: str) -> str:
    for mark, kept in _MARKS:
        text = mark.sub(kept, text)
    return text
