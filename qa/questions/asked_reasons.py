"""How a reason is asked for: "vì sao", "nhờ đâu", "Điều gì khiến …".

Rules as those of `qa.questions.asking`, written with accents.
"""

# "sao y", "sao kê": copies, no reason.
_COPIED = r"(?:y|kê|chép|chụp|lưu|lục|in|vàng|đỏ)"

REASON_RULES: tuple[tuple[str, str], ...] = (
    ("reason", r"(?P<focus>\b(?:vì sao|tại sao|vì đâu|do đâu|(?<=là )tại đâu|sao lại|vì l[ýí] do gì|vì lẽ gì|cớ gì"
               r"|cớ sao|nhờ (?:vào )?đâu|nhờ gì|(?:nhằm )?mục đích gì|nhằm (?:mục đích )?gì|để làm gì)\b)"),
    ("reason", r"(?P<focus>\b(?:(?:là|bởi|tại) )?vì (?:điều |cái |chuyện )?gì)\W*$"),
    ("reason", r"(?P<focus>\b(?:là|bởi) (?:vì|tại|do) (?:điều |cái |chuyện )?gì)\b"),
    # What brought it about is asked for: "Điều gì khiến …", "Đâu là gốc rễ khiến …".
    ("reason", r"(?P<focus>\b(?:điều gì|cái gì|chuyện gì|yếu tố (?:nào|gì)|gì)\b)"
               r" (?:đã |mà |đang |cũng )?(?:khiến|làm cho|dẫn (?:đến|tới)|gây (?:ra|nên)|cản trở|thúc đẩy)\b"),
    ("reason", r"^\W*(?P<focus>đâu là)\b.{0,24}\b(?:khiến|dẫn (?:đến|tới)|làm cho|gây ra|của việc|cốt lõi|gốc rễ)\b"),
    ("reason", r"(?P<focus>\b(?:gốc rễ|căn nguyên|cội nguồn|nguồn cơn|duyên cớ|căn cớ|cơn cớ)\b)(?=.*\b(?:gì|nào|đâu)\b"
               r"|.*\b(?:khiến|của việc)\b)"),
    ("reason", rf"(?:^\W*|,\s|\b(?:mà|nhưng) )(?P<focus>sao)\b(?! (?:cho|{_COPIED})\b)"),
    # "thì sao" asks what follows only where the question ends.
    ("reason", r"\bthì (?P<focus>sao)\b(?= [^\s,?]+ [^\s,?]+)"),
    ("reason", r"(?<!ra )(?<!làm )(?<!tính )(?<!ngôi )(?<!\d )(?<!hai )(?<!ba )(?<!bốn )(?<!năm )(?P<focus>\bsao)\b"
               r"(?= (?:vẫn|còn|cứ|chưa|không|chẳng|mãi|hay) [^\s,?]+)"
               r"(?!.*\b(?:ai|gì|nào|đâu|bao nhiêu|mấy)\b)"),
    # "Cơ quan nào tìm ra nguyên nhân", "vắng không lý do bị xử thế nào" ask for something else.
    ("reason", r"^(?!.*\b(?:ai|nào|bao nhiêu|mấy)\b.*\b(?:nguyên nhân|lý do|lí do|nguyên do)\b)"
               r".*?(?P<focus>(?<!không )(?<!không có )\b(?:nguyên nhân|lý do|lí do|nguyên do)\b)"),
)  # fmt: skip
