"""Errors of asking; see `index.errors` for the tree they belong to."""

from index.errors import ReportsError


class QuestionError(ReportsError):
    """A question that cannot be read: empty, without words, or too long."""
