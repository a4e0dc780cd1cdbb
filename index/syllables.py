"""What a Vietnamese syllable may look like: enough to tell a word from a wrongly decoded one."""

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ONSET = "ngh|nh|ng|gh|gi|kh|ph|qu|th|tr|ch|b|c|d|đ|g|h|k|l|m|n|p|q|r|s|t|v|x"
# Vowels with the consonants that may follow them; nothing follows those of the first line.
_RHYME = (
    "ai|ao|au|ay|âu|ây|eo|êu|ia|iu|iêu|yêu|oi|ôi|ơi|oai|oay|oao|oeo|ua|ưa|ui|ưi|ưu|ươi|ươu|uôi|uây"
    "|uya|uyu|uê|uơ|uy|oa|oe|ya|y|yê|iê"
    "|(?:a|ă|â|e|i|o|ô|ơ|u|ư|oa|oă|uâ|iê|yê|uô|ươ|uyê|uy|uê|oe|oo|ê|y)(?:ch|nh|ng|c|m|n|p|t)"
    "|a|e|ê|i|o|ô|ơ|u|ư"
)
_SYLLABLE = re.compile(rf"(?:{_ONSET})?(?:{_RHYME})")
_LETTERS = re.compile(r"[^\W\d_]+")
_ALPHABET = frozenset("abcdeghiklmnopqrstuvxyăâêôơưđ" + "fjwz")


@lru_cache(maxsize=65536)
def is_vietnamese(word: str) -> bool:
    """Whether each run of letters in a word is a syllable, or could be a Vietnamese short form."""
    return all(_is_syllable(run) for run in _LETTERS.findall(word))


def _is_syllable(run: str) -> bool:
    if run.isascii():
        return True
    bare = _without_tone(run)
    if bare is None:
        return False
    if not (run.islower() or run.isupper() or (run[0].isupper() and run[1:].islower())):
        return False
    return _SYLLABLE.fullmatch(bare) is not None or (run.isupper() and len(run) > 1)


def _without_tone(run: str) -> str | None:
    """Lower case without its tone; None with two tones or a letter that is not Vietnamese."""
    letters, tones = [], 0
    for character in unicodedata.normalize("NFD", run.lower()):
        if character in _TONES:
            tones += 1
        else:
            letters.append(character)
    bare = unicodedata.normalize("NFC", "".join(letters))
    return bare if tones <= 1 and set(bare) <= _ALPHABET else None
