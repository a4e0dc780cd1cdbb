"""Every benchmark under one name: `python -m benchmarks` lists them, `… NAME` runs one."""

import ast
import runpy
import sys
from pathlib import Path

HERE = Path(__file__).parent


def commands() -> dict[str, str]:
    """The benchmarks by name, each with the line that says what it measures."""
    found = {}
    for path in sorted(HERE.glob("[!_]*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        if any(isinstance(part, ast.FunctionDef) and part.name == "main" for part in tree.body):
            found[path.stem] = (ast.get_docstring(tree) or "").partition("\n")[0]
    return found


def main() -> int:
    """List the benchmarks, or run the one named; returns the exit status."""
    known = commands()
    if len(sys.argv) > 1 and sys.argv[1] in known:
        name = f"benchmarks.{sys.argv.pop(1)}"
        runpy.run_module(name, run_name="__main__", alter_sys=True)
        return 0
    for name, line in known.items():
        print(f"python -m benchmarks {name:<12} {line}")
    return 0 if len(sys.argv) == 1 else 2


if __name__ == "__main__":
    sys.exit(main())
