"""The part of a cited sentence that answers is marked; the answer stays whole sentences."""

import pytest

from qa.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "marked"),
    [
        ("Lĩnh vực nào bị người dân phản ánh nhiều nhất trên Hue-S?", "trật tự đô thị"),
        ("Tại sao nhiều ấp ở Ngọc Hiển chưa kéo được cáp quang?", "vì địa hình chia cắt"),
        ("Phú Thọ điều chỉnh chỉ tiêu thế nào cho huyện Tân Sơn và Yên Lập?", "70% mức chung"),
    ],
)
def test_a_sentence_is_cited_with_its_part_marked(
    both: Assistant, question: str, marked: str
) -> None:
    answer = both.ask(question)
    citation = answer.citations[0]
    assert citation.mark is not None
    start, end = citation.mark
    said = both.index.document(citation.document).text[start:end]
    assert marked in said
    assert said in (answer.answer or "")
    assert len(said) < len(citation.quote)
