"""One text read without an index."""

from qa.given import read_text
from qa.questions.question import understand
from qa.words.terms import Unit

TEXT = (
    "Trung tâm điều hành của tỉnh ra đời năm 2019. Ông Lê Văn Tám là giám đốc trung tâm. "
    "Trung tâm đặt tại phường Hoa Sen. Nó được vận hành bởi 12 cán bộ."
)


def anywhere(_: Unit) -> int:
    return 1


def read(question: str) -> tuple[str, str]:
    """The part and the sentence that answer a question from the text."""
    found = read_text(understand(question), TEXT, anywhere, 10)
    assert found is not None
    text = found.paragraph.text
    return text[slice(*found.span)], text[slice(*found.quote)]


def test_the_part_and_its_sentence_are_found() -> None:
    assert read("Ai là giám đốc trung tâm?") == (
        "Lê Văn Tám",
        "Ông Lê Văn Tám là giám đốc trung tâm.",
    )
    assert read("Trung tâm điều hành ra đời năm nào?")[0] in ("2019", "năm 2019")


def test_a_sentence_with_a_pronoun_tells_of_what_the_one_before_names() -> None:
    assert read("Trung tâm được vận hành bởi bao nhiêu cán bộ?")[0].startswith("12")


def test_nothing_is_read_from_a_text_without_words() -> None:
    assert read_text(understand("Ai là giám đốc?"), " \n ", anywhere, 10) is None


def test_a_sentence_nearer_in_meaning_is_preferred() -> None:
    def near(sentence: str) -> float:
        return 1.0 if "Hoa Sen" in sentence else 0.5

    found = read_text(understand("Trụ sở ở đâu?"), TEXT, anywhere, 10, near)
    assert found is not None
    assert "Hoa Sen" in found.text
