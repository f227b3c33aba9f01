"""Hold the figures that a script draws against the committed ones."""

from __future__ import annotations

import re
from pathlib import Path

from support.runner import UPDATE, SnippetError, name_of, write_whole

NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
HASH = re.compile(r"#?\b[mpc][0-9a-f]{10}\b")  # names of shapes, made of their coordinates
TOLERANCE = 1.0  # in points; a figure is some 400 wide


def check_figures(script: Path, folder: Path, *, update: bool) -> None:
    """Compare each SVG that a script has drawn with the one beside the script, or put it there.

    Args:
        script: the script that ran.
        folder: in which it ran.
        update: take the figures as they come, where they have changed by more than the tolerance.

    Raises:
        SnippetError: a figure that is not there, or shows something else.
    """
    for drawn in sorted(folder.glob("*.svg")):
        committed, new = script.with_name(drawn.name), drawn.read_text(encoding="utf-8")
        old = committed.read_text(encoding="utf-8") if committed.exists() else ""
        if difference := first_difference(old, new):
            if not update:
                raise SnippetError(
                    f"{name_of(committed)}: {name_of(script)} draws another figure: {difference}. {UPDATE}"
                )
            write_whole(committed, new)


def first_difference(old: str, new: str) -> str | None:
    """Return where two SVGs differ by more than another version of matplotlib would make them, or None."""
    texts = [re.findall(r"<text[^>]*>([^<]*)</text>", svg) for svg in (old, new)]
    if texts[0] != texts[1]:
        return f"its text was {texts[0]} and is {texts[1]}"
    colors = [re.findall(r"(?:fill|stroke): ([^;\"]+)", svg) for svg in (old, new)]
    if colors[0] != colors[1]:
        return f"its colors were {sorted(set(colors[0]))} and are {sorted(set(colors[1]))}, or others have them"
    paths = [_numbers(svg) for svg in (old, new)]
    if len(paths[0]) != len(paths[1]):
        return f"it had {len(paths[0])} numbers and has {len(paths[1])}"
    for a, b in zip(*paths, strict=True):
        if abs(a - b) > TOLERANCE:
            return f"something was at {a} and is at {b}"
    return None


def _numbers(svg: str) -> list[float]:
    """Return the numbers of the shapes in an SVG, in their order."""
    return [float(number) for number in NUMBER.findall(HASH.sub("", re.sub(r'\bid="[^"]*"|#[0-9a-f]{6}', "", svg)))]
