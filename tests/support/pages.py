"""The pages as the site's own Markdown sees them: fences with their lines, headings, links, boxes, tables."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field
from pathlib import Path

import lxml.html
import markdown
from mkdocs.config import load_config
from sitekit.script import INCLUDE, ROOT

LANGUAGES = {"ko": "mkdocs.yml", "en": "mkdocs.en.yml"}


@dataclass(frozen=True)
class Include:
    """One include line: a section of a script."""

    script: Path
    section: str | None
    line: int


@dataclass(frozen=True)
class Fence:
    """A fenced block: its language, its text as written, and the line of its opening (from 1)."""

    language: str
    source: str
    line: int
    indent: int
    heading: str | None

    @property
    def includes(self) -> list[Include]:
        """The include lines in the fence, in order."""
        return [
            Include(ROOT / found["path"], found["section"], self.line + offset)
            for offset, line in enumerate(self.source.splitlines(), 1)
            if (found := INCLUDE.match(line))
        ]


@dataclass
class Page:
    """A page's source and what it consists of."""

    path: Path
    language: str
    fences: list[Fence] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)  # (level, id)
    links: list[str] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    admonitions: list[str] = field(default_factory=list)  # classes
    tables: list[tuple[int, int]] = field(default_factory=list)  # (rows, columns)
    prose: str = ""

    @property
    def key(self) -> str:
        """The page's path under its language, without the ending."""
        return self.path.relative_to(ROOT / "docs" / self.language).with_suffix("").as_posix()

    @property
    def name(self) -> str:
        """The page's path for messages."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def includes(self) -> list[Include]:
        """All include lines of the page, in order."""
        return [include for fence in self.fences for include in fence.includes]


@functools.cache
def config(language: str):
    """Return the site's configuration for a language."""
    return load_config(str(ROOT / LANGUAGES[language]))


def read_page(path: Path, language: str) -> Page:
    """Read a page with the site's own Markdown extensions, include lines left as they stand."""
    text = path.read_text(encoding="utf-8")
    page, found = Page(path, language), []

    def collect(source, fence_language, css_class, options, md, **kwargs):
        found.append((fence_language, source))
        return f'<pre class="{css_class}"></pre>'

    site = config(language)
    options = dict(site.mdx_configs)
    options["pymdownx.superfences"] = {
        "custom_fences": [{"name": "*", "class": "fence", "format": collect, "validator": lambda *args: True}]
    }
    extensions = [name for name in site.markdown_extensions if name != "pymdownx.snippets"]
    html = markdown.Markdown(extensions=extensions, extension_configs=options).convert(_without_front_matter(text))
    tree = lxml.html.fragment_fromstring(html, create_parent="article")

    pending, line, heading = iter(found), 0, None
    for element in tree.iter():
        if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            heading = element.get("id")
            page.headings.append((int(element.tag[1]), heading))
        elif element.tag == "pre" and "fence" in element.classes:
            language_, source = next(pending)
            line, indent = _find_fence(text, source, line)
            page.fences.append(Fence(language_, source, line, indent, heading))
        elif element.tag == "pre":
            raise AssertionError(f"{path}: code outside a fence would never run: {element.text_content()[:60]!r}")
        elif element.tag == "a" and "headerlink" not in element.classes:
            page.links.append(element.get("href"))
        elif element.tag == "img":
            page.images.append(element.get("src"))
        elif "admonition" in element.classes or element.tag == "details":
            page.admonitions.append(element.get("class"))
        elif element.tag == "table":
            rows = element.findall(".//tr")
            page.tables.append((len(rows), len(rows[0])))
    for element in tree.xpath("//*[contains(@class,'headerlink')]"):
        element.drop_tree()
    page.prose = tree.text_content()
    return page


def _without_front_matter(text: str) -> str:
    """Blank out the front matter, keeping the line numbers."""
    found = re.match(r"---\n.*?\n---\n", text, re.DOTALL)
    return "\n" * found[0].count("\n") + text[found.end() :] if found else text


def _find_fence(text: str, source: str, after: int) -> tuple[int, int]:
    """Return the line (from 1) and the indent of the fence that holds `source`, after a line."""
    lines = text.splitlines()
    wanted = [line.strip() for line in source.splitlines()]
    for index in range(after, len(lines)):
        opening = re.match(r"( *)(```|~~~)", lines[index])
        body = [line.strip() for line in lines[index + 1 : index + 1 + len(wanted)]]
        if opening and body == wanted:
            return index + 1, len(opening[1])
    raise AssertionError(f"a fence that Markdown sees was not found in the text after line {after}: {source!r}")


@functools.cache
def pages() -> tuple[Page, ...]:
    """Return every page of both languages."""
    return tuple(
        read_page(path, language) for language in LANGUAGES for path in sorted((ROOT / "docs" / language).rglob("*.md"))
    )


def scripts() -> list[Path]:
    """Return every example script; the labs' sources are tests/labs.py's."""
    found = (path for path in (ROOT / "examples").rglob("*") if path.suffix in (".py", ".sh"))
    return sorted(path for path in found if path.parent.name != "labs")
