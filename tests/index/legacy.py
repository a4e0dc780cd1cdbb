"""Unicode text written in the encodings that came before it, as old files and pages hold it."""

import unicodedata
from functools import lru_cache

from viparse.normalize.encodings import CHARMAPS

# What Windows-1252 leaves undefined shows as a control code.
_UNDEFINED = {0x81, 0x8D, 0x8F, 0x90, 0x9D}


@lru_cache(maxsize=8)
def _table(encoding: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for typed, letter in CHARMAPS[encoding].pairs:
        table.setdefault(letter, typed)
    return table


def typed_in(encoding: str, text: str) -> str:
    """TCVN3, VNI or VISCII text as a program shows it that takes its bytes for Latin-1."""
    table = _table(encoding)
    return "".join(table.get(letter, letter) for letter in unicodedata.normalize("NFC", text))


def misread(text: str) -> str:
    """UTF-8 read as Windows-1252."""
    return "".join(
        chr(byte) if byte in _UNDEFINED else bytes([byte]).decode("cp1252")
        for byte in text.encode()
    )


def old_tones(text: str) -> str:
    """Tones on the last vowel: "hoà", "uỷ"."""
    pairs = {"òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ"}
    pairs |= {"òe": "oè", "óe": "oé", "ỏe": "oẻ", "ọe": "oẹ"}
    pairs |= {"ùy": "uỳ", "úy": "uý", "ủy": "uỷ", "ũy": "uỹ", "ụy": "uỵ"}
    words = text.split(" ")
    for at, word in enumerate(words):
        for new, old in pairs.items():
            for one, other in ((new, old), (new.upper(), old.upper()), (new.title(), old.title())):
                bare = word.rstrip("”\"'.,;:()!?…\n")
                if bare.endswith(one):
                    words[at] = word[: len(bare) - 2] + other + word[len(bare) :]
    return " ".join(words)
