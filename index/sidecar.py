"""`NAME.meta.toml` beside a report: what a person states of it, above all that is read from it."""

import tomllib
from datetime import date
from pathlib import Path

from index.errors import DocumentError
from index.places import find_provinces, provinces
from index.vietnamese import normalize

SUFFIX = ".meta.toml"
FIELDS = ("title", "province", "district", "published", "event", "author", "source")
_DATES = ("published", "event")
_LARGEST = 100_000


def beside(path: Path) -> Path | None:
    """The facts beside a report: `report.docx.meta.toml`, else `report.meta.toml`."""
    for name in (path.name, path.stem):
        candidate = path.with_name(name + SUFFIX)
        if candidate.is_file():
            return candidate
    return None


def read_sidecar(path: Path) -> dict[str, str]:
    """The facts by field of `Document`. Raises DocumentError naming the file and the field."""
    try:
        if path.stat().st_size > _LARGEST:
            raise DocumentError(f"{path.name} nặng quá {_LARGEST // 1000} KB; hãy kiểm tra lại")
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError, RecursionError) as error:
        raise DocumentError(
            f"{path.name} không phải TOML đọc được ({' '.join(str(error).split())}); hãy sửa hoặc"
            " bỏ tệp đó"
        ) from error
    return {name: _checked(path.name, name, value) for name, value in values.items()}


def _checked(file: str, name: str, value: object) -> str:
    if name not in FIELDS:
        raise DocumentError(f"{file} có mục lạ {name!r}; chỉ dùng {', '.join(FIELDS)}")
    if name in _DATES:
        day = value.isoformat()[:10] if isinstance(value, date) else value
        try:
            return date.fromisoformat(str(day)).isoformat()
        except ValueError as error:
            raise DocumentError(
                f"{file}: {name} = {value!r} không phải ngày; hãy viết như 2023-07-17"
            ) from error
    text = normalize(value).replace("\n", " ") if isinstance(value, str) else ""
    if not text:
        raise DocumentError(f"{file}: {name} phải là chữ trong ngoặc kép")
    if name == "province":
        named = {mention.name for mention in find_provinces(text, proper=False)}
        if len(named) != 1:
            raise DocumentError(
                f"{file}: không có tỉnh, thành phố nào tên {text!r}; hãy dùng một trong"
                f" {len(provinces())} tên, ví dụ Lào Cai"
            )
        return named.pop()
    return text
