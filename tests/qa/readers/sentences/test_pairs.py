"""Two sentences as one answer: where a pair may begin and end."""

import pytest

from index.documents import Document
from qa.readers.sentences.pairs import pairs
from qa.readers.sentences.reasons import read_reasons
from qa.readers.sentences.sentences import read_sentences
from qa.texts.paragraph import paragraphs
from tests.qa.readings import reading

LINES = (
    "Ngày hội số\n",
    "Trong 14 giải pháp, giải Nhất thuộc về huyện Mây.\n",
    "Nhờ giải pháp này, thời gian làm thủ tục giảm từ 47 xuống 19 phút. Tác giả là ba công chức.",
)


@pytest.mark.parametrize("end", ["", "\n"])
def test_the_last_sentence_of_a_report_has_none_behind_it(end: str) -> None:
    report = Document("d", "", "".join(LINES) + end)
    lines = paragraphs(report, 0, len(report.text))
    for line in lines:
        for pair in pairs(line):
            second = pair.below or line
            assert line.start + pair.first[1] <= second.start + pair.second[0]
    assert [pair.below is not None for pair in pairs(lines[1])] == [True]
    assert [pair.below is not None for pair in pairs(lines[2])] == [False]


@pytest.mark.parametrize("question", ["Trước đây làm thủ tục ra sao?", "Vì sao thủ tục nhanh hơn?"])
def test_what_is_quoted_stands_in_order(question: str) -> None:
    report = Document("d", "", "".join(LINES))
    for line in paragraphs(report, 0, len(report.text)):
        for reader in (read_sentences, read_reasons):
            for candidate in reader(reading(question), line):
                start, end = candidate.quote
                assert start <= candidate.span[0] < candidate.span[1] <= end
                assert line.start + end <= len(report.text)
