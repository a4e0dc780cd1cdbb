"""What staff state of a report, in the file beside it that `index.sidecar` reads."""

from collections.abc import Mapping
from pathlib import Path

import tomlkit

from index.errors import DocumentError
from index.sidecar import FIELDS, SUFFIX, beside, read_sidecar

_NOTE = "Thông tin do người quản lý ghi; đứng trên mọi điều đọc được từ tệp."


def facts_path(report: Path) -> Path:
    """The file in which the facts of a report are written."""
    return report.with_name(report.name + SUFFIX)


def stated_facts(report: Path) -> dict[str, str]:
    """What is stated beside a report; nothing when there is no file, or one that is not read."""
    path = beside(report)
    try:
        return read_sidecar(path) if path else {}
    except DocumentError:
        return {}


def facts_text(facts: Mapping[str, str]) -> str:
    """Facts as TOML, in the order of `FIELDS`; empty ones are left out."""
    document = tomlkit.document()
    document.add(tomlkit.comment(_NOTE))
    for name in FIELDS:
        if facts.get(name):
            document.add(name, tomlkit.string(facts[name]))
    return tomlkit.dumps(document)


def changed_facts(
    stated: Mapping[str, str], shown: Mapping[str, str], entered: Mapping[str, str]
) -> dict[str, str]:
    """What is to be stated from now on, given a form that showed `shown` and came back as `entered`.

    A field left as it was shown stays stated or not stated; an emptied one is stated no more, so
    that what is read from the report counts again.
    """
    facts = dict(stated)
    for name, value in entered.items():
        if value == shown.get(name, ""):
            continue
        if value:
            facts[name] = value
        else:
            facts.pop(name, None)
    return facts
