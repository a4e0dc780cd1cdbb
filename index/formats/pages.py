"""PDF files and page images: text where there is some, recognition by Tesseract where there is none."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from index.errors import DocumentError
from index.formats.content import Block, Content, paragraphs, table
from index.formats.limits import Limits, variable
from index.formats.loading import Loaded, check_converted, load, old_encoding, text_of
from index.formats.printed import joined_lines, without_page_marks
from index.formats.properties import facts

INSTALL = "apt-get install --no-install-recommends tesseract-ocr tesseract-ocr-vie"
_SCANNED_BELOW = 16  # characters on a page; a stamp or a page number may be typed on a scan
_DPI = 300
_LARGEST_IMAGE = 80_000_000  # pixels: an A2 sheet at 300 dpi

Progress = Callable[[], None]


def read_pdf(path: Path, limits: Limits, progress: Progress) -> Content:
    """A PDF file, typed or scanned. Raises DocumentError."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(str(path))
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise DocumentError(
                "tệp PDF được đặt mật khẩu; hãy bỏ mật khẩu rồi thêm lại"
            ) from error
        raise DocumentError("tệp PDF bị hỏng hoặc chưa chép hết; hãy tải lại tệp") from error
    try:
        return _read(pdf, limits, progress)
    finally:
        pdf.close()


def _read(pdf: Any, limits: Limits, progress: Progress) -> Content:
    count = len(pdf)
    if count > limits.pages:
        raise DocumentError(
            f"tệp có {count} trang, quá giới hạn {limits.pages}; hãy chia nhỏ tệp hoặc tăng"
            f" {variable('pages')}"
        )
    scanned = {at for at in range(count) if _characters(pdf[at]) < _SCANNED_BELOW}
    if len(scanned) > limits.scanned:
        raise DocumentError(
            f"tệp có {len(scanned)} trang quét, quá giới hạn {limits.scanned}; hãy chia nhỏ tệp"
            f" hoặc tăng {variable('scanned')}"
        )
    typed = _typed_pages(pdf, [at for at in range(count) if at not in scanned], progress)
    pages = []
    for at in range(count):
        progress()
        recognized = at in scanned
        pages.append([("lines", _recognized(_image(pdf[at]), limits))] if recognized else typed[at])
    stated = _facts(pdf)
    return Content(tuple(_blocks(pages, stated.get("title", ("",))[0])), stated)


def read_image(path: Path, limits: Limits, progress: Progress) -> Content:
    """A page image, or the page images of a TIFF. Raises DocumentError."""
    from PIL import Image, ImageSequence, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = _LARGEST_IMAGE
    pages: list[list[tuple[str, Any]]] = []
    try:
        with Image.open(path) as image:
            for frame in ImageSequence.Iterator(image):
                if len(pages) == limits.scanned:
                    raise DocumentError(
                        f"tệp có quá {limits.scanned} trang ảnh; hãy chia nhỏ tệp hoặc tăng"
                        f" {variable('scanned')}"
                    )
                if frame.width * frame.height > _LARGEST_IMAGE:
                    raise DocumentError(
                        f"ảnh rộng {frame.width}×{frame.height} điểm, quá lớn; hãy lưu lại nhỏ hơn"
                    )
                progress()
                pages.append([("lines", _recognized(frame.convert("L"), limits))])
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError) as error:
        raise DocumentError("tệp ảnh bị hỏng hoặc quá lớn; hãy quét lại") from error
    found = tuple(_blocks(pages))
    if not found:
        raise DocumentError("không nhận ra chữ nào trong ảnh; hãy quét lại rõ hơn (300 dpi)")
    return Content(found)


def _characters(page: Any) -> int:
    return len(page.get_textpage().get_text_range().split())


def _typed_pages(
    pdf: Any, numbers: list[int], progress: Progress
) -> dict[int, list[tuple[str, Any]]]:
    """The parts of pages that hold text, by number; old encodings are told by all of them."""

    def read(encoding: str | None = None) -> dict[int, list[Loaded]]:
        found = {}
        for at in numbers:
            progress()
            found[at] = _typed(pdf, at, encoding)
        return found

    pages = read()
    encoding = old_encoding(text_of(part for parts in pages.values() for part in parts))
    if encoding:
        pages = read(encoding)
        check_converted(text_of(part for parts in pages.values() for part in parts), encoding)
    return {
        at: [
            ("rows", rows) if kind == "table" else ("lines", rows[0][0].split("\n"))
            for kind, rows in parts
        ]
        for at, parts in pages.items()
    }


def _typed(pdf: Any, at: int, encoding: str | None) -> list[Loaded]:
    """A page's parts. It is loaded alone, so that its first and last lines are known."""
    import pypdfium2

    with tempfile.TemporaryDirectory() as folder:
        single = Path(folder) / "page.pdf"
        page = pypdfium2.PdfDocument.new()
        page.import_pages(pdf, [at])
        page.save(str(single))
        page.close()
        return load(single, encoding)


def _image(page: Any) -> Any:
    scale = _DPI / 72
    width, height = page.get_size()
    if width * height * scale * scale > _LARGEST_IMAGE:
        scale = (_LARGEST_IMAGE / (width * height)) ** 0.5
    return page.render(scale=scale, grayscale=True).to_pil()


def _recognized(image: Any, limits: Limits) -> list[str]:
    if shutil.which("tesseract") is None:
        raise DocumentError(f"cần Tesseract để đọc trang quét; hãy chạy: {INSTALL}")
    import pytesseract

    try:
        text = pytesseract.image_to_string(image, lang="vie", timeout=limits.seconds)
    except pytesseract.TesseractError as error:
        if "vie" not in str(error):
            raise
        raise DocumentError(f"Tesseract thiếu dữ liệu tiếng Việt; hãy chạy: {INSTALL}") from error
    except RuntimeError as error:
        raise DocumentError(
            f"không nhận dạng xong một trang trong {limits.seconds} giây; hãy quét lại rõ hơn"
        ) from error
    lines: list[str] = text.split("\n")
    return lines


def _blocks(pages: list[list[tuple[str, Any]]], title: str = "") -> Iterator[Block]:
    """The pages' blocks: tables joined over page breaks, lines joined to paragraphs."""
    open_rows: list[list[str]] = []
    open_lines: list[str] = []

    def close() -> Iterator[Block]:
        nonlocal open_rows, open_lines
        for text in joined_lines(open_lines, title):
            yield from paragraphs(text)
        yield from table(open_rows)
        open_rows, open_lines = [], []

    for kind, content in without_page_marks(pages):
        if kind == "rows":
            if open_lines or (open_rows and len(open_rows[0]) != len(content[0])):
                yield from close()
            open_rows = [*open_rows, *content]
        else:
            if open_rows:
                yield from close()
            open_lines += content
    yield from close()


def _facts(pdf: Any) -> dict[str, tuple[str, str]]:
    written = pdf.get_metadata_dict()
    day = written.get("CreationDate", "").removeprefix("D:")[:8]
    created = f"{day[:4]}-{day[4:6]}-{day[6:]}" if day.isdecimal() and len(day) == 8 else None
    return facts(written.get("Title"), written.get("Author"), created)
