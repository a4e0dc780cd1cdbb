"""Errors of what the pages keep and do; see `index.errors` for the tree they belong to."""

from index.errors import ReportsError


class RecordsError(ReportsError):
    """The file of records cannot be opened, read or written."""
