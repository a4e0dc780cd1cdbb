"""Bodies and groups by their kind, as reports call them without a name: "UBND các huyện", "các đơn vị"."""

from functools import lru_cache

from qa.words.wordlists import any_of, words

# Nouns of bodies beside the groups that do things.
_BODIES = (
    r"(?:ubnd|ủy ban nhân dân|hđnd|sở|ban|ngành|cơ quan|đơn vị|trường|trạm y tế|trạm|bệnh viện|phòng|trung tâm|chi cục"
    r"|cấp (?:xã|huyện|tỉnh|cơ sở|thôn)|tuyến (?:xã|huyện)|địa phương|tổ|đội|điểm trường|nhà văn hóa|bưu cục)"
)
# Those who lead them, called by no office.
LEADERS = r"(?:thủ trưởng|người đứng đầu|lãnh đạo|cấp ủy|cấp uỷ|chính quyền|thành viên)"


@lru_cache(maxsize=1)
def group() -> str:
    """A pattern of the nouns that bodies and groups are called by."""
    return rf"(?:{_BODIES}|{any_of(words('groups.txt'))})"
