"""Organisations as texts name them: "Bộ Giáo dục và đào tạo", "công ty Luật TNHH …", "VNPT"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from index.vietnamese import UPPER, Span
from qa.texts.headless import CAPITALS, headless
from qa.texts.name_tails import (
    CLOSING,
    ENCLOSED,
    FORM,
    FORMS,
    begin,
    fields_to_owner,
    is_no_body,
    is_person,
    led_to_name,
    led_to_owner,
)
from qa.texts.organization_words import (
    deeds,
    fields,
    heads,
    kinds,
    more_fields,
    places,
    whole_names,
)
from qa.words.terms import STOP
from qa.words.wordlists import is_vietnamese

_TP = rf"TP\.?(?=\s?[{UPPER}])|TP\b"
_TOKEN = re.compile(rf"{_TP}|\w[\w'’]*(?:[.&][{UPPER}][\w&]*)*")
_GAP = re.compile(r"\s?[-–]\s?|,\s|\s(?:và|&)\s|\s|(?<=TP\.)")
_AREA = re.compile(
    r"TP\.?\s?HCM\b|(?:tỉnh|[Tt]hành phố|TP\.?|quận|huyện|thị xã|phường|xã|thị trấn|khu vực|vùng)"
    # "tỉnh ủy", "xã hội" are no places.
    r"(?!\s(?:hội|ủy|uỷ|đoàn)(?!\w))"
    rf"(?:\s?(?=[{UPPER}\d])|(?!\w))"
)
_OFFICE_WORD = re.compile(
    r"(?:Phó|Chủ tịch|Giám đốc|Tổng giám đốc|Bí thư|Trưởng|Thủ tướng|Bộ trưởng|Thứ trưởng|Cục trưởng|Ông|Bà"
    r"|Nghị|Quyết định|Kế hoạch|Luật sư|Ủy viên|Đồng chí|Đại tá|Ảnh)(?!\w)"
)
# Units of one syllable, complete by themselves.
_ALONE = frozenset(
    "Thuế Luật Điện Thép Than Sữa Mắt Tim Nhi Phổi Răng Đoàn Đảng Da Dược Thép May Bia Tôn Gạch".split()
)
_OF_COUNTRY = (" Việt Nam", " VN", " Quốc gia", " quốc gia")
# Kinds of the state's own bodies.
STATE = frozenset({"ministry", "department", "people", "state"})
# A head inside a name.
_IS_LED = re.compile(
    r"(?:Tỉnh|Thành|Huyện|Đảng) (?:ủy|uỷ)|UBND|HĐND|Hội đồng|Ủy ban nhân dân|Công an|Kho bạc"
)
# What follows these in a name is what the body does it for: "Hội đồng Tư vấn cải cách thủ tục hành chính".
_ADVISES = re.compile(r"(?:tư vấn|chỉ đạo|điều phối|hỗ trợ|thẩm định)$", re.IGNORECASE)
# What two countries are called in one breath.
_COUNTRIES = frozenset("Việt Đức Nhật Hàn Pháp Mỹ Nga Úc Trung Lào Anh Bỉ".split())
_THEN_CAPITAL, _THEN_SMALL = re.compile(rf"\s[{UPPER}]"), re.compile(r"\s[a-z]")
_LED = re.compile(r"(?:[Cc]hỉ đạo|BCĐ|[Qq]uản lý dự án|[Tt]ổ công tác|[Tt]ổ \w+ ngành)$")
_NUMBERED = re.compile(r"số \d{1,2}(?![\w.,/])")
_MEASURE = re.compile(r"[.,/%]\d|%")


@dataclass(frozen=True, slots=True)
class Organization:
    """An organisation named in a text; `kind` as in the table of heads, "brand" without one."""

    span: Span
    kind: str
    head: str = ""


def organizations(text: str) -> list[Organization]:
    """The organisations a text names, in order."""
    return list(_organizations(text))


@lru_cache(maxsize=2048)
def _organizations(text: str) -> tuple[Organization, ...]:
    found: list[Organization] = []
    last = 0
    for match in heads().finditer(text):
        if match.start() < last:
            continue
        head = match.group()
        if is_no_body(text, match.start(), match.end()):
            continue
        kind = kinds()[head.lower()]
        end = _Name(text, *match.span(), kind).end()
        if end > match.end() or head.lower() in whole_names():
            found.append(Organization((begin(text, match.start()), end), kind, head))
            last = end
    taken = [one.span for one in found]
    for span, kind in headless(text):
        if not any(start < span[1] and span[0] < end for start, end in taken):
            found.append(Organization(span, kind))
    return tuple(sorted(found, key=lambda one: one.span))


class _Name:
    """Reads on behind the head of a name, word by word, as far as the name goes."""

    def __init__(self, text: str, head: int, start: int, kind: str) -> None:
        self.text, self.kind = text, kind
        self.at = self.start = start
        self.head = head
        self.run = 0
        self.proper = text[start - 1].isupper()
        self.listed = False
        self.own = False

    def end(self) -> int:
        while gap := _GAP.match(self.text, self.at):
            after = self._after(gap.group(), gap.end())
            if after is None:
                break
            self.at = after
        return self.at if self.proper or self._is_field_name() else self.start

    def _is_field_name(self) -> bool:
        """A name all in small letters ("Ban chỉ đạo chuyển đổi số") begins inside a sentence."""
        named = self.text[self.head].isupper() and self.kind in STATE | {
            "centre",
            "institute",
            "body",
        }
        return self.at > self.start and named

    def _after(self, gap: str, at: int) -> int | None:
        """Where the name goes on to behind a gap; None where it ends."""
        token = _TOKEN.match(self.text, at)
        if token is None:
            return None
        field, mark = fields().match(self.text, at), gap.strip()
        short = self.kind == "business" or (self.run and CAPITALS.match(self.text, at))
        if mark == "&" and token.group()[0].isupper() and short:
            return self._proper(token)
        if mark in ("và", "&", ",") and self.text[at].isupper() and self._is_another(at):
            return None
        if mark in ("và", "&", ","):
            return self._field(field) if field and self._joins(mark, field) else None
        if mark in ("-", "–"):
            short = CAPITALS.match(self.text, at)
            joined = self._field(field) if field else None
            if joined is None and token.group()[0].isupper() and self._is_joint(token):
                return self._proper(token)
            return joined or (self._proper(short) if short and self.run else None)
        if token.group()[0].isupper():
            return self._capital(token, field)
        return self._small(token, field)

    def _is_another(self, at: int) -> bool:
        """Whether a body of the same kind begins here: "Ngân hàng Đầu tư và Ngân hàng Tái thiết"."""
        return self.text.startswith(f"{self.text[self.head : self.start]} ", at)

    def _is_joint(self, token: re.Match[str]) -> bool:
        """Whether a dash joins two partners: "Liên danh Hoa Mai - Mây Trắng", "Quỹ Đức - Việt"."""
        allied = self.text[self.head : self.start].lower() == "liên danh"
        return self.run > 0 and (allied or token.group() in _COUNTRIES)

    def _joins(self, mark: str, field: re.Match[str]) -> bool:
        if self.at == self.start:
            return False
        if mark != ",":
            return True
        if self.kind not in STATE | ENCLOSED:
            return False
        rest = self.text[field.end() : field.end() + 40]
        if more_fields().match(rest) is not None:
            return True
        # "Trung tâm Giám sát, điều hành giao thông thành phố"
        small = field.group()[0].islower() and self.kind in ENCLOSED
        return small and fields_to_owner().match(rest) is not None

    def _field(self, field: re.Match[str]) -> int:
        self.proper = self.proper or field.group()[0].isupper()
        self.run = 0
        return field.end()

    def _proper(self, match: re.Match[str]) -> int:
        self.proper, self.run = True, 2
        return match.end()

    def _capital(self, token: re.Match[str], field: re.Match[str] | None) -> int | None:
        begun = self.at > self.start
        area = _AREA.match(self.text, token.start())
        if area:
            self.proper, self.run = True, 2
            return area.end() if not area.group().endswith(" ") else area.end() - 1
        head = heads().match(self.text, token.start()) if begun else None
        if head and (self._is_managed(head) or self._is_form_alone()):
            return head.end()
        if begun and self._ends_place(token):
            return self._proper(token)
        if head and not _IS_LED.fullmatch(head.group()) and not self._is_syllable(head):
            return None
        named = (begun or self._is_whole()) and is_person(self.text, token.start())
        if named and not self._wants_name():
            return None
        of_state = field is not None and not begun and self.kind in STATE
        if _OFFICE_WORD.match(self.text, token.start()) and not of_state:
            return None
        if field:
            return self._field(field)
        self.proper = True
        self.own = self.own or not FORMS.match(token.group())
        self.run = 2 if CAPITALS.fullmatch(token.group()) else self.run + 1
        return token.end()

    def _small(self, token: re.Match[str], field: re.Match[str] | None) -> int | None:
        area = _AREA.match(self.text, token.start())
        if area and self.kind not in ("press", "business"):
            self.proper = True
            return area.end() if not area.group().endswith(" ") else area.end() - 1
        if token.group().isdigit():
            return self._number(token)
        if token.group() == "số" and self.proper and _THEN_CAPITAL.match(self.text, token.end()):
            return token.end()  # "Bản đồ số Vàm Cỏ"
        numbered = _NUMBERED.match(self.text, token.start())
        if numbered and self.proper and self.kind in ("hospital", "school"):
            return numbered.end()  # "Bệnh viện Đa khoa tỉnh số 1"
        if self._completes(token) or (self.at > self.start and token.group() in CLOSING):
            self.run = 0
            return token.end()
        if field and self._goes_on(field):
            return self._field(field)
        venue = heads().match(self.text, token.start()) if self.at > self.start else None
        if venue and self._is_managed(venue):
            return venue.end()  # "Ban quản lý khu đô thị Mây Gió"
        return self._named_behind(token.start())

    def _named_behind(self, at: int) -> int | None:
        """Where words in small letters end that lead up to a company's own name, or to what shows
        that they are of the name: "Công ty CP đầu tư Mây", "Cục Điện lực và năng lượng mới (Bộ …)"."""
        if self.kind == "business":
            leads = not self.own or self.run == 1
            return led_to_name(self.text, at) if leads and self.at > self.start else None
        enclosed = self.kind in ENCLOSED and self.proper and self.at > self.start
        return led_to_owner(self.text, at) if enclosed else None

    def _number(self, token: re.Match[str]) -> int | None:
        named = self.kind in ("hospital", "school")
        area = _AREA.search(self.text[self.at - 9 : self.at + 1])
        counted = not area and self.kind == "school" and _THEN_SMALL.match(self.text, token.end())
        measured = counted or _MEASURE.match(self.text, token.end())
        led = _LED.search(self.text[: self.at]) is not None  # "Ban Chỉ đạo 389"
        fits = (named or area or led) and self.at > self.start and len(token.group()) < 4
        return token.end() if fits and not measured else None

    def _is_syllable(self, head: re.Match[str]) -> bool:
        """Whether a word for a body is a syllable of a company's name: "Công ty Tân Trường Phát"."""
        return self.kind == "business" and self.run == 1 and " " not in head.group()

    def _completes(self, token: re.Match[str]) -> bool:
        """Whether a small word is the second syllable of "Giáo dục", "Nhi đồng"."""
        word = token.group()
        if self.run != 1 or word in STOP or not is_vietnamese(word):
            return False
        first = self.text[: self.at].rsplit(" ", 1)[-1]
        alone = first in _ALONE and not _THEN_CAPITAL.match(self.text, token.end())
        return is_vietnamese(first) and not alone and first not in places()

    def _goes_on(self, field: re.Match[str]) -> bool:
        if field.group().lower() not in deeds() or self.at == self.start:
            return True
        following = fields().match(self.text, field.end() + 1)
        # "Ngân hàng Đầu tư phát triển Việt Nam"
        if self.run == 0 and self.text.startswith(_OF_COUNTRY, field.end()):
            return self.kind not in STATE
        advises = _ADVISES.search(self.text[self.start : self.at]) is not None
        return (self.kind not in STATE or advises) and following is not None

    def _ends_place(self, token: re.Match[str]) -> bool:
        """Whether a word for a body is the second of a place's name: "UBND TP Hải Phòng"."""
        first = self.text[: self.at].rsplit(" ", 1)[-1]
        return f"{first} {token.group()}" in places()

    def _is_whole(self) -> bool:
        """Whether the head needs no name: "Bí thư Thành ủy Lữ Văn A", "Văn phòng Chính phủ"."""
        head = self.text[self.head : self.start]
        return head.lower() in whole_names() or head.endswith(("ủy", "uỷ", "Công an"))

    def _is_form_alone(self) -> bool:
        """Whether only the form of a company is told so far: "Công ty CP Tập đoàn Mây Gió"."""
        return FORM.fullmatch(self.text[self.head : self.at].strip()) is not None

    def _wants_name(self) -> bool:
        """Whether a company with its form and trade has no name yet: "Công ty TNHH Thương mại Hoàng
        Gia Mây" is called so, like a person."""
        told = self.text[self.head : self.at]
        return not self.own and FORM.match(told) is not None

    def _is_managed(self, head: re.Match[str]) -> bool:
        """Whether a venue belongs to the name: "Ban Quản lý Khu kinh tế"."""
        managed = self.text[: self.at].lower().endswith(("quản lý", "quản lí"))
        return managed and kinds()[head.group().lower()] == "venue"
