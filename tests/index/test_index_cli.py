"""`python -m index` as a user or a script sees it: output, exit status, one line for an error."""

import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.__main__ import _Bars, main
from index.store import Index
from tests.index.small_corpus import report, warmed, write_reports

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Path:
    """A folder with corpus/ and, in .index, a cache that knows every report."""
    home = tmp_path_factory.mktemp("cli")
    warmed(home / ".index", cache)
    write_reports(home / "corpus", [0, 1, 2])
    assert run(home, "build")[0] == 0
    return home


def run(home: Path, *words: str | bytes, **environment: str) -> tuple[int, str, str]:
    """Status, output and complaint of `python -m index …`, run in `home`."""
    done = subprocess.run(
        [sys.executable, "-m", "index", *words],
        cwd=home,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    return done.returncode, done.stdout, done.stderr


def fails(home: Path, *words: str | bytes) -> str:
    """The one line of complaint."""
    status, output, complaint = run(home, *words)
    assert (status, output) == (1, "")
    assert complaint.count("\n") == 1, complaint
    return complaint


def test_a_day_in_the_life(home: Path, tmp_path: Path) -> None:
    status, output, complaint = run(home, "build")
    assert (status, complaint) == (0, "")
    assert "Thế hệ 2: 3 tài liệu, 3 đoạn (giữ nguyên 3" in output

    status, output, _ = run(home, "status", "--json")
    facts = json.loads(output)
    assert status == 0
    assert (facts["documents"], facts["passages"], facts["generation"]) == (3, 3, 2)
    assert facts["encoder"].keys() == {"name", "dimension", "fingerprint"}
    assert facts["size"] > 0
    assert "Tài liệu    3" in run(home, "status")[1]

    status, output, _ = run(home, "show", "r1.txt", "--json")
    shown = json.loads(output)
    assert status == 0
    assert shown["province"] == "Quảng Ninh"
    assert [shown["text"][p["start"] : p["end"]] for p in shown["passages"]] == [shown["text"]]
    assert shown["text"] in run(home, "show", "r1.txt")[1]

    status, output, complaint = run(home, "build", "--if-stale")
    assert (status, complaint) == (0, "")
    assert "không cần" in output
    (home / "corpus" / "r3.txt").write_text(report(3), encoding="utf-8")
    status, output, complaint = run(home, "build", "--if-stale")
    assert status == 0
    assert "r3.txt: tệp mới" in complaint
    assert "thêm 1, giữ nguyên 3" in output

    other = write_reports(tmp_path / "other", [4])
    (other / "bad.txt").write_bytes(b"")
    status, output, complaint = run(home, "add", str(other))
    assert status == 0
    assert "thêm 1, bỏ qua 1" in output
    assert complaint.startswith("Bỏ qua bad.txt: ")
    assert run(home, "show", "other/r0.txt")[0] == 0

    status, output, _ = run(home, "remove", "other/r0.txt", "none")
    assert (status, "gỡ 1, bỏ qua 1" in output) == (0, True)
    assert run(home, "remove", "none")[0] == 1
    assert run(home, "add", "none")[0] == 1


def test_errors_are_one_line_with_the_next_step(
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(home)
    missing = str(tmp_path / "none")
    for words, advice in [
        (["status", "--index", missing], f"python -m index build --index {missing}"),
        (["show", "r0.txt", "--index", missing], "python -m index build"),
        (["show", "none"], "python -m index status"),
        (["add", "corpus", "--index", missing], "python -m index build"),
        (["remove", "r0.txt", "--index", missing], "python -m index build"),
        (["build", "--corpus", missing], "--corpus"),
        (["build", "--corpus", str(tmp_path)], "trống"),
        (["build", "--index", "corpus"], "--index"),
        (["build", "--if-stale", "--index", "corpus"], "--index"),
    ]:
        assert main(words) == 1
        output, complaint = capsys.readouterr()
        assert output == ""
        assert complaint.count("\n") == 1
        assert advice in complaint


@pytest.mark.parametrize("words", [[], ["fly"], ["show"], ["add"], ["build", "--speed", "9"]])
def test_wrong_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(words)
    output, complaint = capsys.readouterr()
    assert output == ""
    assert complaint.startswith("usage: python -m index")


def test_arguments_that_are_not_utf8(home: Path) -> None:
    assert "Hãy" in fails(home, "show", b"b\xff\xfeo")
    assert "Hãy" in fails(home, "status", "--index", b"b\xff\xfeo")
    for words in (["remove"], ["add"]):
        status, _, complaint = run(home, *words, b"b\xff\xfeo")
        assert status == 1
        assert "Traceback" not in complaint


def test_a_terminal_that_knows_ascii_only(home: Path) -> None:
    status, output, complaint = run(home, "status", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert (status, complaint) == (0, "")
    assert "Tài liệu" in output


def test_sync(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(home)
    assert main(["build"]) == 0
    (home / "corpus" / "x.txt").write_text(report(7), encoding="utf-8")
    assert main(["sync", "corpus"]) == 0
    assert "thêm 1" in capsys.readouterr().out
    (home / "corpus" / "x.txt").unlink()
    assert main(["sync", "corpus"]) == 0
    assert "gỡ 1" in capsys.readouterr().out
    assert main(["sync", "none"]) == 1
    assert "Hãy" in capsys.readouterr().err


def test_names_typed_decomposed(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(home)
    (home / "corpus" / "báo cáo.txt").write_text(report(5), encoding="utf-8")
    assert main(["build"]) == 0
    (home / "corpus" / "báo cáo.txt").unlink()
    assert main(["show", "ba\u0301o ca\u0301o.txt"]) == 0
    assert main(["remove", "ba\u0301o ca\u0301o.txt"]) == 0
    assert "gỡ 1" in capsys.readouterr().out


@pytest.mark.skipif(
    signal.getsignal(signal.SIGINT) is signal.SIG_IGN,
    reason="run where Ctrl-C is ignored, as in a shell's background",
)
def test_interrupted(home: Path, tmp_path: Path) -> None:
    """Ctrl-C during a build with nothing in the cache: 130, one line, and the index as it was."""
    shutil.copytree(home / ".index", tmp_path / "index")
    (tmp_path / "index" / "vectors.sqlite").unlink()
    with subprocess.Popen(
        [sys.executable, "-m", "index", "build", "--index", str(tmp_path / "index")],
        cwd=home,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        for _ in range(1200):
            if list((tmp_path / "index" / "generations").glob(".partial*")):
                break
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        output, complaint = process.communicate()
    assert (process.returncode, output) == (130, "")
    assert complaint.splitlines()[-1].startswith("Đã dừng")
    assert "Traceback" not in complaint
    with Index.open(tmp_path / "index") as index:
        assert index.warning is None
        assert not list((tmp_path / "index" / "generations").glob(".partial*"))


def test_progress_tells_the_pace_and_what_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    with _Bars() as bars:
        for stage, total in (("Đọc tệp", 2), ("Mã hoá", 500)):
            for done in range(0, total + 1, total // 2):
                bars.show(stage, done, total)
                time.sleep(0.15)  # it redraws ten times a second
    drawn = shown.getvalue()
    assert "1/2 tệp" in drawn
    assert re.search(r"Mã hoá +50%\|.*\| 250/500 đoạn, [\d.]+ đoạn/s, còn \d\d:\d\d", drawn)


def test_output_cut_short(home: Path) -> None:
    script = f"{sys.executable} -m index show r0.txt | head -c 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=home,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
