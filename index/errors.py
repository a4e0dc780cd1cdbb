"""Everything that can go wrong with reports, as one tree.

ReportsError
├── DocumentError   a file could not be read as a report
├── EncoderError    a model could not be loaded, or is not the index's
└── StoreError      an index is missing, damaged or could not be written
    ├── IndexMissingError     nothing has been built there yet
    ├── IndexDamagedError     a file of it is missing, altered or of another version
    ├── IndexBusyError        another process is writing it
    ├── EncoderMismatchError  it was built with another encoder
    └── UnknownDocumentError  it holds no document of that id

Each message is one Vietnamese line that names the thing, what is wrong and what to do.
"""


class ReportsError(Exception):
    """Base of all errors whose message can be shown to a user as it is."""


class DocumentError(ReportsError):
    """A file could not be read as a report."""


class EncoderError(ReportsError):
    """A model could not be loaded, or is not the one the index was built with."""


class StoreError(ReportsError):
    """An index is missing, damaged or could not be written."""


class IndexMissingError(StoreError):
    """Nothing has been built there yet."""


class IndexDamagedError(StoreError):
    """A file of the index is missing, altered or of another version."""


class IndexBusyError(StoreError):
    """Another process is writing the index."""


class EncoderMismatchError(StoreError):
    """The index was built with another encoder."""


class UnknownDocumentError(StoreError):
    """The index holds no document of that id."""
