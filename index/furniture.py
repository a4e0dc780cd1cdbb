"""What a saved web page holds beside its article, told apart by general rules.

A page is read as lines. A line is furniture when it looks like what portals put around an
article (counters, menus, share buttons, picture stubs); a heading such as "Tin liên quan"
ends the article when little prose follows it. Every other line is kept, captions included.
"""

import re
from dataclasses import dataclass

from index.repair import repair
from index.tables import cells
from index.vietnamese import fold, normalize

# Patterns are matched on the folded line without its bullet.
_FURNITURE = re.compile(
    "|".join(
        (
            # counters of readers
            r"(so )?(luot|luong) (xem|doc|truy cap|view)s?\b\W*[\d., ]*( lan)?",
            r"so lan (xem|doc)\W*[\d., ]*|(da (xem|doc)|views?|doc|xem)\s*:\s*[\d., ]+( lan)?",
            r"[\d., ]+ (luot (xem|doc|truy cap)|views?|lan xem)",
            r"(dang (truy cap|online)|hom (nay|qua)|trong (tuan|thang|nam)|(thang|nam|tuan) nay"
            r"|tong (so |luot |so luot )?truy cap|tat ca|khach|may chu tim kiem)\s*:?\s*[\d., ]+",
            # menus and sign-in
            r"dang (nhap|ky|xuat)( / dang (nhap|ky))?|menu|tim kiem|tat ca chuyen muc|sitemap|rss"
            r"|so do (site|trang|cong).{0,10}|english|tieng viet|hotline\W*[\d. ]*|len dau trang"
            r"|quay (lai|ve).{0,15}|ve trang (truoc|chu)|trang truoc|trang sau",
            r"trang chu(\W.*)?|home\s*[>/»›|].*|.{0,40}[>»›].{0,60}[>»›].{0,60}",
            # buttons
            r"((chia se( bai viet)?|share|facebook|zalo|twitter|linkedin|like|thich|in (bai|trang)"
            r"( viet| nay)?|print|gui (email|mail|bai viet|cho ban be)|email|copy link|sao chep"
            r"( lien ket)?|luu (bai|tin)( viet)?|theo doi.{0,30}|co chu|doc bai|nghe (bai|audio).{0,12}"
            r"|a[+-]|a|mac dinh|xem (voi )?co chu|lien he|goc|luu)[\s:,|/•]*)+",
            r"(gui )?(y kien|binh luan|phan hoi)( cua ban| ban doc)?\s*:?\s*\(?\d*\)?",
            r"danh gia( bai viet)?\W*[\d/ ]*.{0,20}|\d+ (danh gia|binh luan)",
            # stubs of pictures, films and files
            r"(anh|image|img|hinh|photo|picture|banner|logo)([-_ ]+(tin|bai|anh|banner|minh|hoa|\d+))*",
            r"(video|clip|audio|podcast)\s*:.*|(video|clip)",
            r"\S+\.(jpe?g|png|gif|webp|mp[34]?|avi|wmv|flv|mov)",
            # foot of the page
            r"(©|copyright|ban quyen|co quan chu quan|giay phep (so|thiet lap|hoat dong)|dia chi"
            r"|(dien thoai|dt|tel|fax|email)|thiet ke (boi|va)|phat trien boi|ghi ro nguon"
            r"|chiu trach nhiem (noi dung|chinh|xuat ban)|tong bien tap)\s*[:©\d].*",
        )
    )
)
_TAIL_HEADING = re.compile(
    "|".join(
        (
            r"(tu khoa|tags?|the|chu de)\s*:.*|(tu khoa|tags?)",
            r"(xem|doc) them.*|>>+.*",
            r"(cac )?(tin|bai|bai viet|tin bai)( tuc)? (lien quan|khac|moi( nhat| hon)?|cu hon|cung (chuyen muc"
            r"|loai|su kien)|noi bat|da dang|doc nhieu|xem nhieu).*|tin tuc",
            r"(cung chuyen muc|doc nhieu( nhat)?|xem nhieu|co the ban quan tam|lien quan).*",
            r"(lien ket( website| web| ngoai| trang)?|thong ke truy cap|quang cao|van ban moi).*",
            r"(y kien|binh luan|phan hoi)( (cua )?(ban( doc)?|doc gia)| binh luan)?\W*\d*\W*",
        )
    )
)
_BULLET = re.compile(r"^[\s•●▪■◦·*+>|–—-]+")
# A title may end with a quotation that ends no sentence.
_ENDED = re.compile(r"[.!?:;…)]\s*$|[.!?…,][”\"]\s*$")
_DATED = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b")

