"""Every benchmark can still be started: it imports what it measures."""

import importlib
import pkgutil

import pytest

import benchmarks


@pytest.mark.parametrize(
    "name", sorted(one.name for one in pkgutil.iter_modules(benchmarks.__path__))
)
def test_it_is_imported(name: str) -> None:
    importlib.import_module(f"benchmarks.{name}")
