"""Documents read by viparse: the one place that knows it, so that it can be swapped.

What comes back is Unicode: text typed in the fonts before Unicode (.VnTime, VNI-Times) is
converted by the fonts a file names, then by the look of the text, and checked.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path

from index.errors import DocumentError

# A part as loaded: ("table", rows), or ("heading" | "paragraph", [[text]]).
Loaded = tuple[str, list[list[str]]]

# Letters that fill TCVN3 and VNI texts read as Latin-1, and stand in no Vietnamese Unicode text.
_LEGACY_LETTERS = re.compile("[®©¨¬µ¶·¸¹»¼½¾ÆÇËÎÏÑÖ×Ø¤¦§«ßåäëïñ÷ø]")
_LEGACY_SHARE = 0.01
_SHORTEST = 100  # characters; below that any few strange letters look like an old encoding
_ENCODINGS = frozenset({"tcvn3", "vni"})


def load(path: Path, encoding: str | None = None) -> list[Loaded]:
    """The parts of a .docx, .pptx, .rtf or .pdf file in order.

    encoding: the old one its text is known to be in; None goes by the fonts the file names.
    """
    import viparse

    # Settings given here keep a viparse.toml or VIPARSE_* in the environment from counting.
    settings = viparse.Settings(encoding=encoding, max_bytes=1 << 40)
    document = viparse.load(path, output="json", settings=settings)[0]
    return [
        (block["type"], block["rows"] if block["type"] == "table" else [[block["text"]]])
        for block in json.loads(document.text)["blocks"]
    ]


def load_in_unicode(path: Path) -> list[Loaded]:
    """As `load`, with text in an old encoding converted. Raises DocumentError if it is left."""
    parts = load(path)
    encoding = old_encoding(text_of(parts))
    if encoding is None:
        return parts
    # Loaded anew: what is told apart too late has lost its soft hyphens, which are TCVN3's "ư".
    parts = load(path, encoding)
    check_converted(text_of(parts), encoding)
    return parts


def text_of(parts: Iterable[Loaded]) -> str:
    """All text of loaded parts."""
    return "\n".join(cell for _, rows in parts for row in rows for cell in row)


def old_encoding(text: str) -> str | None:
    """The encoding of before Unicode that a text is in, None for Unicode."""
    if len(text) < _SHORTEST or not looks_old(text):
        return None
    import viparse

    encoding = viparse.detect_text_encoding(text)
    return encoding if encoding in _ENCODINGS else None


def looks_old(text: str) -> bool:
    """Whether a text, however short, is full of letters that Unicode Vietnamese has none of."""
    return len(_LEGACY_LETTERS.findall(text)) > _LEGACY_SHARE * len(text)


def converted(text: str) -> str:
    """A text in Unicode. Raises DocumentError where its old encoding does not yield."""
    encoding = old_encoding(text)
    if encoding is None:
        return text
    import viparse

    fixed = viparse.fix(text, encoding=encoding)
    check_converted(fixed, encoding)
    return fixed


def check_converted(text: str, encoding: str) -> None:
    """Raise DocumentError if a text is still in an old encoding."""
    if old_encoding(text) is not None:
        raise DocumentError(
            f"chữ theo bảng mã cũ ({encoding.upper()}) không chuyển được hết; hãy chuyển tệp sang"
            " Unicode (bằng Unikey) rồi thêm lại"
        )


def encoding_of_font(font: str | None) -> str | None:
    """The old encoding that a font's name stands for."""
    name = (font or "").upper()
    return "tcvn3" if name.startswith(".VN") else "vni" if name.startswith("VNI") else None


def fixed(text: str, encoding: str) -> str:
    """A text known to be in an old encoding, in Unicode."""
    import viparse

    return viparse.fix(text, encoding=encoding)
