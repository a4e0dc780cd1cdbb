"""Changes to a real corpus and its real index: done, reported, refused and undone to the byte."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document as WordDocument

from index.encoder import Encoder
from index.store import Index
from index.update import add, build
from service.changes import Changes, Incoming, Outcome
from service.facts import facts_path
from service.trash import Trash
from tests.service.conftest import report


class House:
    """A corpus of two reports, the index of it, and what waits to be added."""

    def __init__(self, folder: Path, encoder: Encoder) -> None:
        self.folder = folder
        self.corpus, self.index = folder / "corpus", folder / "index"
        self.changes = Changes(self.corpus, self.index, encoder=encoder)

    def incoming(self, name: str, content: str | bytes, taken: str = "replace") -> Incoming:
        path = self.folder / "waiting" / str(len(list((self.folder / "waiting").iterdir())))
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return Incoming(name, str(path), taken)  # type: ignore[arg-type]

    def texts(self) -> dict[str, str]:
        with Index.open(self.index) as index:
            return {name: document.text for name, document in index.documents.items()}

    def files(self) -> dict[str, bytes]:
        """The corpus but for what is hidden in it."""
        return {
            path.relative_to(self.corpus).as_posix(): path.read_bytes()
            for path in self.corpus.rglob("*")
            if path.is_file() and not path.relative_to(self.corpus).parts[0].startswith(".")
        }

    @property
    def state(self) -> tuple[dict[str, str], dict[str, bytes]]:
        return self.texts(), self.files()


@pytest.fixture
def house(built: Path, tmp_path: Path, encoder: Encoder) -> Iterator[House]:
    for name in ("corpus", "index"):
        shutil.copytree(built / name, tmp_path / name)
    (tmp_path / "waiting").mkdir()
    yield House(tmp_path, encoder)


def test_several_files_are_added_and_each_tells_what_became_of_it(house: House) -> None:
    word = WordDocument()
    word.add_heading("Tỉnh Sơn La đẩy mạnh chuyển đổi số")
    word.add_paragraph("Năm 2023, tỉnh Sơn La có 77,7% hồ sơ được nộp trực tuyến.")
    word.save(str(house.folder / "son-la.docx"))
    outcomes = house.changes.add_files(
        [
            house.incoming("../Sơn La.docx", (house.folder / "son-la.docx").read_bytes()),
            house.incoming("hỏng.docx", b"PK\x03\x04 broken"),
            house.incoming("trống.txt", b"  "),
            house.incoming("chương trình.exe", b"MZ"),
            house.incoming("lào cai bản sao.txt", report("Lào Cai")),
        ]
    )
    found = {outcome.name: outcome for outcome in outcomes}
    states = {name: outcome.state for name, outcome in found.items()}
    assert states == {
        "../Sơn La.docx": "added",
        "hỏng.docx": "failed",
        "trống.txt": "failed",
        "chương trình.exe": "skipped",
        "lào cai bản sao.txt": "duplicate",
    }
    assert found["../Sơn La.docx"].document == "Sơn La.docx"
    assert "hỏng" in found["hỏng.docx"].reason
    assert "không có nội dung" in found["trống.txt"].reason
    assert found["lào cai bản sao.txt"].reason == "lao-cai.txt"
    assert "77,7%" in house.texts()["Sơn La.docx"]
    assert set(house.files()) == {"lao-cai.txt", "ha-nam.txt", "Sơn La.docx", "lào cai bản sao.txt"}
    assert Trash(house.corpus).entries() == []


def test_a_new_version_replaces_the_old_and_can_be_taken_back(house: House) -> None:
    before = house.state
    [outcome] = house.changes.add_files([house.incoming("LAO-CAI.txt", report("Lào Cai", "99,9"))])
    assert (outcome.state, outcome.document) == ("changed", "lao-cai.txt")
    assert "99,9%" in house.texts()["lao-cai.txt"]
    after = house.state
    [undone] = house.changes.restore([outcome.undo])
    assert undone.state == "changed"
    assert house.state == before
    [again] = house.changes.restore([undone.undo])
    assert again.state == "changed"
    assert house.state == after


def test_a_new_version_that_cannot_be_read_leaves_the_old_one(house: House) -> None:
    before = house.state
    [outcome] = house.changes.add_files([house.incoming("lao-cai.txt", b"   ")])
    assert outcome.state == "failed"
    assert house.state == before
    assert Trash(house.corpus).entries() == []


@pytest.mark.parametrize(
    ("taken", "state", "names"),
    [
        ("both", "added", {"lao-cai.txt", "ha-nam.txt", "lao-cai (2).txt"}),
        ("skip", "skipped", {"lao-cai.txt", "ha-nam.txt"}),
        ("replace", "changed", {"lao-cai.txt", "ha-nam.txt"}),
    ],
)
def test_a_name_that_is_taken_goes_as_was_chosen(
    house: House, taken: str, state: str, names: set[str]
) -> None:
    content = report("Lai Châu", "12,3")
    [outcome] = house.changes.add_files([house.incoming("lao-cai.txt", content, taken)])
    assert outcome.state == state
    assert set(house.files()) == set(house.texts()) == names


def test_two_files_of_one_name_are_both_kept(house: House) -> None:
    house.changes.add_files(
        [
            house.incoming("mới.txt", report("Lai Châu", "12,3")),
            house.incoming("MỚI.txt", report("Bắc Kạn", "45,6")),
        ]
    )
    assert {"mới.txt", "MỚI (2).txt"} < set(house.files())


def test_the_same_file_again_changes_nothing(house: House) -> None:
    before = house.state
    [outcome] = house.changes.add_files([house.incoming("lao-cai.txt", report("Lào Cai"))])
    assert (outcome.state, outcome.undo) == ("unchanged", "")
    assert house.state == before
    assert Trash(house.corpus).entries() == []


def test_what_was_removed_comes_back_exactly(house: House, encoder: Encoder) -> None:
    house.changes.state_facts("ha-nam.txt", {"author": ""}, {"author": "Nguyễn Văn A"})
    before = house.state
    [outcome] = house.changes.remove_documents(["ha-nam.txt"])
    assert outcome.state == "removed"
    assert set(house.texts()) == {"lao-cai.txt"}
    assert set(house.files()) == {"lao-cai.txt"}
    build(house.corpus, house.index, encoder)
    assert set(house.texts()) == {"lao-cai.txt"}
    [undone] = house.changes.restore([outcome.undo])
    assert (undone.state, undone.document) == ("added", "ha-nam.txt")
    assert house.state == before
    with Index.open(house.index) as index:
        assert index.document("ha-nam.txt").author == "Nguyễn Văn A"
    assert [entry.why for entry in Trash(house.corpus).entries()] == ["corrected"]


def test_all_documents_may_be_removed_and_come_back(house: House) -> None:
    before = house.state
    outcomes = house.changes.remove_documents(["ha-nam.txt", "lao-cai.txt"])
    assert house.texts() == {}
    house.changes.restore([outcome.undo for outcome in outcomes])
    assert house.state == before


def test_a_document_from_outside_the_corpus_keeps_its_file_and_its_id(
    house: House, encoder: Encoder
) -> None:
    outside = house.folder / "elsewhere" / "July" / "báo cáo.txt"
    outside.parent.mkdir(parents=True)
    outside.write_text(report("Điện Biên", "33,3"), encoding="utf-8")
    add([house.folder / "elsewhere"], house.index, encoder, corpus=house.corpus)
    before = house.state
    assert "July/báo cáo.txt" in house.texts()
    [outcome] = house.changes.remove_documents(["July/báo cáo.txt"])
    assert outside.exists()
    assert "July/báo cáo.txt" not in house.texts()
    [undone] = house.changes.restore([outcome.undo])
    assert undone.document == "July/báo cáo.txt"
    assert house.state == before
    assert Trash(house.corpus).entries() == []


def test_a_document_whose_file_is_gone_is_removed_without_an_undo(house: House) -> None:
    (house.corpus / "ha-nam.txt").unlink()
    [outcome] = house.changes.remove_documents(["ha-nam.txt"])
    assert (outcome.state, outcome.undo) == ("removed", "")
    assert set(house.texts()) == {"lao-cai.txt"}


def test_facts_are_stated_beside_the_report_and_taken_back(house: House) -> None:
    before = house.state
    shown = {"province": "Hà Nam", "published": "2023-07-17", "author": ""}
    entered = {"province": "Nam Định", "published": "2023-07-17", "author": 'A "B" \\ \n C'}
    [outcome] = house.changes.state_facts("ha-nam.txt", shown, entered)
    assert outcome.state == "changed"
    with Index.open(house.index) as index:
        document = index.document("ha-nam.txt")
    assert (document.province, document.author) == ("Nam Định", 'A "B" \\ C')
    text = facts_path(house.corpus / "ha-nam.txt").read_text(encoding="utf-8")
    assert "published" not in text
    house.changes.restore([outcome.undo])
    assert house.state == before


def test_facts_that_are_none_are_refused_with_the_reason(house: House) -> None:
    before = house.state
    [outcome] = house.changes.state_facts("ha-nam.txt", {}, {"province": "Tỉnh Không Có"})
    assert outcome.state == "failed"
    assert "Tỉnh Không Có" in outcome.reason
    assert house.state == before


def test_the_index_follows_what_was_done_by_hand(house: House) -> None:
    (house.corpus / "ha-nam.txt").unlink()
    (house.corpus / "mới.txt").write_text(report("Lai Châu", "12,3"), encoding="utf-8")
    (house.corpus / "hỏng.docx").write_bytes(b"hong")
    outcomes = house.changes.follow_corpus()
    assert {(outcome.name, outcome.state) for outcome in outcomes} == {
        ("mới.txt", "added"),
        ("ha-nam.txt", "removed"),
        ("hỏng.docx", "failed"),
    }


def test_the_first_upload_builds_the_index(house: House) -> None:
    shutil.rmtree(house.index)
    shutil.rmtree(house.corpus)
    [outcome] = house.changes.add_files([house.incoming("a.txt", report("Lai Châu"))])
    assert outcome == Outcome("a.txt", "added", "a.txt")
    assert set(house.texts()) == {"a.txt"}


def test_a_restored_version_that_is_refused_stays_in_the_trash(house: House) -> None:
    [outcome] = house.changes.add_files([house.incoming("lao-cai.txt", report("Lào Cai", "9,9"))])
    entry = Trash(house.corpus).find(outcome.undo)
    assert entry
    (house.corpus / ".removed" / entry.id / "0").write_bytes(b"  ")
    before = house.state
    [undone] = house.changes.restore([outcome.undo])
    assert undone.state == "failed"
    assert house.state == before
    [kept] = Trash(house.corpus).entries()
    assert (house.corpus / ".removed" / kept.id / "0").read_bytes() == b"  "


def test_an_unknown_entry_is_said_to_be_gone(house: House) -> None:
    [outcome] = house.changes.restore(["../../x"])
    assert outcome.state == "skipped"
