"""Changes to the reports: each moves files of the corpus, then has the index follow.

A change is a few `_Edit`s that are made on the disk first. What the index then refuses is put back
as it was, so that files and index tell the same story, and the reason goes into the outcome. What
was there before is in the trash, and the outcome names it: `restore` undoes any change.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from index.encoder import Encoder
from index.errors import IndexMissingError, StoreError
from index.report import Report
from index.store import Index
from index.update import add, build, remove, sync
from index.writer import Progress
from service.corpus import existing_name, file_of, free_name, is_readable, safe_name, same_file_name
from service.facts import changed_facts, facts_path, facts_text, stated_facts
from service.trash import Kept, Trash

WAIT = 600.0  # seconds for another writer to finish
NOT_HERE = "tệp không nằm trong thư mục báo cáo"

State = Literal["added", "changed", "unchanged", "duplicate", "removed", "skipped", "failed"]

Taken = Literal["replace", "both", "skip"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file or document.

    `reason` says in Vietnamese why, for what was skipped or failed; for a duplicate it is the id
    of the document it repeats. `undo` is the id of the trash entry that brings back what was.
    """

    name: str
    state: State
    document: str = ""
    reason: str = ""
    undo: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """An uploaded file: its name as sent, where it waits, and what to do where the name is taken.

    document: the one it is a new version of, whatever the file was called.
    """

    name: str
    path: str
    taken: Taken = "replace"
    document: str = ""


@dataclass(slots=True)
class _Edit:
    """A document whose files were changed on the disk.

    kept: its files before; restored: the trash entry they came from now; wanted: whether it is to
    be in the index; below: what a file outside the corpus is named from.
    """

    name: str
    document: str
    path: Path
    kept: Kept | None = None
    restored: Kept | None = None
    wanted: bool = True
    below: Path | None = None


