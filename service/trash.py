"""What a change takes away is kept here, so that it can be put back as it was.

    <corpus>/.removed/<id>/entry.json   whose files, why, when, what they were called
    <corpus>/.removed/<id>/0, 1, …      the files

It lies inside the corpus: on the same disk, so that a file is moved at once and whole, and under
a name that the index passes by.
"""

import json
import secrets
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from service.records import now

FOLDER = ".removed"
_ENTRY = "entry.json"

Why = Literal["removed", "replaced", "corrected"]


@dataclass(frozen=True, slots=True)
class Kept:
    """The files of a document as they were before a change.

    `files` maps each path below the corpus to its name in the entry, None for a file that did not
    exist. `location` is where the document's own file lies when that is outside the corpus: such
    a file is never touched.
    """

    id: str
    document: str
    title: str
    why: Why
    at: str
    files: Mapping[str, str | None]
    location: str | None = None


class Trash:
    """The kept files of a corpus."""

    def __init__(self, corpus: Path) -> None:
        self._corpus = corpus
        self._folder = corpus / FOLDER

    def keep(
        self,
        document: str,
        title: str,
        why: Why,
        paths: Sequence[Path],
        location: str | None = None,
    ) -> Kept:
        """Move files of a document here; those that do not exist are noted. Raises OSError."""
        at = now()
        stamp = "".join(character for character in at[:19] if character.isdigit())
        names = {
            path.relative_to(self._corpus).as_posix(): str(number) if path.exists() else None
            for number, path in enumerate(paths)
        }
        entry = Kept(f"{stamp}-{secrets.token_hex(4)}", document, title, why, at, names, location)
        folder = self._folder / entry.id
        folder.mkdir(parents=True)
        # First what is moved, then the moving: a crash in between loses nothing.
        text = json.dumps(asdict(entry), ensure_ascii=False, indent=1)
        (folder / _ENTRY).write_text(text, encoding="utf-8")
        for name, kept in names.items():
            if kept is not None:
                (self._corpus / name).replace(folder / kept)
        return entry

    def put_back(self, entry: Kept) -> None:
        """Make the files of a document what they were; what is there instead is deleted.

        A caller that may want that again keeps it first. Raises OSError.
        """
        for name, kept in entry.files.items():
            path = self._corpus / name
            if kept is None:
                path.unlink(missing_ok=True)
            elif (self._folder / entry.id / kept).exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                (self._folder / entry.id / kept).replace(path)
        self.discard(entry)

    def discard(self, entry: Kept) -> None:
        """Delete kept files for good."""
        shutil.rmtree(self._folder / entry.id, ignore_errors=True)

    def find(self, identifier: str) -> Kept | None:
        """The entry of that id; None when it is gone or no entry."""
        return next((entry for entry in self.entries() if entry.id == identifier), None)

    def entries(self) -> list[Kept]:
        """All that is kept, the latest first; what cannot be read is passed over."""
        found = []
        folders = sorted(self._folder.iterdir(), reverse=True) if self._folder.is_dir() else []
        for folder in folders:
            with suppress(OSError, ValueError, TypeError):
                entry = Kept(**json.loads((folder / _ENTRY).read_text(encoding="utf-8")))
                if entry.id == folder.name:
                    found.append(entry)
        return found
