"""What a file's own properties say of it: title, author, date; each with where it stood."""

import re
from typing import Any

from index.formats.loading import looks_old
from index.vietnamese import normalize

# What programs write where nobody filled in anything.
_NO_TITLE = re.compile(
    r"(?i)^(?:microsoft \w+ - .*|powerpoint presentation|slide \d+|document\d*|book\d*|sheet\d*"
    r"|untitled.*|\(?anonymous\)?|unspecified|.*\.(?:docx?|xlsx?|pptx?|pdf|rtf|html?)|cộng hòa xã hội.*)$"
)
_NO_AUTHOR = re.compile(
    r"(?i)^(?:python-docx|openpyxl|user|admin(?:istrator)?|windows user|hp|dell|pc|acer|asus|lenovo"
    r"|microsoft.*|\(?anonymous\)?|unspecified|steve canny|unknown|.*\.com)$"
)
# The day the blank documents that come with python-docx and python-pptx were made.
_TEMPLATE_DAYS = frozenset({"2013-12-23", "2013-01-27"})


def office_facts(properties: Any) -> dict[str, tuple[str, str]]:
    """The facts in an office file's core properties."""
    created = getattr(properties, "created", None)
    return facts(
        getattr(properties, "title", None),
        getattr(properties, "author", None) or getattr(properties, "creator", None),
        created.date().isoformat() if created else None,
    )


def facts(title: str | None, author: str | None, created: str | None) -> dict[str, tuple[str, str]]:
    """Facts by name; created is an ISO date. What a program filled in by itself is left out."""
    found = {}
    title, author = (value if value and not looks_old(value) else None for value in (title, author))
    if title and (text := normalize(title).replace("\n", " ")) and not _NO_TITLE.match(text):
        found["title"] = (text, f"thuộc tính của tệp (title): {text}")
    if author and (text := normalize(author).replace("\n", " ")) and not _NO_AUTHOR.match(text):
        found["author"] = (text, f"thuộc tính của tệp (author): {text}")
    if created and created not in _TEMPLATE_DAYS:
        found["published"] = (created, f"thuộc tính của tệp (created): {created}")
    return found
