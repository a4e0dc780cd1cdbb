"""English questions in the words of the reports."""

from qa.words.english import from_english


def test_the_that_opens_a_vietnamese_question_is_no_english() -> None:
    assert from_english("The lam sach du lieu ho tich") is None
    assert from_english("The rank of Quang Ninh?") is not None
