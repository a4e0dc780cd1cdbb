"""Who only says what others do: not the one that "ai" asks for, unless it asks who says so."""

import re

from qa.readers.reading import Reading
from qa.texts.paragraph import Paragraph
from qa.texts.people import Person

SPEAKS = 0.55
_VERBS = (
    "nói|cho biết|cho hay|kể|gợi ý|khẳng định|đính chính|trả lời|chia sẻ|thông tin|lý giải|giải thích"
    "|nhận định|nhận xét|cho rằng|nhấn mạnh|than|phàn nàn|khoe|thừa nhận|lưu ý|bộc bạch|tâm sự|tiết lộ"
    "|phản ánh|so sánh|thắc mắc|ước tính|cảnh báo|đúc rút|bảo|thông báo|đánh giá|trình bày|phân tích"
)
# Behind the name there may be who it is: "ông A, Giám đốc Sở B, cho biết".
_SAYS = re.compile(
    rf"(?P<apposition>,[^,.;:]{{2,70}},)?\s*(?:(?:cũng|đã|vừa|từng|thì|còn|lại)\s)?(?:{_VERBS})(?!\w)"
)
# A question for what somebody says, thinks or wants asks for the one who says it.
_ASKS_SPEECH = re.compile(
    rf"(?<!\w)(?:{_VERBS}|theo|lời|ý kiến|quan điểm|phát biểu|nghĩ|lo|chê|khen|đề nghị|đề xuất|kiến nghị"
    r"|yêu cầu|nhắc|hứa|cam kết|ví|coi|xem|mong|muốn|kêu gọi|nêu|công bố|báo cáo|đề cập|dặn|tin|thấy|dự báo"
    r"|ca ngợi|chỉ ra|gọi|nhìn nhận|giới thiệu|khuyên|kết luận|tuyên bố|hỏi)(?!\w)",
    re.IGNORECASE,
)
_BEFORE = 60


def speaker_fit(reading: Reading, paragraph: Paragraph, person: Person) -> float:
    """How far a person who speaks in a sentence may be who does what is asked about.

    Fully where the question asks who says it, is typed without accents, or has a word of
    content in common with what the sentence says of the person.
    """
    question = reading.question
    if question.folded or _ASKS_SPEECH.search(question.text):
        return 1.0
    said = _SAYS.match(paragraph.text, person.name[1])
    if not said:
        return 1.0
    start = max(paragraph.sentence_at(person.name[0])[0], person.name[0] - _BEFORE)
    end = said.end("apposition") if said["apposition"] else person.name[1]
    key = reading.matcher.key
    described = {key(unit) for unit in paragraph.units_in((start, end))}
    asked = {key(unit) for unit in question.content if not unit.is_light}
    return 1.0 if asked & described else SPEAKS
