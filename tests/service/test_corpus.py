"""Names of uploaded files: in the corpus and nowhere else, seen by the index, kept by any system."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sources import files_below, unfit
from service.corpus import existing_name, file_of, free_name, safe_name


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("báo cáo.docx", "báo cáo.docx"),
        (unicodedata.normalize("NFD", "Báo cáo tỉnh.docx"), "Báo cáo tỉnh.docx"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("..\\..\\windows\\win.txt", "win.txt"),
        ("/etc/cron.d/x.txt", "x.txt"),
        ("C:\\x.txt", "x.txt"),
        ("C:x.txt", "C_x.txt"),
        ("..", "bao-cao"),
        ("", "bao-cao"),
        (".htaccess.txt", "htaccess.txt"),
        (".txt", "txt"),
        ("a\x00b\nc\u202egpj.txt", "abcgpj.txt"),
        ("<img src=x onerror=alert(1)>.txt", "_img src=x onerror=alert(1)_.txt"),
        ("con.txt", "_con.txt"),
        ("COM1.bao.txt", "_COM1.bao.txt"),
        ("contract.txt", "contract.txt"),
        ("README.md", "_README.md"),
        ("~$bao-cao.docx", "_~$bao-cao.docx"),
        ("  hai   dấu cách .txt", "hai dấu cách.txt"),
        ("chấm. .txt", "chấm.txt"),
    ],
)
def test_a_name_is_made_safe(sent: str, kept: str) -> None:
    assert safe_name(sent) == kept
    assert safe_name(kept) == kept


@given(st.text(max_size=400), st.sampled_from([".txt", ".docx", ".PDF"]))
def test_whatever_is_sent_is_one_file_of_the_corpus(text: str, suffix: str) -> None:
    name = safe_name(text + suffix)
    assert Path(name).name == name
    assert len(f"{name}.meta.toml".encode()) <= 255
    assert not name.startswith((".", "~$"))
    assert unicodedata.is_normalized("NFC", name)
    assert safe_name(name) == name
    assert not Path(name).suffix or unfit(Path(name)) is None


@given(st.text(min_size=1, max_size=30))
def test_the_index_sees_the_file(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("seen")
    file = folder / safe_name(f"{text}.txt")
    file.touch()
    assert list(files_below(folder, folder / "index")) == [file]


def test_a_name_that_is_taken_is_found_whatever_its_case_and_composition(tmp_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "Tỉnh.TXT")
    (tmp_path / decomposed).touch()
    assert existing_name(tmp_path, "tỉnh.txt") == decomposed
    assert existing_name(tmp_path, "tinh.txt") is None
    assert existing_name(tmp_path / "none", "tỉnh.txt") is None


def test_a_free_name_has_the_first_number_that_is_free(tmp_path: Path) -> None:
    assert free_name(tmp_path, "a.txt") == "a.txt"
    (tmp_path / "a.txt").touch()
    (tmp_path / "A (2).txt").touch()
    assert free_name(tmp_path, "a.txt") == "a (3).txt"
    assert free_name(tmp_path, "a.txt", ["a (3).TXT"]) == "a (4).txt"


def test_the_file_of_a_document_is_found_and_never_one_outside(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    (corpus / "July").mkdir(parents=True)
    decomposed = unicodedata.normalize("NFD", "Tỉnh.txt")
    (corpus / "July" / decomposed).touch()
    (tmp_path / "secret.txt").touch()
    assert file_of(corpus, "July/Tỉnh.txt") == corpus / "July" / decomposed
    for name in ("none.txt", "../secret.txt", "July/../../secret.txt", "July", "", "/etc/passwd"):
        assert file_of(corpus, name) is None
