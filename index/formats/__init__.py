"""Reading of files by format: one module a family, chosen by what a file holds.

Nothing here is imported for asking, and no reader's library before a file needs it.
"""

# suffix → module and function; those of ISOLATED run in a process of their own.
ISOLATED = {
    ".docx": ("office", "read_docx"),
    ".pptx": ("office", "read_pptx"),
    ".rtf": ("office", "read_rtf"),
    ".xlsx": ("spreadsheet", "read_xlsx"),
    ".ole": ("legacy", "read_ole"),
    ".pdf": ("pages", "read_pdf"),
    ".png": ("pages", "read_image"),
    ".jpg": ("pages", "read_image"),
    ".tif": ("pages", "read_image"),
    ".html": ("web", "read_html"),
}
TEXT = frozenset({".txt", ".md", ".csv"})
# What people call a file, where it differs from the reader's name.
ALIASES = {
    ".htm": ".html",
    ".jpeg": ".jpg",
    ".tiff": ".tif",
    ".doc": ".ole",
    ".xls": ".ole",
    ".ppt": ".ole",
}
SUFFIXES = frozenset((TEXT | ISOLATED.keys() | ALIASES.keys()) - {".ole"})
