"""A conversation as Markdown, with footnotes."""

import re

from service.exports.content import Content, Entry, one_line

# What has a meaning within a line; nothing that is escaped stands at the start of one.
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~$&])")


def write(content: Content) -> bytes:
    """The conversation as a Markdown file, UTF-8."""
    parts = [f"# {escaped(content.labels.title)}", escaped(content.labels.made)]
    for entry in content.entries:
        parts += _entry(entry)
    parts += [f"[^{number}]: {escaped(note)}" for number, note in enumerate(content.notes, 1)]
    return ("\n\n".join(parts) + "\n").encode()


def escaped(text: str) -> str:
    """Text as one line of Markdown that shows exactly that text."""
    return _SPECIAL.sub(r"\\\1", one_line(text))


def _entry(entry: Entry) -> list[str]:
    lines = [f"**{escaped(line)}**" for line in entry.answer.splitlines() if line.strip()]
    lines[-1] += _marks(entry.notes)
    parts = [f"## {escaped(entry.question)}", *lines]
    parts += [f"*{escaped(remark)}*" for remark in entry.remarks]
    if entry.rows:
        rows = [_row([*map(escaped, entry.columns), ""]), _row(["---"] * (len(entry.columns) + 1))]
        rows += [_row([*map(escaped, row.values), _marks([row.note])]) for row in entry.rows]
        parts.append("\n".join(rows))
    return parts


def _marks(notes: tuple[int, ...] | list[int]) -> str:
    return "".join(f"[^{number}]" for number in notes)


def _row(values: list[str]) -> str:
    return f"| {' | '.join(values)} |"
