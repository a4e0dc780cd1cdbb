"""What an official letter says of itself at its head: who issued it, when, what it is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.furniture import page_lines
from index.metadata import line_date
from index.tables import cells
from index.vietnamese import fold

HEAD = 30
TITLE_LENGTH = 300
_TYPE = re.compile(
    r"(?:bao cao|ke hoach|quyet dinh|nghi quyet|chi thi|thong bao|to trinh|cong van|thong tu"
    r"|nghi dinh|chuong trinh|de an|huong dan|ket luan|quy che|quy dinh|bien ban|cong dien)"
    r"(?: (?:tong ket|so ket|tom tat|nhanh|chuyen de|lien tich))?"
)
_RULE = re.compile(r"[\W_]+")
_ISSUER = re.compile(
    r"^(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|tinh uy|thanh uy|huyen uy|so |bo |cuc |ban |"
    r"tong cuc|van phong|chinh phu|thu tuong|ngan hang nha nuoc|cong an|dang uy)"
)
_MOTTO = re.compile(r"cong hoa xa hoi chu nghia|doc lap\W+tu do|dang cong san")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Facts with the line each stood in, None where unstated; `used` are the title's lines."""

    title: str | None = None
    published: tuple[str, str] | None = None
    issuer: str | None = None
    used: tuple[int, ...] = ()


def read_letterhead(lines: Sequence[str]) -> Letterhead:
    """Read the first lines of a document; a title needs a line with nothing but its type."""
    title, used = _title(lines)
    head = lines[: used[0] if used else HEAD]
    published = None
    for line in page_lines("\n".join(head)):
        if not cells(line.text) and (day := line_date(line)):
            published = (day, line.text)
            break
    issuer = next(
        (
            line
            for line in head[:4]
            if len(line) < 100 and line.isupper() and _ISSUER.match(fold(line))
        ),
        None,
    )
    return Letterhead(title, published, issuer if used or published else None, used)


def _title(lines: Sequence[str]) -> tuple[str | None, tuple[int, ...]]:
    for at, line in enumerate(lines[:HEAD]):
        if not _TYPE.fullmatch(fold(line).strip(" .")):
            continue
        for below in range(at + 1, min(at + 4, len(lines))):
            following = lines[below]
            if _RULE.fullmatch(following):
                continue
            if len(following) > TITLE_LENGTH or cells(following):
                break
            return f"{line.strip(' .')} {following}", (at, below)
        return line, (at,)
    return None, ()


def first_title(lines: Sequence[str]) -> int | None:
    """The number of the first line that may be a title: some words, no motto, no row, no prose."""
    for at, line in enumerate(lines[:HEAD]):
        folded = fold(line)
        if len(line) > TITLE_LENGTH or cells(line) or _MOTTO.search(folded):
            continue
        if _ISSUER.match(folded) and line.isupper() and len(line) < 60:
            continue
        if len(folded.split()) >= 4 and not re.match(r"so\s*:?\s*\d", folded):
            return at
    return None
