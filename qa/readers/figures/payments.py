"""What a sum of money is: the price, the revenue, the wage that is asked for, or another."""

import re

from qa.readers.reading import Reading
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph

# A sum that is called something else than what is asked for.
OTHER_PAYMENT = 0.5

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
_PAUSE = re.compile(r"[,;:()]\s|\d[\d.,]*|\.\s")


def payment_fit(reading: Reading, paragraph: Paragraph, figure: Figure) -> float:
    """How far a sum is called what the question asks for, in the words right before it."""
    if figure.kind != "money" or reading.question.folded:
        return 1.0
    asked = _called(reading.question.text)
    if not asked:
        return 1.0
    start, _ = paragraph.sentence_at(figure.span[0])
    said = _called(_PAUSE.split(paragraph.text[start : figure.whole[0]])[-1])
    return OTHER_PAYMENT if said and not asked & said else 1.0


def _called(text: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _NAMED.items() if pattern.search(text.lower()))
