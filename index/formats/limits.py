"""How much a file may cost before it is given up."""

import os
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on one file, each set by an environment variable `HOIDAP_MAX_…` (whole numbers).

    megabytes: size of a file. unpacked: megabytes that an office file may hold packed. pages and
    scanned: pages of a PDF, and those of them that need recognition. seconds: without a sign of
    progress. memory: megabytes of address space of the reading process and its helpers.
    """

    megabytes: int = 50
    unpacked: int = 400
    pages: int = 2000
    scanned: int = 300
    seconds: int = 120
    memory: int = 4000

    @classmethod
    def from_environment(cls) -> "Limits":
        """The limits as set; a value that is no whole number above zero is left aside."""
        given = {field.name: os.environ.get(variable(field.name), "") for field in fields(cls)}
        return cls(
            **{
                name: int(value)
                for name, value in given.items()
                if value.isascii() and value.isdecimal() and int(value)
            }
        )

    @property
    def bytes(self) -> int:
        return self.megabytes * 1_000_000


def variable(name: str) -> str:
    """The environment variable of a limit."""
    return f"HOIDAP_MAX_{name.upper()}"
