"""Vectors of passages: stored in parts, and the nearest to a question found with FAISS.

Each part lies in files named by its first row, so that what is added later is a new part beside
the old ones. A small part is searched exactly (`index.vectors.exact`), a large one by short codes
and then exactly among the best of them (`index.vectors.coded`).
"""

from index.vectors.files import files_of, first_row, part_files, write_part
from index.vectors.search import VectorIndex

__all__ = ["VectorIndex", "files_of", "first_row", "part_files", "write_part"]
