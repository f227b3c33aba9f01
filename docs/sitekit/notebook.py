"""Make an ordinary page of what mkdocs-jupyter renders of a notebook, which brings 650 KB of styles and scripts."""

from __future__ import annotations

import base64
import json
import re
from html import escape
from pathlib import Path

from bs4 import BeautifulSoup
from latex2mathml.converter import convert

_FORMULA = re.compile(r"\$\$(?P<block>[^$]+)\$\$|\$(?P<inline>[^$\n]+)\$")
_HEADINGS = ("h1", "h2", "h3", "h4")
_TEXTS = {
    "ko": "<a href={} download>노트북을 내려받아</a> torchmemo를 설치한 환경의 Jupyter에서 실행할 수 있다. "
    "아래의 출력은 torch {}에서 실행한 것이다.",
    "en": "<a href={} download>Download this notebook</a> to run it in Jupyter, where torchmemo is installed. "
    "The outputs below come from a run with torch {}.",
}


def heading_ids(notebook: Path) -> list[str]:
    """Return the ids of a notebook's headings: the names of their cells, the same in both languages."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return [cell["id"] for cell in cells if cell["cell_type"] == "markdown" and "".join(cell["source"]).startswith("#")]


def content(html: str, notebook: Path, language: str, permalink_title: str, inline_svg) -> str:
    """Return a notebook page's content in the markup of the other pages.

    Args:
        html: as mkdocs-jupyter renders it.
        notebook: its file.
        language: "ko" or "en".
        permalink_title: what a heading's link to itself says.
        inline_svg: makes an SVG part of the page, given its text, a prefix for its ids and its alternative text.
    """
    soup, parts = BeautifulSoup(html, "html.parser"), []
    for cell in soup.select(".jp-Cell[id]"):
        name = cell["id"].removeprefix("cell-id=")
        if prose := cell.select_one(".jp-RenderedMarkdown"):
            for heading in prose.find_all(_HEADINGS):
                heading["id"] = name
                heading.a.replace_with(
                    BeautifulSoup(
                        f'<a class="headerlink" href="#{name}" title="{escape(permalink_title)}">#</a>', "html.parser"
                    )
                )
            for shown in prose.select(".highlight pre"):
                shown.wrap(soup.new_tag("pre"))
                shown.name = "code"
            parts.append(_with_formulas(prose.decode_contents()))
            continue
        code = cell.select_one(".highlight-ipynb pre")
        parts.append(f'<div class="highlight"><pre><span></span><code>{code.decode_contents()}</code></pre></div>')
        for output in cell.select(".jp-OutputArea-child"):
            if drawing := output.select_one(".jp-RenderedSVG img"):
                svg = base64.b64decode(drawing["src"].partition("base64,")[2]).decode()
                parts.append(inline_svg(svg, name, _caption(cell)))
            else:
                parts.append(f'<pre class="tm-result" tabindex="0">{output.pre.decode_contents()}</pre>')
    torch = json.loads(notebook.read_text(encoding="utf-8"))["metadata"]["torchmemo"]["torch"]
    parts.insert(1, f"<p>{_TEXTS[language].format(notebook.name, torch)}</p>")
    return "\n".join(parts)


def markdown(notebook: Path) -> str:
    """Return a notebook as plain Markdown: prose, code and what it printed."""
    parts = []
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            parts.append(source)
            continue
        parts.append(f"```python\n{source}\n```")
        printed = "".join("".join(output.get("text", "")) for output in cell["outputs"])
        if printed:
            parts.append(f"```text\n{printed.rstrip()}\n```")
    return "\n\n".join(parts) + "\n"


def _caption(cell) -> str:
    """Return the prose after a figure, up to the end of its first paragraph: it says what is to be seen."""
    prose = cell.find_next(class_="jp-RenderedMarkdown")
    return " ".join(prose.p.get_text().replace("$", "").split())


def _with_formulas(html: str) -> str:
    """Return HTML with MathML in place of formulas between dollar signs, code left as it is."""
    parts = re.split(r"(<code>.*?</code>)", html, flags=re.DOTALL)
    return "".join(part if part.startswith("<code>") else _FORMULA.sub(_mathml, part) for part in parts)


def _mathml(found: re.Match) -> str:
    block = found["block"]
    formula = BeautifulSoup(block or found["inline"], "html.parser").get_text()
    return convert(formula, display="block" if block else "inline")
