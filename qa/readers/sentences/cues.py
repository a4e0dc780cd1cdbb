"""Words that open and close the part of a sentence that answers, by what is asked for."""

from index.vietnamese import tokens


def _keys(words: str) -> frozenset[str]:
    return frozenset(token.key for token in tokens(words))


def _weighed(**weights: str) -> dict[str, float]:
    return {
        key: float(name.removeprefix("w").replace("_", "."))
        for name, words in weights.items()
        for key in _keys(words)
    }


# Behind these words the answer begins; how much that tells.
OPENERS: dict[str, dict[str, float]] = {
    "any": _weighed(
        w1_0="là gồm",
        w0_6="như thành bởi do tại ở bằng với về từ cho gọi đạt theo trên vào",
        w0_4="được có phải cần bị khoảng đã sẽ của nhờ để nhằm trong",
    ),
    "definition": _weighed(w1_8="là"),
    "name": _weighed(w1_2="là gọi tên"),
    "place": _weighed(w1_2="ở tại trên từ giữa thuộc đến", w0_9="vào bởi trong"),
    "reason": _weighed(w1_4="vì do bởi nhờ nhằm để"),
    "list": _weighed(w1_4="gồm là như"),
    "number": _weighed(w1_0="khoảng gần hơn là tới đạt đến có thứ"),
    "time": _weighed(w0_9="vào từ trong", w0_6="khi nếu"),
}
# Before these words it may end.
IS = _keys("là")
ENDS = _keys(
    "là để nhưng mà trong ở tại khi với vào do bởi của được sẽ đã có cho từ nên theo và đang nhằm vì trên nếu còn thì"
)
# These end with their clause.
WHOLE = frozenset({"reason", "list", "clause"})
# An answer neither begins nor ends with these.
LINKS = _keys("là thì và mà của rằng này đó cũng")
# With these an answer to "khi nào" begins.
TIME_OPENERS = _keys("khi sau trước đầu cuối trong nếu lúc vài mỗi hai ba")
# What it costs an answer to go on behind a comma.
COMMAS = {"list": 0.05, "clause": 0.15, "reason": 0.15, "definition": 0.35}
NUMBER_WORDS = _keys("một hai ba bốn sáu bảy tám chín mười")
# Units of a typical answer, its spread, the longest one looked at.
LENGTHS: dict[str, tuple[float, float, int]] = {
    "person": (3, 0.8, 12),
    "name": (3, 0.8, 14),
    "place": (5, 0.8, 20),
    "number": (2, 0.7, 10),
    "time": (4, 0.8, 14),
    "definition": (9, 0.9, 40),
    "reason": (13, 0.8, 45),
    "list": (18, 1.0, 80),
    "clause": (22, 1.0, 80),
    "phrase": (12, 1.2, 60),
}
