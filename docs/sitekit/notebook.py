"""A lab's notebook as Markdown: its prose, code, outputs and figures, like any other page."""

from __future__ import annotations

import functools
import json
import re

from sitekit import ContentError
from sitekit.page import Page
from sitekit.project import Project, once
from sitekit.words import words

SVG = "image/svg+xml"


@once
def cells(project: Project, page: Page) -> list[dict]:
    """Return the cells of a notebook."""
    return _notebook(page)["cells"]


@functools.lru_cache(maxsize=64)  # from save to save
def _notebook(page: Page) -> dict:
    try:
        return json.loads(page.text)
    except ValueError as error:
        raise ContentError(f"{page.name} is no notebook ({error}): run `pytest -k labs --update-examples`") from None


@once
def drawings(project: Project, page: Page) -> dict[str, str]:
    """Return the SVG of each cell that draws, by the name of the file that the Markdown gives it."""
    return {
        f"{cell['id']}.svg": _text(output["data"][SVG])
        for cell in cells(project, page)
        for output in cell.get("outputs", [])
        if SVG in output.get("data", {})
    }


def markdown(project: Project, page: Page) -> str:
    """Return a notebook as a page: the headings with the names of their cells as ids, the outputs after their code."""
    parts = []
    rows = cells(project, page)
    for index, cell in enumerate(rows):
        source = _text(cell["source"])
        if cell["cell_type"] == "markdown":
            heading = source.startswith("#")
            parts.append(re.sub(r"\A(#.*)", rf"\1 {{ #{cell['id']} }}", source) if heading else source)
            continue
        parts.append(f"```python\n{source}\n```")
        for output in cell["outputs"]:
            if "text" in output:
                parts.append(f"``` {{ .text .tm-result }}\n{_text(output['text']).rstrip()}\n```")
            elif SVG in output.get("data", {}):
                parts.append(f"![{_caption(rows[index + 1 :])}](../figures/{page.key}/{cell['id']}.svg)")
    lab = page.key.rpartition("/")[2]
    torch = _notebook(page)["metadata"]["torchmemo"]["torch"]
    parts.insert(1, words(project, page.language)["lab.download"].format(file=f"{lab}/{lab}.ipynb", torch=torch))
    return "\n\n".join(parts) + "\n"


def _text(lines: str | list[str]) -> str:
    return lines if isinstance(lines, str) else "".join(lines)


def _caption(after: list[dict]) -> str:
    """Return the prose after a figure, up to the end of its first paragraph: it says what is to be seen."""
    prose = next((_text(cell["source"]) for cell in after if cell["cell_type"] == "markdown"), "")
    paragraph = next((part for part in prose.split("\n\n") if not part.startswith("#")), "")
    return " ".join(re.sub(r"[`$*\[\]]", "", paragraph).split())
