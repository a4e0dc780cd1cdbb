"""The page of staff over a real corpus and index, without a browser."""

import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from index.encoder import Encoder
from index.update import add, remove
from qa.answer import Answer
from service.feedback import give_feedback
from service.questions import log_question
from service.records import Records
from tests.service.conftest import report
from tests.ui.conftest import HOSTILE_NAME, HOSTILE_QUESTION, HOSTILE_REPORT, HOSTILE_TITLE
from tests.ui.staffing import PASSWORD, Office, open_office
from tests.ui.test_chat import shown, words
from ui.engine import engine
from ui.managing.changes import uploads
from ui.signin import SignedIn

WITHIN = 60.0
LAI_CHAU, HA_NAM = report("Lai Châu"), report("Hà Nam")
SCRIPT = """
import streamlit as st
from ui import manage
from ui.signin import for_staff
for_staff(manage.draw)()
"""


@pytest.fixture(scope="session")
def known_index_path(
    index_path: Path, encoder: Encoder, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The index with what is uploaded here encoded before: a worker then needs no model."""
    folder = tmp_path_factory.mktemp("known")
    for name, text in (("a.txt", LAI_CHAU), ("b.txt", HA_NAM), ("c.txt", HOSTILE_REPORT)):
        (folder / name).write_text(text, encoding="utf-8")
    shutil.copytree(index_path, folder / "index")
    add([folder / name for name in ("a.txt", "b.txt", "c.txt")], folder / "index", encoder)
    remove(["a.txt", "b.txt", "c.txt"], folder / "index")
    return folder / "index"


@pytest.fixture
def office(
    known_index_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Office]:
    office = open_office(tmp_path, known_index_path, password=None)
    for name, value in office.environment.items():
        monkeypatch.setenv(name, value)
    engine.clear()
    yield office
    st.cache_data.clear()


def opened() -> AppTest:
    """The page in a session of somebody who has signed in."""
    page = AppTest.from_string(SCRIPT, default_timeout=60)
    page.secrets["staff"] = {"password": PASSWORD}
    now = time.time()
    page.session_state["staff"] = SignedIn("Người quản lý", now, now, PASSWORD)
    return page.run()


@pytest.fixture
def page(office: Office) -> AppTest:
    return opened()


def press(page: AppTest, label: str, number: int = 0) -> AppTest:
    found = [button for button in page.button if button.label == label]
    assert len(found) > number, f"{label}: {[button.label for button in page.button]}"
    return found[number].click().run()


def when_done(page: AppTest) -> AppTest:
    """The page as it is when no change goes on any more."""
    until = time.monotonic() + WITHIN
    while not all(job.over for job in uploads().jobs()):
        assert time.monotonic() < until
        time.sleep(0.05)
    return page.run()


def choose(page: AppTest, tab: str) -> AppTest:
    return page.button_group(key="tab").set_value(tab).run()


def upload(page: AppTest, *files: tuple[str, bytes]) -> AppTest:
    page.file_uploader[0].set_value([(name, content, "text/plain") for name, content in files])
    return page.run()


def test_lists_the_documents_and_finds_them_without_accents(page: AppTest) -> None:
    assert words(page).count(".txt") == 5
    assert page.file_uploader[0].accept_multiple_files
    page.text_input(key="find").set_value("quang ninh").run()
    assert "004_e8cd8284828f518f.txt" in words(page)
    assert "000_bfe06dc7764bdc32.txt" not in words(page)
    page.text_input(key="find").set_value("không có đâu").run()
    assert "Không có tài liệu nào khớp" in words(page)
    assert not page.exception


def test_files_are_added_and_the_report_tells_of_each(page: AppTest, office: Office) -> None:
    upload(page, ("lai-chau.txt", LAI_CHAU.encode()), ("trống.md", b"  "))
    press(page, "Thêm 2 tệp vào kho")
    when_done(page)
    assert "đã thêm 1, không đọc được 1" in words(page)
    assert "không có nội dung" in words(page)
    assert (office.corpus / "lai-chau.txt").exists()
    assert not (office.corpus / "trống.md").exists()
    assert "Tìm trong 6 tài liệu" in page.text_input(key="find").label
    assert not page.file_uploader[0].value
    assert not page.exception


def test_undoing_an_upload_takes_its_documents_away(page: AppTest, office: Office) -> None:
    name = "000_bfe06dc7764bdc32.txt"
    before = (office.corpus / name).read_bytes()
    upload(page, ("lai-chau.txt", LAI_CHAU.encode()), (name, HA_NAM.encode()))
    assert "Đã có tệp tên này trong kho" in words(page)
    press(page, "Thêm 2 tệp vào kho")
    when_done(page)
    assert "đã thêm 1, đã cập nhật 1" in words(page)
    press(page, "Hoàn tác")
    when_done(page)
    assert not (office.corpus / "lai-chau.txt").exists()
    assert (office.corpus / name).read_bytes() == before
    assert "Tìm trong 5 tài liệu" in page.text_input(key="find").label


def test_a_document_is_removed_after_a_question_and_comes_back(
    page: AppTest, office: Office
) -> None:
    page.text_input(key="find").set_value("quang ninh").run()
    press(page, "Gỡ")
    assert "Gỡ tài liệu này khỏi kho?" in words(page)
    press(page, "Gỡ khỏi kho")
    when_done(page)
    assert not (office.corpus / "004_e8cd8284828f518f.txt").exists()
    assert "Tìm trong 4 tài liệu" in page.text_input(key="find").label
    choose(page, "kept")
    press(page, "Khôi phục")
    when_done(page)
    choose(page, "documents")
    assert (office.corpus / "004_e8cd8284828f518f.txt").exists()
    assert "Tìm trong 5 tài liệu" in page.text_input(key="find").label
    assert not page.exception


def test_facts_are_corrected_and_shown_at_once(page: AppTest, office: Office) -> None:
    page.text_input(key="find").set_value("quang ninh").run()
    press(page, "Sửa thông tin")
    author = next(field for field in page.text_input if field.label == "Tác giả")
    author.set_value("Trần Thị B")
    press(page, "Lưu")
    when_done(page)
    stated = office.corpus / "004_e8cd8284828f518f.txt.meta.toml"
    assert 'author = "Trần Thị B"' in stated.read_text(encoding="utf-8")
    page.text_input(key="find").set_value("tran thi b").run()
    assert "Đưa Nghị quyết của Đảng vào cuộc sống" in words(page)


def test_nothing_is_deleted_for_good_without_a_question(page: AppTest, office: Office) -> None:
    uploads().remove({"004_e8cd8284828f518f.txt": "x"})
    choose(when_done(page), "kept")
    press(page, "Xóa hẳn")
    assert "không lấy lại được" in words(page)
    assert len(list((office.corpus / ".removed").iterdir())) == 1
    press(page, "Xóa hẳn", number=-1)
    assert list((office.corpus / ".removed").iterdir()) == []


def test_tells_what_the_index_is_made_of_and_follows_the_folder(
    page: AppTest, office: Office
) -> None:
    choose(page, "state")
    for fact in ("intfloat/multilingual-e5-small (384 chiều)", str(office.corpus), "Thế hệ3"):
        assert fact in words(page)
    (office.corpus / "004_e8cd8284828f518f.txt").unlink()
    press(page, "Đồng bộ với thư mục")
    assert "Thế hệ4" in words(when_done(page))


def test_unanswered_questions_and_complaints_come_first_and_are_seen_to(page: AppTest) -> None:
    records = Records.open()
    for question, said in (("Dân số sao Hỏa?", None), ("Tỉnh nào nhất?", "Quảng Ninh")):
        answer = Answer(question, "number", said, 0.7, timings_ms={"total": 1234.5})
        log_question(records, answer)
        give_feedback(records, answer, useful=bool(said), reason="" if said else "thiếu")
    choose(page.run(), "questions")
    assert page.button_group(key="tab").options[1] == "Câu hỏi (1)"
    assert words(page).index("Dân số sao Hỏa?") < words(page).index("Tỉnh nào nhất?")
    assert "tin cậy 70% · 1,2 giây" in words(page)
    press(page, "Đã xử lý")
    assert words(page).index("Dân số sao Hỏa?") > words(page).index("Tỉnh nào nhất?")
    choose(page, "feedback")
    assert words(page).index("thiếu") < words(page).index("Hữu ích")
    press(page, "Đã xử lý")
    assert words(page).index("thiếu") > words(page).index("Hữu ích")
    assert not page.exception


def test_a_missing_index_invites_the_first_upload(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOIDAP_INDEX", str(office.folder / "none"))
    page = opened()
    assert "Kho chưa có báo cáo nào" in words(page)
    assert page.file_uploader
    assert not page.exception


def test_records_that_cannot_be_opened_are_said_to_be(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOIDAP_RECORDS", str(office.folder / "corpus"))
    page = opened()
    assert "Không dùng được sổ ghi" in words(page)
    assert not page.exception


def test_names_titles_questions_and_reasons_are_shown_and_never_interpreted(
    page: AppTest, office: Office
) -> None:
    records = Records.open()
    answer = Answer(HOSTILE_QUESTION, "number", HOSTILE_TITLE, 0.7)
    log_question(records, answer)
    give_feedback(records, answer, useful=False, reason=HOSTILE_REPORT)
    upload(page, (HOSTILE_NAME, HOSTILE_REPORT.encode()))
    press(page, "Thêm 1 tệp vào kho")
    seen = [shown(when_done(page))]
    assert HOSTILE_TITLE in words(page)
    assert HOSTILE_NAME in words(page)
    assert (office.corpus / HOSTILE_NAME.replace("<", "_").replace(">", "_")).exists()
    page.text_input(key="find").set_value("ha nam").run()
    press(page, "Gỡ")
    press(page, "Gỡ khỏi kho")
    when_done(page)
    seen += [shown(choose(page, tab)) for tab in ("questions", "feedback", "kept", "state")]
    assert HOSTILE_QUESTION in words(choose(page, "questions"))
    assert "[U+202E]" in words(choose(page, "feedback"))
    for markup in seen:
        assert not re.search(r"<(b|svg|img|script)\b", markup)
        assert "\u202e" not in markup
        assert "href=" not in markup
    assert not page.markdown
    labels = [button.label for button in page.button]
    assert not any(re.search(r"(?<!\\)[<$`\[]", label) for label in labels)
    assert not page.exception


def test_an_open_dialog_does_nothing_once_the_sign_in_is_over(
    page: AppTest, office: Office
) -> None:
    press(page, "Gỡ")
    staff = page.session_state["staff"]
    page.session_state["staff"] = replace(staff, seen=time.time() - 3600)
    press(page, "Gỡ khỏi kho")
    assert "Đăng nhập để quản lý" in words(page)
    assert uploads().jobs() == []
