"""Word, Excel and PowerPoint files of before 2007, turned into today's by LibreOffice."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from index.errors import DocumentError
from index.formats.content import Content
from index.formats.limits import Limits
from index.formats.office import read_docx, read_pptx
from index.formats.spreadsheet import read_xlsx

INSTALL = (
    "apt-get install --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui"
    " libreoffice-impress-nogui"
)
_KINDS = (
    ("WordDocument", "docx", read_docx),
    ("Workbook", "xlsx", read_xlsx),
    ("Book", "xlsx", read_xlsx),
    ("PowerPoint Document", "pptx", read_pptx),
)


def read_ole(path: Path, limits: Limits) -> Content:
    """A .doc, .xls or .ppt file. Raises DocumentError, also where LibreOffice is missing."""
    import olefile

    with olefile.OleFileIO(str(path)) as container:
        streams = {entry[0] for entry in container.listdir()}
    if streams & {"EncryptedPackage", "EncryptionInfo"}:
        raise DocumentError("tệp được đặt mật khẩu; hãy bỏ mật khẩu rồi thêm lại")
    for stream, target, reader in _KINDS:
        if stream in streams:
            with tempfile.TemporaryDirectory() as folder:
                return reader(_converted(path, target, Path(folder), limits), limits)
    raise DocumentError("không phải văn bản Word, Excel hay PowerPoint; hãy kiểm tra lại tệp")


def _converted(path: Path, target: str, folder: Path, limits: Limits) -> Path:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise DocumentError(f"cần LibreOffice để đọc tệp Office cũ; hãy chạy: {INSTALL}")
    # A plain name: LibreOffice gets no name that it could take for an option or an address.
    source = folder / f"source{path.suffix.lower()}"
    shutil.copyfile(path, source)
    command = [
        office,
        "--headless",
        "--norestore",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--convert-to",
        target,
        "--outdir",
        str(folder / "out"),
        str(source),
    ]
    try:
        subprocess.run(command, capture_output=True, timeout=limits.seconds, check=False)
    except subprocess.TimeoutExpired as error:
        raise DocumentError(
            f"LibreOffice không đọc xong trong {limits.seconds} giây; hãy mở tệp và lưu lại dạng"
            f" .{target}"
        ) from error
    made = folder / "out" / f"source.{target}"
    if not made.is_file():
        raise DocumentError(
            "LibreOffice không mở được tệp (hỏng, có mật khẩu hoặc thiếu gói); hãy mở bằng phần"
            f" mềm văn phòng và lưu lại dạng .{target}, hoặc chạy: {INSTALL}"
        )
    return made
