"""Make notebooks of the labs' sources, run them, and hold the committed ones against the run."""

from __future__ import annotations

import copy
import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import jupytext
import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from sitekit.project import ROOT

from support.drawings import first_difference
from support.runner import UPDATE, SnippetError, name_of
from support.shell import ABORTED, ATTEMPTS

KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}
PRIVATE = re.compile(r"(?<![\w.~/:<])/[A-Za-z][\w.-]*/\S+|[A-Z]:\\\S+|\b0x[0-9a-f]{6,}\b")


def labs() -> list[Path]:
    """Return the labs' sources."""
    return sorted((ROOT / "examples" / "labs").glob("*.py"))


def committed(source: Path, language: str) -> Path:
    """Return where a lab's notebook in a language is kept."""
    return ROOT / "docs" / language / "labs" / f"{source.stem}.ipynb"


def digest(source: Path) -> str:
    """Return the SHA-256 of a lab's source."""
    return hashlib.sha256(source.read_text(encoding="utf-8").encode()).hexdigest()


def notebook(source: Path, language: str) -> nbformat.NotebookNode:
    """Return a lab as a notebook that has not run: its code, and its prose in one language.

    The source is a script in the percent format. A prose cell says its language and its name, which is the id of its
    heading: ``# %% [markdown] lang="ko" name="normal"``.

    Raises:
        SnippetError: prose without a language or a name, or that one language lacks.
    """
    cells, names = [], {"ko": [], "en": []}
    for cell in jupytext.reads(source.read_text(encoding="utf-8"), fmt="py:percent").cells:
        if cell.cell_type == "code":
            made = nbformat.v4.new_code_cell(cell.source)
            made["id"] = f"code-{sum(c.cell_type == 'code' for c in cells) + 1}"
            cells.append(made)
            continue
        if cell.metadata.get("lang") not in names or "name" not in cell.metadata:
            raise SnippetError(
                f"{name_of(source)}: a prose cell begins with {cell.source[:40]!r} and says not which it is: "
                'write # %% [markdown] lang="ko" name="..."'
            )
        names[cell.metadata["lang"]].append(cell.metadata["name"])
        if cell.metadata["lang"] == language:
            made = nbformat.v4.new_markdown_cell(cell.source)
            made["id"] = cell.metadata["name"]
            cells.append(made)
    if names["ko"] != names["en"] or len(set(names["ko"])) != len(names["ko"]):
        raise SnippetError(f"{name_of(source)}: give both languages the same cells, each once: {names}")
    made = nbformat.v4.new_notebook(cells=cells)
    made.metadata = {"kernelspec": KERNEL, "language_info": {"name": "python"}, "torchmemo": {"sha256": digest(source)}}
    return made


def run(made: nbformat.NotebookNode, folder: Path, torch: str, then: Callable | None = None) -> None:
    """Run a notebook in a folder from nothing, and put its outputs in.

    Args:
        made: the notebook, which has not run.
        folder: where it runs.
        torch: the version of torch.
        then: called with the client of a copy of the notebook, its kernel still running.
    """
    resources = {"metadata": {"path": str(folder)}}
    for attempt in range(ATTEMPTS):
        client = NotebookClient(made, timeout=300, kernel_name=KERNEL["name"], resources=resources)
        try:
            with client.setup_kernel():
                for index, cell in enumerate(made.cells):
                    client.execute_cell(cell, index)
                if then:
                    client.nb = copy.deepcopy(made)
                    then(client)
            break
        except CellExecutionError as error:
            if ABORTED not in str(error) or attempt == ATTEMPTS - 1:
                raise
    made.metadata["language_info"] = {"name": "python"}
    made.metadata["torchmemo"]["torch"] = torch
    for cell in made.cells:
        cell.metadata = {}
        if "outputs" in cell:
            cell.outputs = _in_one_piece(cell.outputs)
        for output in cell.get("outputs", []):
            if "data" in output:  # of a figure, its text form names an object in memory
                output["data"] = {kind: data for kind, data in output["data"].items() if kind == "image/svg+xml"} or (
                    output["data"]
                )
                output["metadata"] = {}


def _in_one_piece(outputs: list) -> list:
    """Return outputs with each stream's text together: in how many pieces it came is chance."""
    joined = []
    for output in outputs:
        if joined and output.get("name") and output.get("name") == joined[-1].get("name"):
            joined[-1].text += output.text
        else:
            joined.append(output)
    return joined


def check(path: Path, source: Path, fresh: nbformat.NotebookNode | None = None) -> None:
    """Hold a committed notebook against its source and, where it is given, a fresh run.

    Raises:
        SnippetError: what is wrong, and what to do.
    """
    if not path.exists():
        raise SnippetError(f"{name_of(path)} is not there. {UPDATE}")
    kept = nbformat.read(path, as_version=4)
    kernel = kept.metadata.get("kernelspec", {}).get("name")
    if kernel != KERNEL["name"]:
        raise SnippetError(f"{name_of(path)} names the kernel '{kernel}', not 'python3'. {UPDATE}")
    if kept.metadata.get("torchmemo", {}).get("sha256") != digest(source):
        raise SnippetError(f"{name_of(path)} is a run of another text of {name_of(source)}. {UPDATE}")
    for cell in kept.cells:
        for output in cell.get("outputs", []):
            _check_output(name_of(path), cell.id, output)
    if fresh:
        _compare(name_of(path), kept, fresh)


def _check_output(name: str, cell: str, output) -> None:
    """Refuse an output that no other machine could have."""
    if output.output_type == "error":
        raise SnippetError(
            f"{name}, {cell}: the cell ends in an error. Catch it and print its message: {output.evalue}"
        )
    if output.get("name") == "stderr":
        raise SnippetError(f"{name}, {cell}: the cell writes to stderr. Mend what it warns of: {output.text}")
    text = output.get("text") or str(output.data)
    if output.output_type != "stream" and "image/svg+xml" not in output.data:
        raise SnippetError(f"{name}, {cell}: print the value, or show a figure by SVG(to_svg(figure)): {text}")
    if found := PRIVATE.search(text):
        raise SnippetError(f"{name}, {cell}: '{found[0]}' is of the machine that ran it. Print it without its path")


def _compare(name: str, kept: nbformat.NotebookNode, fresh: nbformat.NotebookNode) -> None:
    if len(kept.cells) != len(fresh.cells):
        raise SnippetError(f"{name} has {len(kept.cells)} cells, and the source {len(fresh.cells)}. {UPDATE}")
    for old, new in zip(kept.cells, fresh.cells, strict=True):
        if (old.id, old.source) != (new.id, new.source):
            raise SnippetError(f"{name}, {new.id}: other text than the source's. {UPDATE}")
        texts, drawings = [], []
        for outputs in (old.get("outputs", []), new.get("outputs", [])):
            texts.append("".join(output.get("text", "") for output in outputs))
            drawings.append([output.data["image/svg+xml"] for output in outputs if "data" in output])
        if texts[0] != texts[1]:
            raise SnippetError(
                f"{name}, {new.id} shows what does not run so.\n{texts[0]}\nwas, and now is\n{texts[1]}\n{UPDATE}"
            )
        if len(drawings[0]) != len(drawings[1]):
            raise SnippetError(
                f"{name}, {new.id}: {len(drawings[0])} figures were drawn, now {len(drawings[1])}. {UPDATE}"
            )
        for drawing in zip(*drawings, strict=True):
            if difference := first_difference(*drawing):
                raise SnippetError(f"{name}, {new.id} draws another figure: {difference}. {UPDATE}")
