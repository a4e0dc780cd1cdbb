"""Check the test questions against the reports they cite.

Usage: python tests/data/check.py   (exit status 1 if anything is wrong)
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
REAL, INVENTED = ROOT / "corpus", HERE / "reports"
# Every question about one of these reports is for reporting, the rest for tuning.
REPORT = tuple(str(number) for number in (*range(113, 121), *range(131, 135)))
KINDS = {
    "province",
    "number",
    "percent",
    "rank",
    "score",
    "money",
    "date",
    "person",
    "office",
    "organization",
    "document",
    "list",
    "yesno",
    "why",
    "how",
    "compare",
    "superlative",
    "count",
    "unanswerable",
}
FIELDS = {"id", "split", "kind", "question", "answers", "documents", "evidence"}
# Old tone placement -> new, so that "Hoà" and "Hòa" are one spelling.
OLD_NEW = [
    (vowels[0] + old, new + vowels[1])
    for vowels, olds, news in (
        ("oa", "àáảãạ", "òóỏõọ"),
        ("oe", "èéẻẽẹ", "òóỏõọ"),
        ("uy", "ỳýỷỹỵ", "ùúủũụ"),
    )
    for old, new in zip(olds, news, strict=True)
]


def fold(text: str) -> str:
    """NFC, runs of white space as one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def loose(text: str) -> str:
    """Folded, lower case, new tone placement."""
    text = fold(text).lower()
    for old, new in OLD_NEW:
        text = text.replace(old, new)
    return text


def load(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def check(row: dict[str, Any], texts: dict[str, str], extra: set[str]) -> list[str]:
    """What is wrong with one question."""
    wrong: list[str] = []
    missing = (FIELDS | extra) - row.keys()
    if missing:
        return [f"fields missing: {sorted(missing)}"]
    if row["kind"] not in KINDS:
        wrong.append(f"kind {row['kind']}")
    if row["split"] not in ("tune", "report"):
        wrong.append(f"split {row['split']}")
    docs, answers, evidence = row["documents"], row["answers"], row["evidence"]
    if row["kind"] == "unanswerable":
        if docs or answers or evidence:
            wrong.append("unanswerable, yet has an answer, document or evidence")
        return wrong
    if not (docs and answers and evidence):
        return [*wrong, "no answer, document or evidence"]
    unknown = [name for name in docs if name not in texts]
    if unknown:
        return [*wrong, f"no such document: {unknown}"]
    split = "report" if any(name.startswith(REPORT) for name in docs) else "tune"
    if row["split"] != split:
        wrong.append(f"split should be {split}")
    for span in evidence:
        if span != fold(span):
            wrong.append(f"evidence not folded: {span!r}")
        if not any(span in texts[name] for name in docs):
            wrong.append(f"evidence not in {docs}: {span!r}")
    wrong += [
        f"no evidence from {name}"
        for name in docs
        if not any(span in texts[name] for span in evidence)
    ]
    if row.get("computed"):
        return wrong if row["kind"] == "compare" else [*wrong, "only a comparison is computed"]
    if row["kind"] == "yesno":
        if answers not in (["Có"], ["Không"]):
            wrong.append(f"yesno answers {answers}")
        return wrong
    spans = [loose(span) for span in evidence]
    whole = [loose(texts[name]) for name in docs]
    wrong += [
        f"answer stands nowhere: {answer!r}"
        for answer in answers
        if not any(loose(answer) in text for text in spans + whole)
    ]
    # A province may be named by the title alone.
    named = row["kind"] == "province"
    if not named and not any(loose(answer) in span for answer in answers for span in spans):
        wrong.append("no answer in the evidence")
    if row["kind"] == "compare":
        wrong += [
            f"compared value not in the evidence: {answer!r}"
            for answer in answers
            if not any(loose(answer) in span for span in spans)
        ]
        if len(answers) < 2:
            wrong.append("compare needs two answers")
    return wrong


def main() -> int:
    texts: dict[str, str] = {}
    for path in sorted(REAL.glob("*.txt")) + sorted(INVENTED.glob("*.txt")):
        texts[path.name] = fold(path.read_text(encoding="utf-8"))
    questions, followups = load(HERE / "questions.jsonl"), load(HERE / "followups.jsonl")
    bad = 0
    seen: Counter[str] = Counter(row["id"] for row in questions + followups)
    asked: Counter[str] = Counter(loose(row["question"]) for row in questions)
    for what in [f"id twice: {key}" for key, n in seen.items() if n > 1] + [
        f"question twice: {key}" for key, n in asked.items() if n > 1
    ]:
        print(what)
        bad += 1
    for rows, extra in ((questions, {"corpus"}), (followups, {"history"})):
        for row in rows:
            wrong = check(row, texts, extra)
            if row.get("corpus") == "five" and any(
                not (REAL / name).exists() for name in row["documents"]
            ):
                wrong.append('corpus "five", yet cites an invented report')
            for what in wrong:
                print(f"{row['id']}: {what}")
                bad += 1
    print(f"{len(texts)} reports, {len(questions)} questions, {len(followups)} follow-ups")
    for field in ("split", "corpus", "kind"):
        print(f"questions by {field}:", dict(Counter(r[field] for r in questions).most_common()))
    for field in ("split", "kind"):
        print(f"follow-ups by {field}:", dict(Counter(r[field] for r in followups).most_common()))
    per_doc = Counter(name for r in questions for name in r["documents"])
    print("questions by report:", dict(sorted(per_doc.items())))
    print("wrong:", bad)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
