"""A page for each example script as a whole, which the blocks of code on the pages link to.

docs/theme/script.html is rendered once a language; the pages are made of that text, so that many scripts cost little.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexers import get_lexer_by_name

from sitekit import blocks
from sitekit.expand import opening
from sitekit.project import Project, scripts
from sitekit.script import Script
from sitekit.words import words

TEMPLATE = "script.html"


@dataclass
class Made:
    """What the pages of a language are made with, and of which texts there are files: a save changes few."""

    page: str  # the template as rendered, with %...% for what differs between scripts
    texts: dict[str, str] = field(default_factory=dict)  # of scripts and of plain pages, by their paths


def write(project: Project, language: str, site: Path, made: Made) -> None:
    """Write the pages of the scripts that have none of their text, below a language's folder."""
    for script in scripts(project):
        if made.texts.get(script.name) != script.text:
            made.texts[script.name] = script.text
            url = blocks.address(script.name)
            (site / url).mkdir(parents=True, exist_ok=True)
            (site / url / "index.html").write_text(_page(project, language, script, url, made.page), encoding="utf-8")


def _page(project: Project, language: str, script: Script, url: str, page: str) -> str:
    """Return the page of a script."""
    parts = {
        "%ROOT%": "/".join([".."] * url.count("/")),
        "%HERE%": url,
        "%TITLE%": script.name.replace("/", "/<wbr>"),
        "%NAME%": script.name,
        "%ABOUT%": escape(script.about.partition("\n")[0]),
        "%BODY%": _body(project, language, script, url),  # the last: nothing in it is replaced
    }
    for mark, part in parts.items():
        page = page.replace(mark, part)
    return page


def _body(project: Project, language: str, script: Script, url: str) -> str:
    """Return what the page says and shows."""
    said, up = words(project, language), "../" * url.count("/")
    title = escape(opening(project, language, script.key)[0]).replace("`", "")
    source = blocks.source(project, language, script.name, "")
    kind = "bash" if script.is_shell else "python"
    return (
        f"<p>{said['source.shown']}: "
        f'<a href="{up}{script.key}/">{title}</a></p>\n'
        f'<div class="language-{kind} highlight">{source}<pre id="code"><span></span><code>'
        f"{_code(kind, script.text)}</code></pre></div>\n<p>{said['source.whole']}</p>"
    )


@functools.lru_cache(maxsize=1000)
def _code(kind: str, text: str) -> str:
    """Return a script in colors, without the marks of its sections."""
    lines = [line for line in text.splitlines(keepends=True) if "# --8<--" not in line]
    return blocks.with_outputs(highlight("".join(lines), get_lexer_by_name(kind), HtmlFormatter(nowrap=True)))
