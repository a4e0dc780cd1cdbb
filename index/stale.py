"""Whether an index still holds its corpus as it is."""

from contextlib import closing
from pathlib import Path

from index.encoder import DEFAULT, open_encoder
from index.errors import StoreError
from index.generation import DEFAULT_INDEX, check_ours
from index.sources import corpus_sources
from index.store import Index
from index.writer import rules, stamp

DEFAULT_CORPUS = Path("corpus")


def why_stale(corpus: Path = DEFAULT_CORPUS, index: Path = DEFAULT_INDEX) -> str | None:
    """Why the index should be built anew, in Vietnamese; None when it holds the corpus as it is.

    Files are compared by size and time of change, and by content where those differ. Raises
    StoreError for a folder that is no index.
    """
    check_ours(index)
    try:
        opened = Index.open(index, thorough=True)
    except StoreError as error:
        return str(error)
    with closing(opened):
        if opened.warning:
            return opened.warning
        if opened.manifest.rules != rules():
            return "chương trình đọc báo cáo đã thay đổi"
        made_with = opened.manifest.encoder
        if made_with["name"] == DEFAULT and made_with != stamp(open_encoder()):
            return "bộ mã hoá đã thay đổi"
        indexed = {name: f for name, f in opened.database.files().items() if f.location is None}
    sources = corpus_sources(corpus, index, []) if corpus.is_dir() else []
    for source in sources:
        file = indexed.pop(source.id, None)
        if file is None:
            return f"{source.id}: tệp mới"
        same_times = (file.size, file.mtime_ns) == (source.size, source.mtime_ns)
        if not same_times and file.sha256 != source.file().sha256:
            return f"{source.id}: tệp đã thay đổi"
    gone = [name for name, file in indexed.items() if file.reason is None]
    return f"{gone[0]}: tệp không còn trong {corpus}" if gone else None
