"""The page over a real index, without a browser: what it draws and how it keeps going."""

import html
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import parse_qs, urlencode

import pytest
from streamlit.testing.v1 import AppTest

from index.store import Index
from index.update import remove
from qa.answer import Answer, Cell, Citation
from qa.assistant import Assistant
from qa.scope import Scope
from service.conversations import new_conversation
from service.feedback import inbox
from service.questions import asked
from service.records import Records
from tests.ui.conftest import HOSTILE_QUESTION, HOSTILE_TITLE, HOSTILE_TOPIC, QUESTION, Page


def shown(page: AppTest) -> str:
    """All HTML of the page."""
    return "\n".join(element.body for element in page.html)


def words(page: AppTest) -> str:
    """The page's HTML as a reader sees it."""
    return html.unescape(re.sub(r"<[^>]+>", "", shown(page)))


def links(page: AppTest) -> list[str]:
    """The links that the page lets its reader copy."""
    return re.findall(r'<span class="to-copy is-link">([^<]*)</span>', shown(page))


def follow(page: AppTest, link: str) -> AppTest:
    """Open a page by a link."""
    for name, values in parse_qs(html.unescape(link).removeprefix("?")).items():
        page.query_params[name] = values
    return page.run()


def ask(page: AppTest, question: str) -> AppTest:
    return page.chat_input[0].set_value(question).run()


def test_answers_with_the_sentence_its_source_and_its_date(
    open_page: Page, index_path: Path
) -> None:
    page = ask(open_page(index_path).run(), QUESTION)
    assert '<p class="short">Quảng Ninh</p>' in shown(page)
    evidence = re.search(r'<mark class="evidence">(.*?)</mark>', shown(page), re.DOTALL)
    assert evidence
    assert "93,4%" in evidence.group(1)
    assert "Đưa Nghị quyết của Đảng vào cuộc sống" in words(page)
    assert "17/07/2023" in words(page)
    assert not page.exception


def test_opens_the_article_with_the_span_highlighted(open_page: Page, index_path: Path) -> None:
    page = ask(open_page(index_path).run(), QUESTION)
    next(button for button in page.button if button.key == "open-0-c1").click()
    page.run()
    article = next(element.body for element in page.html if "<article" in element.body)
    assert re.search(r'<mark class="evidence target">[^<]*(<mark[^>]*>)?93,4%', article)
    assert "Với quyết tâm đưa Quảng Ninh trở thành hình mẫu" in article
    assert not page.exception


def test_abstains_with_the_nearest_passages(open_page: Page, index_path: Path) -> None:
    page = ask(open_page(index_path).run(), "Dân số sao Hỏa năm 2090 là bao nhiêu?")
    assert "Không có trong các báo cáo" in words(page)
    assert "Những đoạn gần nhất với câu hỏi" in words(page)
    assert shown(page).count('<div class="passage">') >= 3


def test_a_missing_index_tells_how_to_build_one(open_page: Page, tmp_path: Path) -> None:
    page = open_page(tmp_path / "nothing").run()
    assert "Kho chưa có báo cáo nào" in words(page)
    assert "python -m index build" in words(page)
    assert not page.chat_input
    assert not page.exception


def test_works_as_soon_as_the_missing_index_is_there(
    open_page: Page, index_path: Path, tmp_path: Path
) -> None:
    link = tmp_path / "later"
    page = open_page(link).run()
    assert not page.chat_input
    link.symlink_to(index_path, target_is_directory=True)
    assert page.run().chat_input


@pytest.mark.parametrize("question", ["a" * 100_000, "?!"])
def test_a_question_that_cannot_be_read_is_answered_by_a_clear_line(
    open_page: Page, index_path: Path, question: str
) -> None:
    page = ask(open_page(index_path).run(), question)
    assert 'role="alert"' in shown(page)
    assert "Traceback" not in words(page)
    assert not page.exception
    assert "Quảng Ninh" in words(ask(page, QUESTION))


