"""What a sentence must say when a question asks for a name: "Nhà thầu bỏ hợp đồng tên gì?"."""

import re

from index.vietnamese import LOWER, UPPER, Span
from qa.paragraph import Paragraph
from qa.readers.reading import Reading

# The thing is told of, but not by its name.
UNNAMED = 0.4
# "tên gì", "tên là gì", and a question that begins with the name of something.
_ASKED = re.compile(r"\bten (?:la )?(?:gi|chi)\b|^\W*(?:cho biet )?ten (?!mien\b)|\bten .* la gi\b")
_SAYS = re.compile(r"[\"“”«»]|(?<!\w)(?:tên|gọi là|mệnh danh|thương hiệu)(?!\w)", re.IGNORECASE)
_NAME = rf"(?:\s[{LOWER}]+){{0,2}}\s([{UPPER}]\w*)"
_TELLING = 3


def says_name(reading: Reading, paragraph: Paragraph, span: Span) -> float:
    """Whether a sentence gives the name asked for: by a word of naming, in quotation marks, or
    in capitals right behind what has it ("công ty Họp Xanh")."""
    question = reading.question
    if not _ASKED.search(question.plain):
        return 1.0
    sentence = paragraph.text[slice(*span)]
    if _SAYS.search(sentence):
        return 1.0
    asked = {question.text[unit.start : unit.end] for unit in question.units}
    for unit in [one for one in question.content if one.folded != "ten"][:_TELLING]:
        word = re.escape(question.text[unit.start : unit.end])
        named = re.findall(rf"(?<!\w)(?i:{word}){_NAME}", sentence)
        if any(name not in asked for name in named):
            return 1.0
    return UNNAMED
