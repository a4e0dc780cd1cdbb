"""How many of the accented words of real old files are read right, against their transcripts.

    python -m benchmarks.legacy FOLDER

Beside each file FILE.EXT stands its transcript FILE.EXT.txt. A word counts when it is in the
document as often as in the transcript, whatever the order: tables are written out row by row.
"""

import argparse
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from index.documents import read_document
from index.errors import DocumentError
from index.vietnamese import has_diacritics, normalize, tokens


@dataclass(frozen=True, slots=True)
class Result:
    """A file's share of accented words read right (0-1), seconds, and why it was not read."""

    name: str
    right: float
    seconds: float
    words: int
    reason: str = ""


def measured(folder: Path) -> list[Result]:
    """The files of a folder that have a transcript, read."""
    results = []
    for path in sorted(folder.iterdir()):
        transcript = path.with_name(f"{path.name}.txt")
        if not transcript.is_file():
            continue
        began = time.monotonic()
        wanted = _accented(transcript.read_text(encoding="utf-8"))
        try:
            found, reason = _accented(read_document(path, folder).text), ""
        except DocumentError as error:
            found, reason = Counter(), str(error)
        right = (wanted & found).total() / max(1, wanted.total())
        seconds = time.monotonic() - began
        results.append(Result(path.name, right, seconds, wanted.total(), reason))
    return results


def _accented(text: str) -> Counter[str]:
    return Counter(token.key for token in tokens(normalize(text)) if has_diacritics(token.key))


def main() -> int:
    """Print the table; returns 1 when there is no file to read."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.legacy")
    parser.add_argument("folder", type=Path)
    results = measured(parser.parse_args().folder)
    if not results:
        print("no file with a transcript beside it", file=sys.stderr)
        return 1
    for one in results:
        print(f"{one.right:.4f} {one.words:6} words {one.seconds:5.1f} s  {one.name} {one.reason}")
    failed = sum(bool(one.reason) for one in results)
    mean = sum(one.right for one in results) / len(results)
    print(f"mean {mean:.4f} over {len(results)} files, {failed} not read")
    return 0


if __name__ == "__main__":
    sys.exit(main())
