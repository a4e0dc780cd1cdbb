"""One file for what the pages remember: whole, shared by threads and processes, and migrated."""

import multiprocessing
import sqlite3
import stat
import threading
from pathlib import Path

import pytest

from service.errors import RecordsError
from service.records import Records, records_path

INSERT = "INSERT INTO failed_sign_ins (at) VALUES (?)"


def count(records: Records) -> int:
    return int(records.rows("SELECT count(*) FROM failed_sign_ins")[0][0])


def test_is_made_where_it_is_asked_for_and_only_for_its_owner(records: Records) -> None:
    assert stat.S_IMODE(records.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(records.path.parent.stat().st_mode) == 0o700
    assert records.rows("PRAGMA journal_mode")[0][0] == "wal"


def test_the_same_file_is_opened_once(records: Records) -> None:
    assert Records.open(records.path) is records
    assert Records.open(records.path.parent / "." / records.path.name) is records


def test_a_transaction_is_kept_whole_or_not_at_all(records: Records) -> None:
    with pytest.raises(ValueError, match="halfway"), records.writing() as connection:
        connection.execute(INSERT, (1.0,))
        raise ValueError("halfway")
    assert count(records) == 0
    with records.writing() as connection:
        connection.execute(INSERT, (1.0,))
    assert count(records) == 1


def test_many_threads_write_and_read_together(records: Records) -> None:
    errors: list[Exception] = []

    def write() -> None:
        try:
            for at in range(20):
                with records.writing() as connection:
                    connection.execute(INSERT, (float(at),))
                count(records)
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=write) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert count(records) == 400


def _write_in_a_process(path: Path) -> None:
    records = Records.open(path)
    for at in range(20):
        with records.writing() as connection:
            connection.execute(INSERT, (float(at),))


def test_processes_that_open_it_at_the_same_moment_share_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "records.sqlite3"
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_write_in_a_process, args=(path,)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(timeout=60)
    assert [process.exitcode for process in processes] == [0, 0, 0]
    assert count(Records.open(path)) == 60


def test_an_older_file_is_brought_up_to_date_and_keeps_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "records.sqlite3"
    with sqlite3.connect(path) as older:
        older.execute("CREATE TABLE kept (word TEXT)")
        older.execute("INSERT INTO kept VALUES ('xưa')")
    older.close()
    records = Records.open(path)
    assert records.rows("SELECT word FROM kept")[0]["word"] == "xưa"
    assert count(records) == 0


def test_a_file_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "records.sqlite3"
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 999")
    newer.close()
    with pytest.raises(RecordsError, match="phiên bản 999, mới hơn"):
        Records.open(path)


def test_what_is_no_database_is_said_in_one_line_and_tried_again(tmp_path: Path) -> None:
    path = tmp_path / "records.sqlite3"
    path.write_text("đây không phải cơ sở dữ liệu, " * 100, encoding="utf-8")
    with pytest.raises(RecordsError, match="HOIDAP_RECORDS") as caught:
        Records.open(path)
    assert "\n" not in str(caught.value)
    path.unlink()
    assert count(Records.open(path)) == 0


def test_the_environment_says_where(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOIDAP_RECORDS", str(tmp_path / "x.sqlite3"))
    assert records_path() == tmp_path / "x.sqlite3"
    monkeypatch.setenv("HOIDAP_RECORDS", "")
    assert records_path() == Path(".records/records.sqlite3")
