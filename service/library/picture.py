"""A chart as a picture to keep, drawn on this machine without a browser or a network."""

from functools import lru_cache
from importlib.resources import as_file, files
from typing import Any

FONT = "Be Vietnam Pro"  # has every Vietnamese letter, which a server's own fonts may not
SHARPNESS, WIDTH = 2.0, 760
_LOOK: dict[str, Any] = {
    "background": "#ffffff",
    "font": FONT,
    "padding": 20,
    "axis": {"labelFontSize": 13, "titleFontSize": 13, "labelFont": FONT, "titleFont": FONT},
    "legend": {"labelFontSize": 13, "labelFont": FONT},
    "title": {"fontSize": 18, "anchor": "start", "offset": 12, "font": FONT},
    "text": {"fontSize": 13, "font": FONT},
    "view": {"stroke": None},
}


def as_png(chart: dict[str, Any], title: str, locale: dict[str, Any] | None = None) -> bytes:
    """A Vega-Lite chart as PNG, titled, on white. Raises ValueError when it cannot be drawn.

    locale: how numbers are written, as d3-format has it; None for the English way.
    """
    import vl_convert  # slow to import, and only those who ask for a picture need it

    _register_font()
    titled = {**chart, "title": title, "width": WIDTH, "config": _LOOK}
    return vl_convert.vegalite_to_png(
        titled, scale=SHARPNESS, allowed_base_urls=[], format_locale=locale
    )


@lru_cache(maxsize=1)
def _register_font() -> None:
    import vl_convert

    with as_file(files("fontpkg_be_vietnam_pro") / "files") as folder:
        vl_convert.register_font_directory(str(folder))