def test_an_unexpected_failure_is_said_in_plain_words(
    open_page: Page, index_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> Answer:
        raise RuntimeError("secret detail")

    page = open_page(index_path).run()
    monkeypatch.setattr(Assistant, "ask", fail)
    ask(page, QUESTION)
    assert "Có lỗi ngoài dự kiến" in words(page)
    assert "secret detail" not in shown(page)
    assert not page.exception


def test_report_texts_and_questions_are_shown_and_never_interpreted(
    open_page: Page, hostile_index_path: Path
) -> None:
    page = ask(open_page(hostile_index_path).run(), HOSTILE_TOPIC)
    ask(page, HOSTILE_QUESTION)
    next(button for button in page.button if button.key == "open-0-c1").click()
    page.run()
    assert HOSTILE_QUESTION in words(page)
    assert words(page).count(HOSTILE_TITLE) > 1
    assert '<img src=x onerror="window.hacked=1"> 7.531 hồ sơ' in words(page)
    assert not re.search(r"<(b|svg|img|script>window)\b", shown(page))
    assert all(link.startswith("#trich-") for link in re.findall(r'href="([^"]*)"', shown(page)))
    assert all(link.startswith("?q=") for link in links(page))
    assert not page.markdown
    assert not page.exception


def test_a_shared_link_gives_the_same_answer(open_page: Page, index_path: Path) -> None:
    asked = ask(open_page(index_path).run(), QUESTION)
    shared = follow(open_page(index_path), links(asked)[0])
    quotes = [re.findall("<blockquote.*</blockquote>", shown(page)) for page in (asked, shared)]
    assert quotes[0] == quotes[1] != []
    assert "q" not in shared.query_params


def test_a_shared_link_carries_the_reports_chosen(open_page: Page, index_path: Path) -> None:
    page = open_page(index_path).run()
    page.multiselect(key="scope-provinces").set_value(["Thái Bình"]).run()
    ask(page, QUESTION)
    assert "Không có trong các báo cáo" in words(page)
    assert "Chỉ tìm trong: Thái Bình" in words(page)
    shared = follow(open_page(index_path), links(page)[0])
    assert "Không có trong các báo cáo" in words(shared)
    assert [button.key for button in shared.button if "chip" in (button.key or "")] == [
        "chip-provinces-Thái Bình"
    ]


def test_a_link_to_reports_that_are_gone_finds_nothing_in_others(
    open_page: Page, index_path: Path
) -> None:
    hostile = "<img src=x onerror=window.hacked=1>"
    query = {"q": QUESTION, "tinh": [hostile], "tai-lieu": ["[x](javascript:y)"] * 99}
    page = follow(open_page(index_path), f"?{urlencode(query, doseq=True)}")
    assert "Không có trong các báo cáo" in words(page)
    assert "Hãy bỏ bớt bộ lọc" in words(page)
    assert "<img src" not in shown(page)
    chips = [button for button in page.button if "chip" in (button.key or "")]
    assert len(chips) == 2
    for chip in chips:
        page.button(key=chip.key).click().run()
    assert '<p class="short">Quảng Ninh</p>' in shown(ask(page, QUESTION))
    assert not page.exception


def test_a_filter_is_removed_by_its_chip(open_page: Page, index_path: Path) -> None:
    page = open_page(index_path).run()
    page.multiselect(key="scope-years").set_value(["2022"]).run()
    assert "Không có" in words(ask(page, QUESTION))
    page.button(key="chip-years-2022").click().run()
    assert not page.multiselect(key="scope-years").value
    assert '<p class="short">Quảng Ninh</p>' in shown(ask(page, QUESTION))


def test_a_hostile_link_is_only_a_question(open_page: Page, index_path: Path) -> None:
    page = open_page(index_path)
    page.query_params["q"] = "<script>window.hacked=1</script> tỉnh nào?"
    page.run()
    assert "<script>window.hacked" not in shown(page)
    assert "<script>window.hacked=1</script> tỉnh nào?" in words(page)


def test_a_new_conversation_can_be_undone(open_page: Page, index_path: Path) -> None:
    page = ask(open_page(index_path).run(), QUESTION)
    page.button(key="new").click().run()
    assert "Quảng Ninh</p>" not in shown(page)
    assert "c" not in page.query_params
    page.button(key="restore").click().run()
    assert '<p class="short">Quảng Ninh</p>' in shown(page)
    assert page.query_params["c"]


def test_a_follow_up_brings_the_earlier_questions(
    open_page: Page, index_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []
    real = Assistant.ask

    def spy(self: Assistant, text: str, history: Sequence[str] = (), *scope: Scope) -> Answer:
        seen.append(list(history))
        return real(self, text, history, *scope)

    monkeypatch.setattr(Assistant, "ask", spy)
    page = ask(open_page(index_path).run(), QUESTION)
    ask(page, "Còn Thái Bình?")
    assert seen == [[], [QUESTION]]


def test_a_comparison_is_a_table_that_points_to_its_citations(
    open_page: Page, index_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(index_path).run()

    def compared(self: Assistant, text: str, history: list[str], scope: Scope) -> Answer:
        document = next(iter(self.index.documents.values()))
        return Answer(
            question=text,
            kind="compare",
            answer="Hà Nội cao hơn",
            confidence=0.9,
            computed=True,
            understood="So sánh Hà Nội và Huế",
            note="Không có số liệu của Huế <năm 2020>",
            citations=tuple(Citation.of(document, 10 * n, 10 * n + 9) for n in range(6)),
            cells=tuple(Cell(f"Nơi {n}", "", f"{n}%", "achieved", n) for n in range(6)),
        )

    monkeypatch.setattr(Assistant, "ask", compared)
    ask(page, "So sánh")
    assert "Do hệ thống tính từ các số liệu được trích" in words(page)
    assert "Hiểu câu hỏi là: So sánh Hà Nội và Huế" in words(page)
    assert "Không có số liệu của Huế <năm 2020>" in words(page)
    assert "Thời gian" not in words(page)  # a column without values is left out
    for target in re.findall(r'href="#([^"]+)"', shown(page)):
        assert f'id="{target}"' in shown(page)


def test_speaks_english_when_asked_to(open_page: Page, index_path: Path) -> None:
    page = open_page(index_path)
    page.query_params["lang"] = "English"
    ask(page.run(), "Dân số sao Hỏa năm 2090 là bao nhiêu?")
    assert "Not in the reports" in words(page)


def test_samples_are_asked_by_a_click(open_page: Page, index_path: Path) -> None:
    page = open_page(index_path).run()
    sample = next(button for button in page.button if button.key == "sample-0")
    sample.click()
    page.run()
    assert '<p class="short">' in shown(page)
    assert "Không có trong các báo cáo" not in words(page)


def test_a_real_comparison_speaks_vietnamese(open_page: Page, index_path: Path) -> None:
    page = open_page(index_path).run()
    page = ask(page, "So sánh hạng DTI năm 2022 của Quảng Ninh và Nghệ An")
    assert "hạng 3" in words(page)
    assert "52/63" in words(page)
    assert "đạt được" in words(page)
    assert "achieved" not in words(page)


def test_a_sentence_stands_around_the_answer(open_page: Page, index_path: Path) -> None:
    page = ask(open_page(index_path).run(), QUESTION)
    said = re.search(r'<p class="said">(.*?)</p>', shown(page))
    assert said
    assert "Theo báo cáo của Quảng Ninh" in said.group(1)
    assert 'href="#trich-0-1"' in said.group(1)
    quote = re.search(r'<mark class="evidence">(.*?)</mark>', shown(page), re.DOTALL)
    assert quote
    numbers = re.findall(r"\d+(?:,\d+)?", re.sub("<a.*?</a>", "", said.group(1)))
    assert numbers
    assert all(number in quote.group(1) for number in numbers)


def test_what_is_offered_instead_is_answered(open_page: Page, index_path: Path) -> None:
    nothing = "Hà Giang có bao nhiêu xã dùng phần mềm quản lý văn bản?"
    page = ask(open_page(index_path).run(), nothing)
    offered = [button.key for button in page.button if "instead" in (button.key or "")]
    assert len(offered) >= 2
    for number, key in enumerate(offered, start=1):
        page.button(key=key).click().run()
        last = [element.body for element in page.html if 'class="headline"' in element.body][-1]
        assert len(re.findall('class="headline"', shown(page))) == number + 1
        assert '<p class="short">' in last


def test_a_reading_is_put_right_and_asked_again(open_page: Page, index_path: Path) -> None:
    page = ask(ask(open_page(index_path).run(), QUESTION), "Còn Thái Bình?")
    assert "Hiểu câu hỏi là:" in words(page)
    page.text_input(key="reread-text-1").set_value(QUESTION)
    next(button for button in page.button if button.label == "Hỏi lại").click().run()
    assert shown(page).count('<p class="short">Quảng Ninh</p>') == 2


def test_a_thumb_and_its_reason_are_kept(open_page: Page, index_path: Path) -> None:
    page = ask(open_page(index_path).run(), QUESTION)
    page.feedback[0].set_value(0).run()
    page.text_input[0].set_value("thiếu năm")
    next(button for button in page.button if button.label == "Gửi").click().run()
    [kept] = inbox(Records.open())
    assert (kept.useful, kept.reason, kept.answer) == (False, "thiếu năm", "Quảng Ninh")
    page.feedback[0].set_value(1).run()
    [kept] = inbox(Records.open())
    assert (kept.useful, kept.reason) == (True, "")
    assert not page.exception


def test_every_question_is_logged(open_page: Page, index_path: Path) -> None:
    ask(ask(open_page(index_path).run(), QUESTION), "Dân số sao Hỏa năm 2090 là bao nhiêu?")
    logged = {entry.question: entry.abstained for entry in asked(Records.open())}
    assert logged[QUESTION] is False
    assert len(logged) == 2


def test_a_reload_brings_the_conversation_back(
    open_page: Page, index_path: Path, hostile_index_path: Path
) -> None:
    page = ask(ask(open_page(index_path).run(), QUESTION), "Còn Thái Bình?")
    name = page.query_params["c"]
    # Another index is served by now: what was answered is shown as it was.
    again = follow(open_page(hostile_index_path), f"?c={name}")
    texts = [re.findall('<div class="headline">.*?</div>', shown(one)) for one in (page, again)]
    assert len(texts[0]) == 2
    assert texts[0] == texts[1]
    # Whoever goes on goes on with a copy.
    ask(again, "Dân số sao Hỏa năm 2090 là bao nhiêu?")
    assert again.query_params["c"] != name
    assert shown(follow(open_page(index_path), f"?c={name}")).count('class="headline"') == 2


def test_an_address_that_names_no_conversation_is_an_empty_page(
    open_page: Page, index_path: Path
) -> None:
    page = follow(open_page(index_path), f"?c={new_conversation()}")
    assert "Tra cứu số liệu" in words(page)
    assert "c" not in page.query_params


def test_answers_where_nothing_can_be_kept(
    open_page: Page, index_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOIDAP_RECORDS", "/dev/null/records.sqlite3")
    page = ask(open_page(index_path).run(), QUESTION)
    assert '<p class="short">Quảng Ninh</p>' in shown(page)
    assert not page.exception


def test_an_empty_corpus_says_how_to_add_reports(
    open_page: Page, index_path: Path, tmp_path: Path
) -> None:
    shutil.copytree(index_path, tmp_path / "index")
    with Index.open(tmp_path / "index") as index:
        everything = list(index.documents)
    remove(everything, tmp_path / "index")
    page = open_page(tmp_path / "index").run()
    assert "Kho chưa có báo cáo nào" in words(page)
    assert "make run" in words(page)
    assert not page.chat_input
