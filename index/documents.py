"""A report: its cleaned text, what is known of it, and where each fact was found."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from index.errors import DocumentError
from index.furniture import article_lines, page_lines
from index.metadata import read_page
from index.places import main_district, main_province

SUFFIXES = frozenset({".txt"})
MAXIMUM_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Document:
    """One report as shown and cited; every offset in the project points into `text`.

    `published` and `event` are ISO dates ("2023-07-17"), None when the report does not
    state them whole. `found` tells for each metadata field the words it was read from.
    """

    id: str
    title: str
    text: str
    province: str | None = None
    district: str | None = None
    published: str | None = None
    event: str | None = None
    author: str | None = None
    source: str | None = None
    path: str = ""
    sha256: str = ""
    found: dict[str, str] = field(default_factory=dict)


def read_document(path: Path, root: Path) -> Document:
    """Read a report; its id is the path below `root`, with forward slashes.

    Raises `DocumentError` naming the file, what is wrong with it and what to do.
    """
    name = path.relative_to(root).as_posix()
    if path.suffix.lower() not in SUFFIXES:
        known = ", ".join(sorted(SUFFIXES))
        raise DocumentError(f"{name}: chưa đọc được loại tệp này; hãy lưu lại dưới dạng {known}")
    try:
        size = path.stat().st_size
        if size > MAXIMUM_BYTES:
            raise DocumentError(
                f"{name}: tệp nặng {size / 1e6:.0f} MB, quá giới hạn {MAXIMUM_BYTES / 1e6:.0f} MB;"
                " hãy chia nhỏ tệp"
            )
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or error
        raise DocumentError(f"{name}: không đọc được tệp ({reason}); hãy kiểm tra quyền") from error
    return parse_document(name, content, path=str(path))


def parse_document(name: str, content: bytes, path: str = "") -> Document:
    """Make a `Document` of a text file's bytes. Raises `DocumentError` as `read_document`."""
    page = read_page(article_lines(page_lines(_decode(name, content))))
    title = page.title or Path(name).stem
    text = "\n\n".join([title, *(line.text for line in page.body)])
    if not page.body:
        raise DocumentError(f"{name}: không có nội dung bài viết; hãy kiểm tra lại tệp")
    return Document(
        id=name,
        title=title,
        text=text,
        province=main_province(text, title),
        district=main_district(text, title),
        published=page.published,
        event=page.event,
        author=page.author,
        path=path,
        sha256=hashlib.sha256(content).hexdigest(),
        found=page.found,
    )


def _decode(name: str, content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    else:
        encoding = "utf-8-sig"
        if b"\x00" in content:
            raise DocumentError(
                f"{name}: là tệp nhị phân, không phải văn bản; hãy lưu lại dạng .txt"
            )
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"{name}: byte thứ {error.start + 1} không phải {encoding.upper().removesuffix('-SIG')};"
            " hãy mở tệp và lưu lại với bảng mã UTF-8"
        ) from error