class Changes:
    """Changes to a corpus and the index of it. Each raises StoreError, and then nothing changed."""

    def __init__(
        self,
        corpus: Path,
        index: Path,
        progress: Progress | None = None,
        encoder: Encoder | None = None,
    ) -> None:
        """encoder: one that is open already; None has the index open its own when it needs it."""
        self._corpus = corpus
        self._index = index
        self._progress = progress
        self._encoder = encoder
        self._trash = Trash(corpus)

    def add_files(self, files: Sequence[Incoming]) -> list[Outcome]:
        """Put files into the corpus, or new versions of those that are there."""
        self._corpus.mkdir(parents=True, exist_ok=True)
        edits: list[_Edit] = []
        outcomes: list[Outcome] = []
        for file in files:
            target, refused = self._target(file, [edit.path.name for edit in edits])
            if refused:
                outcomes.append(Outcome(file.name, "skipped", reason=refused))
                Path(file.path).unlink(missing_ok=True)
                continue
            document = file.document or unicodedata.normalize("NFC", target.name)
            titles, _ = self._known([document] if target.exists() else [])
            title = titles.get(document, document)
            kept = self._trash.keep(document, title, "replaced", [target])
            Path(file.path).replace(target)
            edits.append(_Edit(file.name, document, target, kept))
        outcomes += self._follow(edits)
        originals = self._originals([outcome.document for outcome in outcomes])
        return [
            replace(outcome, state="duplicate", reason=originals[outcome.document])
            if outcome.state in ("added", "changed") and outcome.document in originals
            else outcome
            for outcome in outcomes
        ]

    def remove_documents(self, documents: Sequence[str]) -> list[Outcome]:
        """Take documents out of the index, and their files out of the corpus."""
        titles, locations = self._known(documents)
        edits = []
        for document in dict.fromkeys(documents):
            location = locations.get(document)
            path = Path(location) if location else file_of(self._corpus, document)
            paths = [path, facts_path(path)] if path and not location else []
            title = titles.get(document, document)
            kept = self._trash.keep(document, title, "removed", paths, location) if path else None
            path = path or self._corpus / document
            edits.append(_Edit(document, document, path, kept, wanted=False))
        return self._follow(edits)

    def state_facts(
        self, document: str, shown: Mapping[str, str], entered: Mapping[str, str]
    ) -> list[Outcome]:
        """State facts of a document that lies in the corpus, given a form before and after."""
        titles, locations = self._known([document])
        path = file_of(self._corpus, document)
        if path is None or locations.get(document):
            return [Outcome(document, "skipped", document, NOT_HERE)]
        facts = changed_facts(stated_facts(path), shown, entered)
        beside = facts_path(path)
        kept = self._trash.keep(document, titles.get(document, document), "corrected", [beside])
        if facts:
            beside.write_text(facts_text(facts), encoding="utf-8")
        return self._follow([_Edit(document, document, path, kept)])

    def restore(self, entries: Sequence[str]) -> list[Outcome]:
        """Bring back what a change took away; what is there instead goes to the trash."""
        edits: list[_Edit] = []
        outcomes: list[Outcome] = []
        for identifier in entries:
            if entry := self._trash.find(identifier):
                edits.append(self._put_back(entry))
            else:
                reason = "không còn trong thùng đã gỡ"
                outcomes.append(Outcome(identifier, "skipped", reason=reason))
        return outcomes + self._follow(edits)

    def follow_corpus(self) -> list[Outcome]:
        """Have the index hold the corpus as it is, whoever changed it."""
        corpus, index, progress = self._corpus, self._index, self._progress
        try:
            report = sync(corpus, index, self._encoder, progress, corpus, timeout=WAIT)
        except IndexMissingError:
            report = build(corpus, index, self._encoder, progress, WAIT)
        found = [Outcome(name, "added", name) for name in report.added]
        found += [Outcome(name, "changed", name) for name in report.changed]
        found += [Outcome(name, "removed", name) for name in report.removed]
        return found + [Outcome(name, "failed", reason=why) for name, why in report.skipped]

    def _target(self, file: Incoming, taken: Sequence[str]) -> tuple[Path, str]:
        """Where an uploaded file goes, or why nowhere."""
        if file.document:
            path = file_of(self._corpus, file.document)
            return path or self._corpus, "" if path else NOT_HERE
        name = safe_name(file.name)
        if not is_readable(name):
            return self._corpus, "chưa đọc được loại tệp này"
        twice = any(same_file_name(name, other) for other in taken)
        there = existing_name(self._corpus, name)
        if (there or twice) and file.taken == "skip":
            return self._corpus, "đã có tệp cùng tên"
        if twice or (there and file.taken == "both"):
            return self._corpus / free_name(self._corpus, name, taken), ""
        if there and not (self._corpus / there).is_file():
            return self._corpus, "đã có thư mục cùng tên"
        return self._corpus / (there or name), ""

    def _put_back(self, entry: Kept) -> _Edit:
        if entry.location:
            # As many parts of the path as the id has are what it was named by.
            path = Path(entry.location)
            below = path.parents[min(entry.document.count("/"), len(path.parents) - 1)]
            name = entry.document
            return _Edit(name, name, path, restored=entry, below=below)
        paths = [self._corpus / name for name in entry.files]
        why = "replaced" if entry.why == "removed" else entry.why
        kept = self._trash.keep(entry.document, entry.title, why, paths)
        self._trash.put_back(entry)
        path = file_of(self._corpus, entry.document) or self._corpus / entry.document
        return _Edit(entry.document, entry.document, path, kept, entry, wanted=path.exists())

    def _follow(self, edits: Sequence[_Edit]) -> list[Outcome]:
        """Have the index follow edits that were made on the disk; take back what it refuses."""
        try:
            reports = self._indexed(edits)
        except BaseException:
            for edit in edits:
                self._take_back(edit)
            raise
        return [self._outcome(edit, reports) for edit in edits]

    def _indexed(self, edits: Sequence[_Edit]) -> list[Report]:
        corpus, index, progress = self._corpus, self._index, self._progress
        reports = []
        if gone := [edit.document for edit in edits if not edit.wanted]:
            reports.append(remove(gone, index, progress, WAIT))
        groups: dict[Path | None, list[Path]] = {}
        for edit in edits:
            if edit.wanted:
                groups.setdefault(edit.below, []).append(edit.path)
        for below, paths in groups.items():
            try:
                reports.append(add(paths, index, self._encoder, progress, corpus, WAIT, below))
            except IndexMissingError:
                reports.append(build(corpus, index, self._encoder, progress, WAIT))
        return reports

    def _outcome(self, edit: _Edit, reports: Sequence[Report]) -> Outcome:
        refused = {name: why for report in reports for name, why in report.skipped}
        reason = refused.get(edit.document) or refused.get(str(edit.path))
        if edit.wanted and reason:
            self._take_back(edit)
            return Outcome(edit.name, "failed", edit.document, reason)
        if not edit.wanted:
            state: State = "removed"
        elif any(edit.document in report.changed for report in reports):
            state = "changed"
        elif any(edit.document in report.unchanged for report in reports):
            state = "unchanged"
        else:
            state = "added"
        return Outcome(edit.name, state, edit.document, undo=self._undo(edit, state))

    def _undo(self, edit: _Edit, state: State) -> str:
        """The entry that undoes an edit; one that would change nothing, or only remove a new
        document, is dropped."""
        if edit.restored and edit.restored.location:
            self._trash.discard(edit.restored)
        if not edit.kept:
            return ""
        if state == "unchanged" and not edit.restored:
            self._trash.discard(edit.kept)
            return ""
        if edit.kept.why == "corrected" or edit.kept.location or any(edit.kept.files.values()):
            return edit.kept.id
        self._trash.discard(edit.kept)
        return ""

    def _take_back(self, edit: _Edit) -> None:
        """Make the files of an edit what they were before it; what was restored is kept again."""
        with suppress(OSError):
            if edit.restored and not edit.restored.location:
                before = edit.restored
                paths = [self._corpus / name for name in before.files]
                self._trash.keep(before.document, before.title, before.why, paths)
            if edit.kept:
                self._trash.put_back(edit.kept)

    def _originals(self, documents: Iterable[str]) -> dict[str, str]:
        """Copy → the document it repeats, of those given."""
        with suppress(StoreError), Index.open(self._index) as index:
            found = {document: index.original_of(document) for document in documents}
            return {copy: original for copy, original in found.items() if original}
        return {}

    def _known(self, documents: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
        """Titles of documents, and where those outside the corpus lie, by id."""
        titles, locations = {}, {}
        with suppress(StoreError), Index.open(self._index) as index:
            for name in documents:
                file = index.database.file(name)
                titles[name] = index.documents[name].title if name in index.documents else name
                if file and file.location:
                    locations[name] = file.location
        return titles, locations
