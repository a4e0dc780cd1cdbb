"""What the reports hold, kept so that ten thousand of them can be browsed and compared.

`Library` follows an index: it keeps for each document what the list shows, the words it is found
by, and its figures. All of it is made from the index and can be made again.
"""

from service.library.library import Library

__all__ = ["Library"]
