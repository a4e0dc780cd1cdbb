"""A report: its text as shown, what is known of it, and where each fact was found."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from index.errors import DocumentError
from index.formats import SUFFIXES, TEXT
from index.formats.content import Content, paragraphs
from index.formats.limits import Limits, variable
from index.furniture import article_lines, page_lines
from index.letterhead import first_title, read_letterhead
from index.metadata import Page, article_page, event_of, read_page
from index.places import main_district, main_province
from index.sidecar import beside, read_sidecar
from index.tables import cells

_WEB = frozenset({".html", ".htm"})


@dataclass(frozen=True, slots=True)
class Document:
    """One report as shown and cited; every offset in the project points into `text`.

    `published` and `event` are ISO dates ("2023-07-17"), None when the report does not
    state them whole. `found` tells for each metadata field the words it was read from, or
    which file or property stated it.
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


def read_document(path: Path, root: Path, limits: Limits | None = None) -> Document:
    """Read a report; its id is the path below `root`, with forward slashes.

    limits: None stands for those of the environment. Raises `DocumentError` naming the file,
    what is wrong with it and what to do.
    """
    name = path.relative_to(root).as_posix()
    limits = limits or Limits.from_environment()
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise DocumentError(f"{name}: {unknown_suffix()}")
    try:
        size = path.stat().st_size
        if size > limits.bytes:
            raise DocumentError(f"{name}: {too_big(size, limits)}")
        if suffix in TEXT:
            document = parse_document(name, path.read_bytes(), path=str(path))
        else:
            document = _read_apart(name, path, limits)
        facts = beside(path)
        return _stated(document, facts) if facts else document
    except OSError as error:
        reason = error.strerror or error
        raise DocumentError(f"{name}: không đọc được tệp ({reason}); hãy kiểm tra quyền") from error
    except DocumentError as error:
        raise DocumentError(f"{name}: {str(error).removeprefix(f'{name}: ')}") from error


def parse_document(name: str, content: bytes, path: str = "") -> Document:
    """Make a `Document` of a text file's bytes. Raises `DocumentError` as `read_document`."""
    from index.formats import loading, plain

    try:
        text = loading.converted(_decode(content))
        sha256 = hashlib.sha256(content).hexdigest()
        suffix = Path(name).suffix.lower()
        if suffix in (".md", ".csv"):
            read = plain.read_markdown if suffix == ".md" else plain.read_csv
            return _from_content(name, read(text), path, sha256)
        written = plain.written_out(text)
        lines = page_lines(written)
        head = read_letterhead([line.text for line in lines])
        if head.issuer and head.used:
            return _from_content(name, Content(tuple(paragraphs(written))), path, sha256)
        return _from_page(name, read_page(article_lines(lines)), path, sha256)
    except DocumentError as error:
        raise DocumentError(f"{name}: {error}") from error


def too_big(size: int, limits: Limits) -> str:
    """Why a file of so many bytes is not read."""
    return (
        f"tệp nặng {size / 1e6:.0f} MB, quá giới hạn {limits.megabytes} MB; hãy chia nhỏ tệp hoặc"
        f" tăng {variable('megabytes')}"
    )


def unknown_suffix() -> str:
    """Why a file of an unknown suffix is not read."""
    return f"chưa đọc được loại tệp này; hãy lưu lại dưới dạng {', '.join(sorted(SUFFIXES))}"


def _read_apart(name: str, path: Path, limits: Limits) -> Document:
    from index.formats.isolation import read_apart

    content = read_apart(path, limits)
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return _from_content(name, content, str(path), sha256, is_page=path.suffix.lower() in _WEB)


def _from_content(
    name: str, content: Content, path: str, sha256: str, is_page: bool = False
) -> Document:
    """The document of a file's blocks; those of a web page go the way of a page saved as text."""
    if is_page and "title" in content.facts:
        text = "\n".join(block.text for block in content.blocks)
        page = article_page(content.facts["title"][0], article_lines(page_lines(text)))
        return _with_facts(_from_page(name, page, path, sha256), content.facts)
    pieces = [(line, block.kind) for block in content.blocks for line in block.lines]
    lines = [line for line, _ in pieces]
    if not lines:
        raise DocumentError("không có nội dung; hãy kiểm tra lại tệp")
    head = read_letterhead(lines)
    used, title, found = head.used, head.title, {}
    if title:
        found["title"] = " ".join(lines[at] for at in used)
    elif "title" in content.facts:
        title = content.facts["title"][0]
        found["title"] = content.facts["title"][1]
        used = tuple(at for at, line in enumerate(lines[:1]) if line == title)
    elif (first := first_title(lines)) is not None:
        title, used = lines[first], (first,)
        found["title"] = title
    title = title or Path(name).stem
    if head.published:
        found["published"] = head.published[1]
    if head.issuer:
        found["source"] = head.issuer
    event = event_of(line for line in lines if not cells(line))
    if event:
        found["event"] = event[1]
    text = _joined(title, [line for at, line in enumerate(lines) if at not in used])
    document = Document(
        id=name,
        title=title,
        text=text,
        province=main_province(text, title),
        district=main_district(text, title),
        published=head.published[0] if head.published else None,
        event=event[0] if event else None,
        source=head.issuer,
        path=path,
        sha256=sha256,
        found=found,
    )
    return _with_facts(document, content.facts)


def _from_page(name: str, page: Page, path: str, sha256: str) -> Document:
    title = page.title or Path(name).stem
    if not page.body:
        raise DocumentError("không có nội dung bài viết; hãy kiểm tra lại tệp")
    text = _joined(title, [line.text for line in page.body])
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
        sha256=sha256,
        found=page.found,
    )


def _joined(title: str, lines: list[str]) -> str:
    """Lines as the text: a blank line between them, none between the rows of a table."""
    text, was_row = title, False
    for line in lines:
        is_row = bool(cells(line))
        text += ("\n" if is_row and was_row else "\n\n") + line
        was_row = is_row
    return text


def _with_facts(document: Document, facts: Mapping[str, tuple[str, str]]) -> Document:
    """Facts of the file where its text states none."""
    new = {name: fact for name, fact in facts.items() if getattr(document, name) is None}
    found = {name: where for name, (_, where) in new.items()}
    values = {name: value for name, (value, _) in new.items()}
    if facts.get("title", ("",))[0] == document.title and "title" not in document.found:
        found["title"] = facts["title"][1]
    return replace(document, **values, found={**document.found, **found})


def _stated(document: Document, path: Path) -> Document:
    """A document with what the file beside it states."""
    stated = read_sidecar(path)
    found = {name: f"{path.name}: {value}" for name, value in stated.items()}
    values: dict[str, Any] = {**stated}
    if title := stated.get("title"):
        values["text"] = f"{title}\n\n{document.text.removeprefix(title).lstrip()}"
        values.setdefault("province", main_province(values["text"], title))
    return replace(
        replace(document, **values),
        sha256=hashlib.sha256(document.sha256.encode() + path.read_bytes()).hexdigest(),
        found={**document.found, **found},
    )


def _decode(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    else:
        encoding = "utf-8-sig"
        if b"\x00" in content:
            raise DocumentError("là tệp nhị phân, không phải văn bản; hãy lưu lại dạng .txt")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"byte thứ {error.start + 1} không phải {encoding.upper().removesuffix('-SIG')};"
            " hãy mở tệp và lưu lại với bảng mã UTF-8"
        ) from error
