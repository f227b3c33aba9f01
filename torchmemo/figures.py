"""Figures that a page can show in light and dark, in either language."""

from __future__ import annotations

import io
import re
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ORANGE, BLUE, GREY = "#d8431f", "#3b7dd8", "#8a8a8a"  # each to be told from light and from dark ground


def to_svg(figure: Figure) -> str:
    """Return a figure as SVG, the same text for the same figure.

    What is black becomes the color of the text around it, so that the figure fits light and dark; the ground is left
    out. Text stays text, drawn with the reader's fonts: it can be searched and read aloud, and Hangul needs no font
    here.

    Args:
        figure: of matplotlib.

    Source:
        matplotlib 3.11 documentation, rcParams svg.fonttype and svg.hashsalt.
    """
    import matplotlib

    drawn = io.StringIO()
    with matplotlib.rc_context({"svg.fonttype": "none", "svg.hashsalt": "torchmemo"}), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing from font")  # the reader's fonts have it
        figure.savefig(drawn, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    svg = drawn.getvalue()
    svg = svg[svg.index("<svg ") :]
    svg = re.sub(r"<metadata>.*?</metadata>\s*|<style.*?</style>\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font(?:-family)?: [^;\"]*(?:px )?'[^;\"]*", lambda found: _size(found[0]), svg)
    svg = svg.replace("#000000", "currentColor")
    return svg.replace("<svg ", '<svg fill="currentColor" stroke-linejoin="round" font-family="inherit" ', 1)


def save_svg(figure: Figure, path: str | Path) -> None:
    """Write a figure as SVG, as `to_svg` gives it.

    Args:
        figure: of matplotlib.
        path: of the file, ending in ``.svg``.

    Raises:
        ValueError: another ending.
    """
    if Path(path).suffix != ".svg":
        raise ValueError(f"path must end in .svg, not {Path(path).name}")
    Path(path).write_text(to_svg(figure), encoding="utf-8")


def _size(font: str) -> str:
    """Return the size alone of a font in CSS, which matplotlib writes with its family or without."""
    size = re.search(r"([\d.]+)px", font)
    return f"font-size: {size[1]}px" if size else "font-family: inherit"
