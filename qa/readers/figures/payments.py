"""What a sum of money is: the price, the revenue, the wage that is asked for, or another."""

import re

from qa.readers.reading import Reading
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph
from qa.words.spelt import Spelt

# A sum that is called something else than what is asked for.
OTHER_PAYMENT = 0.5
# What a whole undertaking costs is no price of a ticket, of a turn, of one piece.
WHOLE_COST = 0.3
_OF_ONE = Spelt(r"\b(?:giá vé|(?:một|mỗi|1) (?:lượt|vé|chuyến|chiếc|suất|tháng))\b")
_UNDERTAKING = Spelt(r"\b(?:tổng mức đầu tư|tổng vốn|vốn đầu tư|tổng kinh phí)\b")

# Words that say the same; what something costs ("tốn", "chi phí", "trị giá") may be any of them.
_CALLED = {
    "price": r"(?<!đánh )(?<!trị )(?<!tham )(?<!đấu )giá(?! trị)",
    "revenue": r"doanh thu|doanh số|kim ngạch|thu ngân sách",
    "budget": r"kinh phí|vốn|tổng mức đầu tư|ngân sách",
    "wage": r"lương|thù lao|phụ cấp|tiền công",
    "fee": r"lệ phí|học phí|viện phí|cước|(?<!kinh )(?<!chi )(?<!miễn )phí",
    "fine": r"tiền phạt|phạt",
    "award": r"tiền thưởng|giải thưởng|phần thưởng",
    "profit": r"lãi|lợi nhuận",
    "saving": r"tiết kiệm",
}
_NAMED = {name: re.compile(rf"(?<!\w)(?:{called})(?!\w)") for name, called in _CALLED.items()}
# What these are must be told: no sum besides is one. The sentence before may do so.
_TOLD = {"fine": _NAMED["fine"], "award": re.compile(r"(?<!\w)(?:thưởng|giải)(?!\w)")}
UNTOLD = 0.4
_PAUSE = re.compile(r"[,;:()]\s|\d[\d.,]*|\.\s")


def payment_fit(reading: Reading, paragraph: Paragraph, figure: Figure) -> float:
    """How far a sum is called what the question asks for, in the words right before it."""
    if figure.kind != "money":
        return 1.0
    if _OF_ONE.search(reading.question.text) and not _UNDERTAKING.search(reading.question.text):
        start, _ = paragraph.clause_at(figure.span[0])
        if _UNDERTAKING.search(paragraph.text, start, figure.whole[0]):
            return WHOLE_COST
    if reading.question.folded:
        return 1.0
    asked = _called(reading.question.text)
    if not asked:
        return 1.0
    start, _ = paragraph.sentence_at(figure.span[0])
    said = _called(_PAUSE.split(paragraph.text[start : figure.whole[0]])[-1])
    if said and not asked & said:
        return OTHER_PAYMENT
    return 1.0 if _is_told(asked, paragraph, figure) else UNTOLD


def _is_told(asked: frozenset[str], paragraph: Paragraph, figure: Figure) -> bool:
    """Whether the sentence of a sum or the one before it tells of a fine or an award asked for."""
    wanted = [_TOLD[name] for name in asked & _TOLD.keys()]
    if not wanted:
        return True
    start, end = paragraph.sentence_at(figure.span[0])
    before = paragraph.sentence_at(max(0, start - 2))[0]
    told = f"{paragraph.intro} {paragraph.text[before:end]}".lower()
    return any(pattern.search(told) for pattern in wanted)


def _called(text: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _NAMED.items() if pattern.search(text.lower()))
