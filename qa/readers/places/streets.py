"""Addresses with a street and a house: "số 59-61 Lý Tự Trọng, phường Bến Nghé"."""

import re

from index.vietnamese import LOWER, UPPER, Span
from qa.texts.paragraph import Paragraph, kept

_NAME = rf"[{UPPER}][{LOWER}]+(?:\s(?:[{UPPER}][{LOWER}]+|\d{{1,2}}(?!\d)))"
_OF = (
    r"(?:[Pp]hường|[Xx]ã|[Qq]uận|[Hh]uyện|TP\.?|[Tt]hành phố|[Tt]ỉnh|[Tt]hị xã|[Tt]hị trấn|P\.|Q\.|[Kk]hu phố"
    r"|[Tt]ổ|[Tt]hôn|[Ấấ]p)"
)
# What a house stands behind; a number elsewhere counts or dates.
_HOUSE = re.compile(
    r"(?:(?i:\b(?:tại|ở|địa chỉ|nhà|trụ sở|căn|đất|là))\s|[(:]\s?|(?=\b(?i:số|hẻm|ngõ|ngách|kiệt)\s))"
    r"(?P<address>(?i:số(?: nhà)?\s)?(?i:(?:hẻm|ngõ|ngách|kiệt|lô)\s)?"
    r"\d{1,4}[A-Za-z]?(?:\s?[-/–]\s?\d{1,4}[A-Za-z]?)*,?\s"
    rf"(?:(?i:đường|phố|đại lộ|quốc lộ|tỉnh lộ)\s(?:{_NAME}{{0,4}}|\d{{1,3}}[A-Z]?)|{_NAME}{{1,4}})"
    rf"(?:\s?[,(]\s?{_OF}\s?(?:{_NAME}{{0,3}}(?:\s[IVX]+\b)?|\d{{1,2}})\)?)*)"
)
_BODY = re.compile(
    r"\b(?:Sở|Bộ|Ban|Cục|Vụ|Phòng|Ủy|Uỷ|Hội|Công|Trung|Thông|Nghị|Quyết|Chỉ|Luật|Phó|Giám|Chủ)\b"
)


@kept
def street_addresses(paragraph: Paragraph) -> tuple[Span, ...]:
    """The spans of the houses a paragraph names with their streets."""
    return tuple(
        match.span("address")
        for match in _HOUSE.finditer(paragraph.text)
        if not _BODY.search(match["address"])
    )
