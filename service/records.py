"""What the pages remember, in one SQLite file: feedback, questions asked, conversations, sign-ins.

    records = Records.open(records_path())
    with records.writing() as connection:
        connection.execute("INSERT INTO …")
    rows = records.rows("SELECT …")

The tables lie here, what is kept in them is known to the module of each.
"""

import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from service.errors import RecordsError

DEFAULT = Path(".records/records.sqlite3")
WAIT = 10.0  # seconds for another writer to finish
_IDLE = 8  # connections kept open for the next thread

# One entry a version of the file, never altered once released: `PRAGMA user_version` counts them.
_MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE questions (
            id INTEGER PRIMARY KEY,
            asked TEXT NOT NULL,
            question TEXT NOT NULL,
            understood TEXT NOT NULL,
            kind TEXT NOT NULL,
            abstained INTEGER NOT NULL,
            confidence REAL NOT NULL,
            milliseconds REAL NOT NULL,
            handled TEXT
        ) STRICT""",
        "CREATE INDEX questions_unanswered ON questions (abstained, handled)",
        """CREATE TABLE feedback (
            id INTEGER PRIMARY KEY,
            given TEXT NOT NULL,
            useful INTEGER NOT NULL,
            reason TEXT NOT NULL,
            question TEXT NOT NULL,
            answer TEXT,
            documents TEXT NOT NULL,
            handled TEXT
        ) STRICT""",
        """CREATE TABLE conversations (
            id TEXT PRIMARY KEY,
            started TEXT NOT NULL,
            changed TEXT NOT NULL,
            content TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX conversations_changed ON conversations (changed)",
        """CREATE TABLE failed_sign_ins (
            id INTEGER PRIMARY KEY,
            at REAL NOT NULL
        ) STRICT""",
    ),
)


class Records:
    """An open file of records; safe to share between threads and between processes."""

    def __init__(self, path: Path) -> None:
        """For `open`, which gives one for each file."""
        self.path = path
        self._idle: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        with self._told():
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            # Questions are not for the other users of this machine to read.
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            with self._connection() as connection:
                connection.execute("PRAGMA journal_mode = WAL")
        with self.writing() as connection:
            _migrate(path, connection)

    @classmethod
    def open(cls, path: Path | None = None) -> "Records":
        """The records of a file, made if it is not there; None stands for `records_path()`.

        The same object for the same file, however often it is asked for. Raises RecordsError.
        """
        return _opened((path or records_path()).resolve())

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[sqlite3.Row]:
        """What a query finds, each row with its columns by name. Raises RecordsError."""
        with self._told(), self._connection() as connection:
            return connection.execute(query, values).fetchall()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it is kept, or nothing. Raises RecordsError.

        Only one goes on at a time; another waits `WAIT` seconds for its turn.
        """
        with self._told(), self._connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def close(self) -> None:
        """Close the connections that no thread is using; the next use opens them again."""
        with self._lock:
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """A connection of this thread's own for as long as it is needed.

        A page runs in a new thread each time it is drawn, so they are kept here, not with it.
        """
        with self._lock:
            connection = self._idle.pop() if self._idle else None
        connection = connection or _connect(self.path)
        try:
            yield connection
        finally:
            with self._lock:
                kept = len(self._idle) < _IDLE and not connection.in_transaction
                if kept:
                    self._idle.append(connection)
            if not kept:
                connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            raise RecordsError(
                f"Không dùng được sổ ghi {self.path} ({' '.join(str(error).split())}). Hãy kiểm"
                " tra quyền ghi và dung lượng đĩa, hoặc đặt HOIDAP_RECORDS vào chỗ khác."
            ) from error


def records_path() -> Path:
    """Where the records lie: the environment variable HOIDAP_RECORDS, or below this folder."""
    return Path(os.environ.get("HOIDAP_RECORDS") or DEFAULT)


def now() -> str:
    """This moment as it is kept: ISO 8601, UTC, to the millisecond, so that it sorts."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


_opening = threading.Lock()


def _opened(path: Path) -> Records:
    with _opening:
        return _one_for_each(path)


_one_for_each = lru_cache(maxsize=8)(Records)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path, timeout=WAIT, isolation_level=None, check_same_thread=False, cached_statements=64
    )
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _migrate(path: Path, connection: sqlite3.Connection) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(_MIGRATIONS):
        raise RecordsError(
            f"Sổ ghi {path} thuộc phiên bản {version}, mới hơn chương trình này (phiên bản"
            f" {len(_MIGRATIONS)}). Hãy cập nhật chương trình, hoặc đặt HOIDAP_RECORDS vào chỗ khác."
        )
    for number, statements in enumerate(_MIGRATIONS[version:], start=version + 1):
        for statement in statements:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")