_GAP = re.compile(r"[^\S\n]{2,}|\t|\s*[|•·]\s*")

MENU_ITEM_LENGTH = 32
PROSE_LENGTH = 80
TEASER_LENGTH = 300
HEADING_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, by its number, and its folded form without a bullet."""

    number: int
    text: str
    folded: str
    items: int = 1
    """How many short items wide gaps or bars divide it into, as a menu's line is."""

    @property
    def is_furniture(self) -> bool:
        if not self.folded or _FURNITURE.fullmatch(self.folded):
            return True
        parts = [part.strip() for part in self.folded.split("|")]
        return len(parts) > 1 and all(not part or _FURNITURE.fullmatch(part) for part in parts)

    @property
    def is_menu(self) -> bool:
        """Whether it could be a menu or a trail of pages; a table's row looks the same.

        A line with a date tells when the page was written.
        """
        if _DATED.search(self.text):
            return False
        return self.items >= 3 or bool(re.search(r"[»›]| > ", self.text))

    @property
    def is_tail_heading(self) -> bool:
        if not _TAIL_HEADING.fullmatch(self.folded):
            return False
        return len(self.text) <= HEADING_LENGTH or ":" in self.text[:16] or self.text[0] == ">"

    @property
    def is_prose(self) -> bool:
        """A line of running text; a short one that trails off is another article's teaser."""
        if cells(self.text):
            return True
        if len(self.text) < PROSE_LENGTH or self.is_furniture or self.is_tail_heading:
            return False
        trails_off = self.text.endswith(("...", "…"))
        return bool(_ENDED.search(self.text)) and not (
            trails_off and len(self.text) < TEASER_LENGTH
        )


def page_lines(text: str) -> list[Line]:
    """The lines of a page that are not blank, in normal form."""
    lines = []
    # Before it is cut into lines: VISCII writes letters with codes that end a line.
    for number, raw in enumerate(repair(text).splitlines()):
        line = normalize(raw)
        if line:
            items = [item for item in _GAP.split(raw.strip()) if item.strip()]
            short = all(len(item) <= MENU_ITEM_LENGTH for item in items)
            folded = _BULLET.sub("", fold(line)).strip()
            lines.append(Line(number, line, folded, len(items) if short else 1))
    return lines


def article_lines(lines: list[Line]) -> list[Line]:
    """The lines without furniture and without what follows the article."""
    lines = lines[: _tail_start(lines)]
    first_prose = next((at for at, line in enumerate(lines) if line.is_prose), 0)
    lines = [line for at, line in enumerate(lines) if at >= first_prose or not line.is_menu]
    kept, previous, in_links = [], "", False
    for line in lines:
        if line.is_tail_heading:
            in_links = True
            continue
        in_links = in_links and line.text[:1] in "•●▪*>"
        if not line.is_furniture and not in_links and line.text != previous:
            kept.append(line)
            previous = line.text
    return kept


def _tail_start(lines: list[Line]) -> int:
    prose = [len(line.text) if line.is_prose else 0 for line in lines]
    total = sum(prose)
    before = 0
    for at, line in enumerate(lines):
        if line.is_tail_heading and before and total - before <= 0.3 * before:
            return at
        before += prose[at]
    return len(lines)
