"""Who does a deed: "do ai viết" and "Đơn vị phát triển là …" ask and tell of one doer."""

import re
from functools import lru_cache
from pathlib import Path

from index.vietnamese import Span, fold
from qa.questions.question import Question
from qa.texts.paragraph import Paragraph

_FILE = Path(__file__).parents[2] / "data" / "agents.txt"
# The doer of the deed asked about, by a sentence that says so.
DOER = 1.3
REACH = 90
_AUXILIARY = r"(?:(?:da|dang|se|vua|moi|tu|truc tiep|dung ra|chu tri|duoc giao|nao|do|la nguoi|la don vi|cung)\s)*"
_BODY = r"(?:don vi|ben|noi|cong ty|doanh nghiep|hang|nha|co quan|chu|nguoi|to chuc|tac gia|vien|truong)"
# "Trường nào được … giao quản lý", "… giao cho Trường A"; "Bộ nào chủ trì", "Bộ B chủ trì".
_ENTRUSTED = re.compile(r" (?:da |se |vua )?duoc (?:[^,?]{1,60} )?giao\b")
_ENTRUSTED_TO = re.compile(r"\bgiao (?:nhiem vu )?(?:cho )?$")
_GIVEN = re.compile(r" duoc giao\b")
_LEADS = re.compile(
    r"(?: duoc giao)? (?:chu tri|dung dau viec|lam dau moi|la dau moi|(?:chiu )?trach nhiem chinh|phu trach chinh)\b"
)
_UNDER = re.compile(r"\b(?:truc thuoc|thuoc)\b")
_UNDER_BEFORE = re.compile(r"\btruc thuoc (?:cua )?(?:\w+ )?$")


def role(question: Question, paragraph: Paragraph, span: Span) -> float:
    """More than 1 if a span is said to do what the question asks the doer of."""
    before = paragraph.folded[max(0, span[0] - REACH) : span[0]]
    if _UNDER.search(fold(question.text[: question.focus[0]])[-20:]):
        return DOER if _UNDER_BEFORE.search(before) else 1.0
    asked = question.plain[question.focus[1] :]
    if _ENTRUSTED.match(asked) and (
        _ENTRUSTED_TO.search(before) or _GIVEN.match(paragraph.folded, span[1])
    ):
        return DOER
    if _LEADS.match(asked) and _LEADS.match(paragraph.folded, span[1]):
        return DOER
    deeds = deeds_alike(question.text, question.focus)
    if not deeds:
        return 1.0
    after = paragraph.folded[span[1] : span[1] + REACH]
    done, named, beside = _patterns(deeds)
    passive = before.endswith("do ") and done.match(after)
    return DOER if passive or named.search(before) or beside.match(after) else 1.0


# "với ai", "cho ai": whoever it is; "ai (đơn vị nào)" says so.
_WITH = re.compile(r"\b(?:voi|cung|cho|boi|do)\s$")
_OR_BODY = re.compile(r"\b(?:don vi|co quan|cong ty|to chuc|doanh nghiep|ben) nao\b")
_ISSUED = re.compile(
    r"\s*(?:da )?(?:ban hanh|xay dung|viet|phat trien|thiet ke|cung cap|tai tro|dau tu|van hanh)\b"
)


def may_be_body(question: Question) -> bool:
    """Whether "ai" may as well ask for an organisation."""
    text = fold(question.text)
    before, after = text[: question.focus[0]], text[question.focus[1] :]
    if text[slice(*question.focus)].endswith(" nao"):
        return False
    return bool(_WITH.search(before) or _OR_BODY.search(after) or _ISSUED.match(after))


@lru_cache(maxsize=64)
def deeds_alike(text: str, focus: Span) -> tuple[str, ...]:
    """The forms of the deed that follows the question word."""
    after = re.sub(rf"^\s*{_AUXILIARY}", "", fold(text[focus[1] :]))
    return max(
        (forms for forms in _deeds() for form in forms if re.match(rf"{form}\b", after)),
        key=lambda forms: max(len(form) for form in forms if after.startswith(form)),
        default=(),
    )


@lru_cache(maxsize=64)
def _patterns(deeds: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The deed behind its doer, the doer named by the deed, and the deed in brackets of commas."""
    deed = f"(?:{'|'.join(sorted(deeds, key=len, reverse=True))})"
    return (
        re.compile(rf"\s*(?:\([^)]*\)\s*)?(?:(?!la\b)\w+\s){{0,3}}?{_AUXILIARY}{deed}\b"),
        re.compile(rf"\b{_BODY}\s{_AUXILIARY}{deed}\b[^.,;:]{{0,40}}?(?:\sla|:)\s$"),
        re.compile(rf",\s(?:la\s)?{_BODY}\s(?:[^\W\d]+\s){{0,2}}?{_AUXILIARY}{deed}\b"),
    )


@lru_cache(maxsize=1)
def _deeds() -> tuple[tuple[str, ...], ...]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return tuple(tuple(fold(line).split(" = ")) for line in lines if not line.startswith("#"))
