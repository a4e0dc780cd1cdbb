"""Data stays data: whatever a report holds is shown, whole and literally."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from ui.markup import Highlight, highlighted, plain, safe
from ui.quotes import clip, sentence_around

texts = st.text(alphabet="aă<>&\"'\u202e \n$*.5%")


def as_read(markup: str) -> str:
    return html.unescape(re.sub(r"</?mark[^>]*>", "", markup))


@given(texts, st.integers(0, 30), st.integers(0, 30), st.integers(0, 30), st.integers(0, 30))
def test_highlighting_keeps_every_character(text: str, a: int, b: int, c: int, d: int) -> None:
    points = sorted(min(point, len(text)) for point in (a, b, c, d))
    outer, inner = (points[0], points[3]), (points[1], points[2])
    markup = highlighted(
        text, (0, len(text)), [Highlight(*outer, "evidence"), Highlight(*inner, "answer-mark")]
    )
    assert as_read(markup) == text.replace("\u202e", "[U+202E]")
    assert "<" not in re.sub(r"</?mark[^>]*>", "", markup)


def test_marks_that_reorder_text_are_spelled_out() -> None:
    assert safe("a\u202eb\u2066c") == "a[U+202E]b[U+2066]c"


def test_a_label_keeps_no_markdown() -> None:
    label = plain(":red[đỏ] $x$ **a** `b` [c](d) <e> -> 1. :smile: :material/home:")
    assert not re.search(r"(?<!\\)[:$*`\[\]()<>.\-]", label)


@given(texts, st.data())
def test_a_clip_holds_what_must_be_kept(text: str, data: st.DataObject) -> None:
    whole = (0, len(text))
    start = data.draw(st.integers(0, len(text)))
    kept = (start, data.draw(st.integers(start, len(text))))
    limit = data.draw(st.integers(0, 40))
    first, last = clip(text, whole, kept, limit)
    assert 0 <= first <= kept[0] <= kept[1] <= last <= len(text)
    assert last - first <= max(limit, kept[1] - kept[0])


def test_the_sentence_around_a_span_stays_in_its_line() -> None:
    text = "Đầu đề\n\nCâu một. Tỉnh đạt 93,4% hồ sơ. Câu ba.\nDòng sau."
    start = text.index("93,4%")
    first, last = sentence_around(text, start, start + 5)
    assert text[first:last] == "Tỉnh đạt 93,4% hồ sơ."
