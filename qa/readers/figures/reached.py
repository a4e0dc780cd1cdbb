"""Whether a figure is what was reached of a norm or an aim, by the words around it."""

import re

from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt

NORMS = ("du toan", "thiet ke", "cam ket", "dinh muc")
_TARGETS = r"(?:muc tieu|chi tieu|ke hoach|yeu cau|nghi quyet)"
_NORM = rf"(?:{_TARGETS}|{'|'.join(NORMS)})"
_HELD_AGAINST = re.compile(
    rf"(?: (?!(?:la|va)\b)[^\s,;.:()\d]+){{0,6}}?(?:\s?[,(] ?|\s)(?:thanh pho, ?)?(?:da |moi |chi |chua |tuc |tuc la )*"
    rf"(?:dat|bang|gap|vuot|hoan thanh|chiem|cao hon|thap hon|kem|hon|so voi|\d[\d.,]*%)[^;.:]{{0,45}}?\b{_NORM}\b"
)
_REACHED = Spelt(
    r"\b(?:đã|mới|chỉ|mới chỉ) (?:đạt|được|ở mức)(?: được)?(?: (?:hơn|gần|khoảng))?\s$"
)
# "một số chỉ tiêu đạt thấp so với mục tiêu như tỷ lệ … đạt 2,22%".
_MISSED = re.compile(
    r"\b(?:chua dat|khong dat|thap (?:hon )?so voi|thap hon)(?: [^\s,;.:]+){0,4}? (?:muc tieu|chi tieu|ke hoach)"
    r"\b[^;.:]*\b(?:nhu|trong do|gom|cu the)\b[^;.:]*\bdat(?: (?:hon|gan|khoang))? $"
)
_MISSES = re.compile(
    r"[^;.:\d]{0,45}?, (?:van )?(?:chua|khong) dat (?:duoc )?(?:muc tieu|chi tieu|ke hoach|yeu cau)\b"
)
SHARE_OF = re.compile(rf"(?: so voi)?(?: (?:ca|tong|cua))? {_NORM}\b")


def is_held_against(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether a figure is what was reached of a norm: "thu 7.180 tỷ đồng, bằng 138% chỉ tiêu"."""
    if figure.nature not in ("achieved", "change"):
        return False
    folded, end = paragraph.folded, figure.whole[1]
    if figure.kind == "percent" and SHARE_OF.match(folded, end):
        return True
    return _HELD_AGAINST.match(folded, end) is not None


def is_missed(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether a figure is told to miss an aim: "đứng 52/63, chưa đạt mục tiêu"."""
    return _MISSES.match(paragraph.folded, figure.whole[1]) is not None


def is_reached(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether the words before a figure tell it as what was reached: "mới đạt 2%", and where aims
    were missed."""
    start = paragraph.sentence_at(figure.span[0])[0]
    if _REACHED.search(paragraph.text, max(start, figure.whole[0] - 24), figure.whole[0]):
        return True
    return _MISSED.search(paragraph.folded, start, figure.whole[0]) is not None
