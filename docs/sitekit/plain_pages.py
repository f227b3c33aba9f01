"""Write each page as plain Markdown beside its HTML, and llms.txt, which lists them, for readers that are programs."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.exceptions import PluginError

from sitekit.script import INCLUDE, ROOT, sections

_API = re.compile(r"^::: (\S+)$", re.MULTILINE)
_RULE = re.compile(r"^\*\*(.+?)\*\*", re.MULTILINE | re.DOTALL)
_OTHER = {"ko": "English: [{0}]({0})", "en": "한국어: [{0}]({0})"}


def whole(markdown: str) -> str:
    """Return a page's Markdown with code in place of its include lines and docstrings in place of its `:::` lines."""
    lines = []
    for line in markdown.splitlines():
        if include := INCLUDE.match(line):
            script = ROOT / include["path"]
            shown = sections(script)[include["section"]]
            lines += script.read_text(encoding="utf-8").splitlines()[shown.start - 1 : shown.stop - 1]
        else:
            lines.append(line)
    return _API.sub(lambda found: _docstrings(found[1]), "\n".join(lines)) + "\n"


def plain_path(source: str) -> str:
    """Return the path of a page's plain Markdown, given its source's path: a notebook's is Markdown too."""
    return source.removesuffix(".ipynb") + ".md" if source.endswith(".ipynb") else source


def _docstrings(module: str) -> str:
    """Return the public functions and classes of a module as Markdown, by reading it, not by running it."""
    tree = ast.parse((ROOT / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8"))
    parts = [ast.get_docstring(tree)]
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            if isinstance(node, ast.FunctionDef):
                returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
                heading = f"{node.name}({ast.unparse(node.args)}){returns}"
            else:
                heading = f"class {node.name}"
            parts.append(f"```text\n{heading}\n\n{ast.get_docstring(node)}\n```")
    return "\n\n".join(parts)


def write(site: Path, language: str, config, nav, texts: dict[str, str]) -> None:
    """Write the plain pages and llms.txt of one language into its site.

    Args:
        site: the language's folder.
        language: "ko" or "en".
        config: of the build.
        nav: the build's navigation.
        texts: by source path below the language's docs folder, each page's Markdown as `whole` returns it.
    """
    lines = [f"# {config.site_name}", "", f"> {config.site_description}", ""]

    def list_items(items):
        for item in items:
            if item.is_section:
                lines.extend(["", f"## {item.title}", ""])
                list_items(item.children)
            elif item.is_page:
                path, text = plain_path(item.file.src_uri), texts[item.file.src_uri]
                target = site / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8")
                rule = _RULE.search(text)
                if not rule:
                    raise PluginError(f"{item.file.abs_src_path}: put the rule, in bold, after the title")
                lines.append(f"- [{item.title}]({urljoin(config.site_url or '', path)}): {' '.join(rule[1].split())}")

    list_items(nav.items)
    other = "en/llms.txt" if language == "ko" else "../llms.txt"
    lines += ["", _OTHER[language].format(urljoin(config.site_url or "", other)), ""]
    (site / "llms.txt").write_text("\n".join(lines), encoding="utf-8")
