"""What a file is, told by its bytes, and whether it is safe to open.

Portals hand out RTF and HTML under the name of .doc; what counts is what a file holds.
"""

import zipfile
from pathlib import Path

from index.errors import DocumentError
from index.formats.limits import Limits, variable

_SIGNATURES = (
    (b"%PDF-", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".ole"),
    (b"PK\x03\x04", ".zip"),
    (b"PK\x05\x06", ".zip"),
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"II*\x00", ".tif"),
    (b"MM\x00*", ".tif"),
)
_PARTS = (
    ("word/document.xml", ".docx"),
    ("xl/workbook.xml", ".xlsx"),
    ("ppt/presentation.xml", ".pptx"),
)
_MOST_PARTS = 20_000
_CHUNK = 1 << 20
_HEAD = 1024
_ENTITIES = [f"<!{word}".encode(code) for word in ("DOCTYPE", "ENTITY") for code in
             ("utf-8", "utf-16-le", "utf-16-be")]  # fmt: skip


def content_suffix(path: Path) -> str:
    """The suffix that fits what a file holds; its own where the bytes tell nothing.

    Raises DocumentError for an empty file and for an archive that is no office document.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise DocumentError("tệp trống, không có nội dung; hãy kiểm tra lại tệp")
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    for signature, suffix in _SIGNATURES:
        if bare.startswith(signature):
            return _office_suffix(path) if suffix == ".zip" else suffix
    if bare[:256].lower().startswith((b"<!doctype html", b"<html")):
        return ".html"
    return path.suffix.lower()


def _office_suffix(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise DocumentError(
            "tệp bị hỏng hoặc chưa chép hết; hãy mở bằng phần mềm văn phòng rồi lưu lại"
        ) from error
    for part, suffix in _PARTS:
        if part in names:
            return suffix
    raise DocumentError(
        "là tệp nén, không phải văn bản Word, Excel hay PowerPoint; hãy giải nén rồi thêm từng tệp"
    )


def check_archive(path: Path, limits: Limits) -> None:
    """Refuse an office file that unpacks beyond the limit or declares XML entities.

    Every part is unpacked in small pieces: the sizes an archive states may be lies.
    """
    allowed = limits.unpacked * 1_000_000
    total = 0
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
        if len(parts) > _MOST_PARTS:
            raise DocumentError(f"tệp chứa {len(parts)} phần, quá nhiều; hãy chia nhỏ tệp")
        for part in parts:
            if part.flag_bits & 1:
                raise DocumentError("tệp được đặt mật khẩu; hãy bỏ mật khẩu rồi thêm lại")
            is_xml = part.filename.lower().endswith((".xml", ".rels"))
            last = b""
            with archive.open(part) as stream:
                while piece := stream.read(_CHUNK):
                    total += len(piece)
                    if total > allowed:
                        raise DocumentError(
                            f"tệp bung ra quá {limits.unpacked} MB (có thể là bom nén); hãy bỏ bớt"
                            f" hình ảnh hoặc tăng {variable('unpacked')}"
                        )
                    if is_xml and any(mark in last + piece for mark in _ENTITIES):
                        raise DocumentError(
                            "tệp khai báo thực thể XML, có thể gây hại; hãy mở bằng phần mềm văn"
                            " phòng rồi lưu lại"
                        )
                    last = piece[-16:]
