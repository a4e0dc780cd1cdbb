"""Thanks, greetings and other talk that asks the reports for nothing: it is met with silence."""

import re

from index.vietnamese import fold
from qa.words.spelt import Spelt

# Words without accents; a text is talk if it has no others, and one at least of the telling ones.
_PHRASES = (
    "cam on|xin cam on|thanks|thank you|thank|thanks you|tks|thks|xin chao|chao|hello|hi|hey|alo|tam biet|bye|hen gap lai"
    "|hay lam|hay qua|tot lam|tot qua|gioi lam|gioi qua|gioi that|tuyet voi|tuyet|xuat sac|qua dinh|dinh qua|huu ich"
    "|bo ich|chinh xac|dung roi|duoc roi|hieu roi|biet roi|sai roi|sai bet|khong dung|chua dung|do qua|te qua|chan qua"
    "|xin loi|lam phien|chuc|ngu ngon|haha|hihi|hehe|ok|oke|okay|oki|uh|vang|da vang|khoe khong|vui qua|buon qua"
    "|thong minh|de thuong|nhiet tinh|hai long|cho hoi ti|hoi ti|noi chuyen|ke chuyen cuoi|chuyen cuoi|dep qua"
)
# These are talk only where whoever answers is meant: "Bạn là ai?", not "Người đó là ai?".
_OF_IT = (
    "la ai|ten gi|ten la gi|may tuoi|lam duoc gi|giup duoc gi|giup gi|biet gi|biet lam gi|lam gi duoc|tao ra|lam ra"
    "|hieu toi|hieu minh|the nao"
)
_IT = Spelt(r"\b(?:bạn|bot|chatbot|trợ lý|admin)\b")
_WORDS = frozenset(
    "ban em anh chi ad admin bot chatbot tro ly minh toi tui con chau bac co chu ong ba ai gi a nhe nha nhi vay the"
    " nhieu lam qua rat that da roi cua la oi u vang nao cho giup do ho tro tra loi cau thong tin hoi mot ngay vui ve"
    " tot lanh lan nua va hay nhanh duoc co the gui toi di xin nay do khong hom troi suc khoe moi cac"
    " voi nghe gap lai".split()
)
_TELLING = re.compile(rf"(?<!\w)(?:{_PHRASES})(?!\w)")
_TELLING_OF_IT = re.compile(rf"(?<!\w)(?:{_PHRASES}|{_OF_IT})(?!\w)")
_WORD = re.compile(r"\w+")
LONGEST = 14


def is_courtesy(text: str) -> bool:
    """Whether a text only thanks, greets, praises or asks who answers."""
    plain = " ".join(_WORD.findall(fold(text)))
    if plain.count(" ") >= LONGEST:
        return False
    telling = _TELLING_OF_IT if _IT.search(text) else _TELLING
    left = telling.sub(" ", plain)
    return left != plain and all(word in _WORDS for word in left.split())
