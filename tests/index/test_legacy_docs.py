"""Real government files in fonts of before Unicode, where they are at hand."""

import os
from pathlib import Path

import pytest

from benchmarks.legacy import measured
from tests.index.files import needs_libreoffice

FOLDER = Path(os.environ.get("HOIDAP_LEGACY_DOCS", "../shared/legacy-docs"))


@needs_libreoffice
@pytest.mark.slow
@pytest.mark.skipif(not FOLDER.is_dir(), reason="the files are not part of the project")
def test_their_letters_come_out_right() -> None:
    results = measured(FOLDER)
    assert [one.reason for one in results if one.reason] == []
    assert sum(one.right for one in results) / len(results) >= 0.985
