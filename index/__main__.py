"""The command line: python -m index build | add | sync | remove | status | show."""

import argparse
import json
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.errors import ReportsError, StoreError
from index.generation import DEFAULT_INDEX
from index.interrupts import INTERRUPTED, Interrupted, interruptible

if TYPE_CHECKING:
    from index.report import Report
    from index.store import Index

# The rest is imported where it is used: wrong usage is told, and Ctrl-C answered, at once.

_LISTED = 50
_BAR = (
    "{desc} {percentage:3.0f}%|{bar}| {n_fmt}/{total_fmt}{unit}, {rate_noinv_fmt}, còn {remaining}"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 1 failed, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        # File names need not be UTF-8, and terminals need not understand Vietnamese.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        with interruptible():
            status: int = options.run(options)
        sys.stdout.flush()
        return status
    except ReportsError as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        return 1
    except Interrupted:
        print("Đã dừng theo yêu cầu; chỉ mục cũ còn nguyên.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return 1


def _build(options: argparse.Namespace) -> int:
    from index.encoder import open_encoder
    from index.stale import why_stale
    from index.update import build

    if options.if_stale:
        reason = why_stale(options.corpus, options.index)
        wanted = options.encoder or _encoder_name(options.index)
        if reason is None and wanted == _encoder_name(options.index):
            print(f"Chỉ mục {options.index} đã đúng với {options.corpus}, không cần dựng lại.")
            return 0
        if reason:
            print(f"Dựng chỉ mục: {reason}", file=sys.stderr)
    with _Bars() as bars:
        encoder = open_encoder(options.encoder or _encoder_name(options.index), bars.say)
        report = build(options.corpus, options.index, encoder, bars.show)
    return _print_report(report)


def _add(options: argparse.Namespace) -> int:
    from index.update import add

    with _Bars() as bars:
        report = add(options.paths, options.index, None, bars.show, options.corpus)
    status = _print_report(report)
    nothing_done = not (report.added or report.changed or report.unchanged)
    return 1 if report.skipped and nothing_done else status


def _sync(options: argparse.Namespace) -> int:
    from index.update import sync

    with _Bars() as bars:
        return _print_report(sync(options.folder, options.index, None, bars.show, options.corpus))


def _remove(options: argparse.Namespace) -> int:
    from index.store import Index
    from index.update import remove

    with Index.open(options.index) as index:
        names = [_stored_name(index, name) for name in options.documents]
    with _Bars() as bars:
        report = remove(names, options.index, bars.show)
    status = _print_report(report)
    return 1 if report.skipped and not report.removed else status


def _status(options: argparse.Namespace) -> int:
    from index.store import Index

    with Index.open(options.index, thorough=True) as index:
        manifest = index.manifest
        names = list(index.documents)
        facts = {
            "index": str(options.index),
            "documents": manifest.documents,
            "passages": manifest.passages,
            "copies": manifest.copies,
            "encoder": manifest.encoder,
            "generation": manifest.generation,
            "size": index.size,
            "created": manifest.created,
            "splitter": manifest.splitter,
            "warning": index.warning,
            "names": names,
        }
    if options.json:
        return _print_json(facts)
    print(f"Chỉ mục     {options.index} (thế hệ {manifest.generation}, {manifest.created})")
    copies = f" ({manifest.copies} là bản sao của bài khác)" if manifest.copies else ""
    print(f"Tài liệu    {manifest.documents}{copies}")
    print(f"Đoạn        {manifest.passages} ({manifest.splitter})")
    print(f"Bộ mã hoá   {manifest.encoder['name']} ({manifest.encoder['dimension']} chiều)")
    print(f"Dung lượng  {index.size / 1e6:.1f} MB")
    for name in names[:_LISTED]:
        print(f"  {name}")
    if len(names) > _LISTED:
        print(f"  … và {len(names) - _LISTED} tài liệu nữa; xem đủ với --json")
    if index.warning:
        print(index.warning, file=sys.stderr)
    return 0


def _show(options: argparse.Namespace) -> int:
    from index.store import Index

    with Index.open(options.index) as index:
        document = index.document(_stored_name(index, options.document))
        story = {
            "copy_of": index.original_of(document.id),
            "copies": list(index.copies_of(document.id)),
        }
        spans = [
            {"start": passage.start, "end": passage.end}
            for passage in index.passages(index.passages_of(document.id))
        ]
    if options.json:
        return _print_json({**asdict(document), **story, "passages": spans})
    for name, value in asdict(document).items():
        if name not in ("text", "found") and value:
            found = document.found.get(name)
            print(f"{name}: {value}" + (f"  ← {found!r}" if found else ""))
    for name, said in story.items():
        if said:
            print(f"{name}: {said}")
    print(f"passages: {len(spans)}\n\n{document.text}")
    return 0


def _encoder_name(path: Path) -> str:
    """The encoder an index has; the default where there is no whole index."""
    from index.encoder import DEFAULT
    from index.store import Index

    try:
        with Index.open(path) as index:
            return str(index.manifest.encoder["name"])
    except StoreError:
        return DEFAULT


def _stored_name(index: "Index", name: str) -> str:
    """The id as the index spells it: ids are composed (NFC), what is typed need not be."""
    return name if name in index.documents else unicodedata.normalize("NFC", name)


def _print_json(value: dict[str, Any]) -> int:
    print(json.dumps(value, ensure_ascii=False, indent=2))
    return 0


def _print_report(report: "Report") -> int:
    kinds = {
        "thêm": report.added,
        "đổi": report.changed,
        "giữ nguyên": report.unchanged,
        "gỡ": report.removed,
        "bỏ qua": report.skipped,
    }
    for name, reason in report.skipped:
        print(f"Bỏ qua {name}: {reason}", file=sys.stderr)
    counts = ", ".join(f"{kind} {len(names)}" for kind, names in kinds.items() if names)
    print(
        f"Thế hệ {report.generation}: {report.documents} tài liệu"
        f"{f', {report.copies} là bản sao' if report.copies else ''}, {report.passages} đoạn"
        f" ({counts or 'không có gì đổi'}; mã hoá {report.encoded} đoạn;"
        f" {report.seconds:.1f} giây)"
    )
    return 0


class _Bars:
    """A progress bar on stderr for each stage, gone when the stage is done."""

    def __enter__(self) -> "_Bars":
        self._stage = ""
        self._bar: Any = None
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def show(self, stage: str, done: int, total: int) -> None:
        from tqdm import tqdm

        from index.update import READING
        from index.writer import COMPARING

        if stage != self._stage:
            self.__exit__()
            self._stage = stage
            # In a log there is no bar to redraw: only long stages show, a line now and then.
            calm = {} if sys.stderr.isatty() else {"delay": 2, "mininterval": 5}
            self._bar = tqdm(
                total=total,
                desc=stage,
                unit={READING: " tệp", COMPARING: " bài"}.get(stage, " đoạn"),
                bar_format=_BAR,
                smoothing=0.05,  # long texts come first, and would foretell too long a wait
                leave=False,
                file=sys.stderr,
                **calm,
            )
        self._bar.update(done - self._bar.n)

    def say(self, line: str) -> None:
        print(line, file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m index", description="Chỉ mục báo cáo")
    commands = parser.add_subparsers(required=True, metavar="LỆNH")

    def command(name: str, run: Any, text: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=text, description=text)
        added.add_argument(
            "--index", type=Path, default=DEFAULT_INDEX, metavar="DIR", help="thư mục chỉ mục"
        )
        added.set_defaults(run=run)
        return added

    def corpus(added: argparse.ArgumentParser) -> None:
        added.add_argument(
            "--corpus", type=Path, default=Path("corpus"), metavar="DIR", help="thư mục báo cáo"
        )

    building = command("build", _build, "dựng chỉ mục từ thư mục báo cáo")
    corpus(building)
    building.add_argument("--encoder", metavar="NAME", help="tên hoặc thư mục mô hình")
    building.add_argument("--if-stale", action="store_true", help="chỉ dựng khi báo cáo đã đổi")
    adding = command("add", _add, "thêm hoặc cập nhật tệp, thư mục")
    corpus(adding)
    adding.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    syncing = command("sync", _sync, "thêm, cập nhật và gỡ cho khớp với một thư mục")
    corpus(syncing)
    syncing.add_argument("folder", type=Path, metavar="DIR")
    removing = command("remove", _remove, "gỡ tài liệu khỏi chỉ mục")
    removing.add_argument("documents", nargs="+", metavar="DOCUMENT")
    for shown in (
        command("status", _status, "số tài liệu, số đoạn, bộ mã hoá, thế hệ, dung lượng"),
        showing := command("show", _show, "một tài liệu như đã lập chỉ mục"),
    ):
        shown.add_argument("--json", action="store_true", help="in JSON")
    showing.add_argument("document", metavar="DOCUMENT")
    return parser


if __name__ == "__main__":
    sys.exit(main())
