"""Articles of laws as answers: "theo điều nào", "những điều luật nào"."""

import re

from qa.questions.question import Question
from qa.readers.bodies.official import numbered, titled
from qa.readers.reading import Candidate, Reading, span_candidate
from qa.texts.paragraph import Paragraph

# "điều" alone means a thing, too ("điều gì khiến …").
_ASKED = re.compile(
    r"\bdieu (?:luat|khoan|may|bao nhieu)\b|\bkhoan (?:may|bao nhieu)\b"
    r"|\b(?:theo|tai|o|vao|cua) (?:nhung |cac |may |hai )?dieu nao\b"
)
_ONE = r"(?:điểm \w{1,2},? )?(?:khoản \d{1,2},? (?:và (?:khoản )?\d{1,2},? )?)?điều \d{1,3}[a-zđ]?(?!\w)"
_ARTICLES = re.compile(
    rf"(?<!\w){_ONE}(?:(?:, | và |; ){_ONE}|(?:, | và )\d{{1,3}}(?=[,. ]))*", re.IGNORECASE
)
# "Điều 188 Bộ luật Hình sự", "Điều 8 của Nghị định 90".
_OF = re.compile(r",? (?:của )?$")


def asks_article(question: Question) -> bool:
    """Whether an article of a law is asked for."""
    return _ASKED.search(question.plain) is not None


def read_articles(reading: Reading, paragraph: Paragraph) -> list[Candidate]:
    """The articles that a paragraph names, those in a row as one, with the law they are of."""
    text, found = paragraph.text, []
    for match in _ARTICLES.finditer(text):
        start, end = match.span()
        for law in (*numbered(paragraph), *titled(paragraph)):
            if end < law.span[0] <= end + 6 and _OF.fullmatch(text[end : law.span[0]]):
                end = law.span[1]
                break
        found.append(span_candidate(reading, paragraph, (start, end), (start, end), {}))
    return found
