"""Write each page as plain Markdown beside its HTML, and llms.txt, which lists them, for readers that are programs."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from urllib.parse import urljoin

from sitekit.expand import expand, opening
from sitekit.project import Project, once
from sitekit.words import words

_API = re.compile(r"^::: (\S+)$", re.MULTILINE)


@once
def plain(project: Project, language: str, key: str) -> str:
    """Return a page's whole Markdown, with docstrings in place of its `:::` lines."""
    return _API.sub(lambda found: _docstrings(project, found[1]), expand(project, language, key))


def plain_path(source: str) -> str:
    """Return the path of a page's plain Markdown, given its source's path: a notebook's is Markdown too."""
    return source.removesuffix(".ipynb").removesuffix(".md") + ".md"


def _docstrings(project: Project, module: str) -> str:
    """Return the public functions and classes of a module as Markdown, by reading it, not by running it."""
    tree = ast.parse(project.text(f"{module.replace('.', '/')}.py"))
    parts = [ast.get_docstring(tree) or ""]
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            if isinstance(node, ast.FunctionDef):
                returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
                heading = f"{node.name}({ast.unparse(node.args)}){returns}"
            else:
                heading = f"class {node.name}"
            parts.append(f"```text\n{heading}\n\n{ast.get_docstring(node)}\n```")
    return "\n\n".join(parts)


def write(
    project: Project,
    language: str,
    site: Path,
    written: dict[str, str],
    *,
    nav: list,
    name: str,
    description: str,
    url: str,
) -> None:
    """Write the plain pages and llms.txt of one language into its site.

    Args:
        project: the sources.
        language: "ko" or "en".
        site: the language's folder.
        written: what was written there before, by path; the same is not written again.
        nav: of the configuration: paths of sources, and sections of them by their titles.
        name: the site's.
        description: the site's.
        url: the language's, or nothing where it is not known.
    """
    lines = [f"# {name}", "", f"> {description}", ""]
    for title, source in entries(nav):
        if source is None:
            lines.extend(["", f"## {title}", ""])
            continue
        key, path = source.rpartition(".")[0], plain_path(source)
        text = plain(project, language, key)
        if written.get(path) != text:
            written[path] = text
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(text, encoding="utf-8")
        own, rule = opening(project, language, key)
        lines.append(f"- [{title or own}]({urljoin(url, path)}): {rule}")
    other = urljoin(url, "en/llms.txt" if language == "ko" else "../llms.txt")
    lines += ["", words(project, language)["llms.other"].format(other), ""]
    (site / "llms.txt").write_text("\n".join(lines), encoding="utf-8")


def entries(nav: list) -> list[tuple[str | None, str | None]]:
    """Return the title (or None) and the source of each page of a navigation, in its order; a section has no source."""
    found: list[tuple[str | None, str | None]] = []
    for item in nav:
        for title, value in item.items() if isinstance(item, dict) else [(None, item)]:
            if isinstance(value, list):
                found += [(title, None), *entries(value)]
            else:
                found.append((title, value))
    return found
