"""What is done to a page besides Markdown: formulas before it, outputs, captions, drawings and terms after it."""

from __future__ import annotations

import re
from html import escape, unescape
from xml.etree.ElementTree import Element

import pymdownx.highlight
from latex2mathml.converter import convert
from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from pygments.formatter import Formatter
from pygments.lexer import Lexer

from sitekit import ContentError, blocks, glossary, notebook
from sitekit.project import Project

_DRAWING = r'<img alt="(?P<alt>[^"]*)" src="[./]*figures/(?P<name>[^"]+)\.svg" ?/?>'
# A drawing and the paragraph after it, which says what is to be seen.
_FIGURE = re.compile(rf"<p>({_DRAWING})</p>\s*<p>(?P<caption>.*?)</p>", re.DOTALL)
_PRE = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
_SPAN = re.compile(r"</?span\b[^>]*>")
_FIGURE_WITH_CAPTION = r"<figure>\1<figcaption>\g<caption></figcaption></figure>"


# What a lab's cell printed: a block of its own, without the frame of code.
_RESULT = re.compile(r'<div class="[^"]*tm-result[^"]*"><pre><span></span><code>(.*?)</code></pre></div>', re.DOTALL)


def content(project: Project, language: str, url: str, html: str) -> str:
    """Return a page's HTML with its blocks finished, captions, and terms explained; `url` is the page's."""
    html = blocks.content(project, language, url, html)
    html = _RESULT.sub(r'<pre class="tm-result" tabindex="0">\1</pre>', html)
    html = _FIGURE.sub(_FIGURE_WITH_CAPTION, html)
    return glossary.with_tooltips(project, language, html)


def color_once() -> None:
    """Let a block be colored once for both languages and all saves: it is a third of the time of a page."""
    color = pymdownx.highlight.highlight
    known: dict[tuple, str] = {}

    def colored(code: str, lexer: Lexer, formatter: Formatter) -> str:
        key = (code, type(lexer), repr(lexer.options), type(formatter), repr(formatter.options))
        if key not in known:
            known[key] = color(code, lexer, formatter)
        return known[key]

    pymdownx.highlight.highlight = colored  # ty: ignore[invalid-assignment]


def without_colors(html: str) -> str:
    """Return a page's HTML with the code in one color."""
    return _PRE.sub(lambda found: _SPAN.sub("", found[0]), html)


def with_drawings(project: Project, language: str, html: str) -> str:
    """Return a page's HTML with its drawings in it, so that they take the page's colors and fonts."""

    def inline(found: re.Match) -> str:
        svg, prefix = drawing(project, language, found["name"]), found["name"].replace("/", "-")
        svg = re.sub(r'(\bid="|href="#|url\(#)', rf"\g<1>{prefix}-", svg)  # two on a page may use the same ids
        label = escape(unescape(found["alt"]))
        svg = svg.replace("<svg ", f'<svg class="tm-drawing" role="img" aria-label="{label}" ', 1)
        return f'<span class="tm-scroll" tabindex="0">{" ".join(svg.split())}</span>'

    return blocks.joined(re.sub(_DRAWING, inline, html))


def drawing(project: Project, language: str, name: str) -> str:
    """Return the text of a drawing: one that a script drew, or one of a lab's notebook."""
    if name.startswith("labs/"):
        key, _, cell = name.rpartition("/")
        found = notebook.drawings(project, project.page(language, key))
        if f"{cell}.svg" not in found:
            raise ContentError(f"docs/{language}/{key}.ipynb draws nothing in its cell '{cell}'")
        return found[f"{cell}.svg"]
    return project.text(f"examples/{name}.{language}.svg")


class Formulas(Extension):
    """Make MathML of `$...$` in a line and of `$$...$$`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's own name
        """Read formulas after code and before what else has a meaning in Markdown."""
        md.inlinePatterns.register(_Formula(md), "formula", 185)


class _Formula(InlineProcessor):
    def __init__(self, md: Markdown) -> None:
        super().__init__(r"\$\$(?P<block>[^$]+)\$\$|\$(?P<inline>[^$\n]+)\$", md)
        self.stash = md.htmlStash

    def handleMatch(self, m: re.Match, data: str) -> tuple[str | Element, int, int]:  # type: ignore[override] # noqa: N802
        display = "block" if m["block"] else "inline"
        return self.stash.store(convert(m["block"] or m["inline"], display=display)), m.start(), m.end()
