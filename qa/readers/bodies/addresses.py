"""Addresses as answers: "trang web nào", "email … là gì", "gọi số nào"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from index.vietnamese import Span
from qa.questions.asked_addresses import forms, is_strict
from qa.readers.reading import Candidate, Reading, span_candidate
from qa.readers.sentences.pairs import Pair, pair_candidate, pairs
from qa.readers.sentences.sentences import read_sentences
from qa.readers.signs import weigh
from qa.texts.paragraph import Paragraph

# A saved page may have lost the space before an address: "tạigopy.vidu.vn".
_STUCK = "|".join(
    rf"(?<={word})" for word in "tại vào theo chỉ là cổng qua trên từ ở về đến tới".split()
)
_BEFORE = rf"(?:(?<![^\W_])(?<![@./-])|{_STUCK})"
_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_SUFFIX = (
    r"(?:(?:gov|com|org|edu|net|info|ac|name)\.vn"
    r"|(?:vn|com|org|net|info|gov|edu|int|io|app|eu|asia)(?![a-z0-9-]|\.[a-z]))"
)
_WEB = re.compile(
    rf"{_BEFORE}(?:https?\s?:\s?/\s?/\s?)?(?:{_LABEL}\.)+{_SUFFIX}"
    r"(?:/(?:[a-z0-9_/?=&%#~-]|\.(?=(?-i:[a-z0-9])))*)?(?!@)",
    re.IGNORECASE,
)
_MAIL = re.compile(rf"{_BEFORE}[a-z0-9][a-z0-9._+-]*\s?@\s?(?:{_LABEL}\.)+{_SUFFIX}", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<![\d.,/-])(?:1[89]00[ .-]?\d{2,4}(?:[ .-]?\d{2,4})?"
    r"|(?:\(?\+?84\)?[ .-]?|\(?0)\d{1,4}\)?(?:[ .-]?\d{1,4}){1,4})"
    r"(?![\d%]|[.,/]\d)"
)
# Of three or four digits only behind a word for it: "tổng đài 1022", "gọi số 113".
_SHORT = re.compile(
    r"(?:tổng đài|hotline|đường dây nóng|đầu số|gọi(?: điện)?(?: đến| tới| vào| cho| ngay)?|liên hệ)"
    r"(?:\s(?:miễn phí|quốc gia|hỗ trợ|điện thoại))?\s?(?:là\s)?(?:số\s|:\s?)*"
    r"(?P<short>\d{3,5})(?![\d%]|[.,/]\d)(?!\s?(?:cuộc|lượt|người|đồng))",
    re.IGNORECASE,
)
# "xxx@tinh.gov.vn" only shows how addresses are written.
_SAMPLE = re.compile(r"([a-z])\1+\s?@|(?:example|abc)\s?@", re.IGNORECASE)
_LEAST, _MOST = 8, 12
# A sentence without an address where one is likely asked for; an address beside the sentence that
# tells what it is of ("Người dân góp ý qua cổng này.").
UNADDRESSED, BESIDE = 0.7, 0.9


def read_addresses(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The addresses in a paragraph of the form asked for; sentences that hold none where a name
    may answer as well."""
    wanted = forms(reading.question.plain)
    spans = _told(reading, paragraph, wanted)
    found = [
        span_candidate(reading, paragraph, span, paragraph.sentence_at(span[0]), {})
        for span in spans
    ]
    for pair in pairs(paragraph):
        found += _of_pair(reading, paragraph, pair, wanted)
    if not is_strict(reading.question.plain):
        addressed = {paragraph.sentence_at(span[0]) for span in spans}
        for one in read_sentences(reading, paragraph):
            if not any(one.quote[0] <= start < one.quote[1] for start, _ in addressed):
                signs = {**one.signs, "addressed": UNADDRESSED}
                found.append(replace(one, score=weigh(signs), signs=signs))
    return found


def _told(reading: Reading, paragraph: Paragraph, wanted: frozenset[str]) -> list[Span]:
    """The addresses of a paragraph that the question does not say itself."""
    text, asked = paragraph.text, reading.question.text.lower()
    return [
        span
        for span in sorted(addresses(text, wanted))
        if text[slice(*span)].lower() not in asked and not _SAMPLE.match(text[slice(*span)])
    ]


def _of_pair(
    reading: Reading, paragraph: Paragraph, pair: Pair, wanted: frozenset[str]
) -> Iterator[Candidate]:
    """The addresses in one of two sentences, where the other tells more of what is asked."""
    second = pair.below or paragraph
    shift = second.start - paragraph.start
    for line, sentence, moved in ((paragraph, pair.first, 0), (second, pair.second, shift)):
        for span in _told(reading, line, wanted):
            if sentence[0] <= span[0] < sentence[1]:
                whole = pair_candidate(
                    reading, paragraph, pair, {"pair": BESIDE}, answer_first=not moved
                )
                placed = span[0] + moved, span[1] + moved
                yield replace(whole, span=placed, text=line.text[slice(*span)])


def addresses(text: str, wanted: frozenset[str]) -> Iterator[Span]:
    """The addresses in a text: those of the web, of mail, of telephones."""
    if "web" in wanted and "." in text:
        yield from (match.span() for match in _WEB.finditer(text))
    if "mail" in wanted and "@" in text:
        yield from (match.span() for match in _MAIL.finditer(text))
    if "phone" in wanted:
        for match in _PHONE.finditer(text):
            if _LEAST <= sum(map(str.isdigit, match.group())) <= _MOST:
                yield match.span()
        yield from (match.span("short") for match in _SHORT.finditer(text))
