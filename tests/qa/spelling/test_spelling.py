"""The same reports and questions, typed in every way Vietnamese is typed, give the same answers."""

import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from index.encoder import Encoder
from index.generation import CACHE
from index.update import build
from index.vietnamese import one_spelling
from qa.answer import Answer
from qa.assistant import Assistant
from tests.index.legacy import misread, old_tones, typed_in
from tests.qa.reports import CORPUS

WAYS: dict[str, Callable[[str], str]] = {
    "NFC": lambda text: unicodedata.normalize("NFC", text),
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "old tones": lambda text: old_tones(unicodedata.normalize("NFC", text)),
    "TCVN3": lambda text: typed_in("tcvn3", text),
    "VNI": lambda text: typed_in("vni", text),
    "misread": misread,
}
QUESTIONS = (
    "Tỉnh nào có 93,4% thủ tục hành chính được xử lý hoàn toàn trực tuyến?",
    "Tỉnh nào có 93.4% thủ tục hành chính được xử lý hoàn toàn trực tuyến?",
    "Ai phát biểu tại cuộc họp Ban Chỉ đạo chuyển đổi số tỉnh Cao Bằng?",
    "Thái Bình có bao nhiêu tổ công nghệ số cộng đồng?",
    "Quảng Ninh đặt mục tiêu gì về chuyển đổi số?",
    "Cuộc họp Ban Chỉ đạo chuyển đổi số của Cao Bằng diễn ra ngày nào?",
    "Thủ đô của nước Pháp là thành phố nào?",
)


def told(answer: Answer) -> tuple[object, ...]:
    """What an answer says, however its tones are placed: the answer, its quotes and places."""

    def plain(text: str | None) -> str | None:
        # TCVN3 has no capitals with tones.
        return one_spelling(text).lower() if text else None

    return (
        plain(answer.answer),
        [(c.document, c.start, c.end, plain(c.quote)) for c in answer.citations],
    )


@pytest.fixture(scope="module")
def indexes(
    tmp_path_factory: pytest.TempPathFactory, five_index: Path, encoder: Encoder
) -> dict[str, Assistant]:
    """An index of corpus/ for every way to type it."""
    found = {}
    for way, typed in WAYS.items():
        home = tmp_path_factory.mktemp("typed")
        (home / "index").mkdir()
        shutil.copy(five_index / CACHE, home / "index")
        for path in sorted(CORPUS.glob("*.txt")):
            target = home / "corpus" / path.name
            target.parent.mkdir(exist_ok=True)
            text = path.read_text(encoding="utf-8").replace("\xa0", " ")
            target.write_text(typed(text), encoding="utf-8")
        build(home / "corpus", home / "index", encoder)
        found[way] = Assistant.open(home / "index")
    return found


@pytest.mark.slow
@pytest.mark.parametrize("question", QUESTIONS)
def test_the_same_answer_however_typed(indexes: dict[str, Assistant], question: str) -> None:
    expected = told(indexes["NFC"].ask(question))
    for corpus_way, assistant in indexes.items():
        for way, typed in WAYS.items():
            assert told(assistant.ask(typed(question))) == expected, (corpus_way, way)
