"""The pages as the site's own Markdown sees them: fences with their lines, headings, links, boxes, tables."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field
from pathlib import Path

import lxml.html
import markdown
import pytest
from mkdocs.config import load_config
from sitekit.page import INCLUDE
from sitekit.page import Page as Source
from sitekit.project import LANGUAGES, ROOT, Project
from sitekit.project import scripts as scripts_of
from sitekit.script import Script

from support.built import BuiltPage

CONFIGS = {"ko": "mkdocs.yml", "en": "mkdocs.en.yml"}
PROJECT = Project()  # as it stood when the tests were collected


@dataclass(frozen=True)
class Include:
    """One include line: a section of a script."""

    name: str  # of the script, from the project's root
    section: str | None
    line: int

    @property
    def script(self) -> Script:
        """The script; a ContentError where there is none."""
        return PROJECT.script(self.name)


@dataclass(frozen=True)
class Fence:
    """A fenced block: its language, its text as written, the line of its opening (from 1), the heading above."""

    language: str
    source: str
    line: int
    heading: str | None

    @property
    def includes(self) -> list[Include]:
        """The include lines in the fence, in order."""
        return [
            Include(found["path"], found["section"], self.line + offset)
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
    def source(self) -> Source:
        """The page as sitekit reads it."""
        return PROJECT.page(self.language, self.key)

    @property
    def built(self) -> BuiltPage:
        """The page in a built site."""
        return BuiltPage(self.language, self.key)

    @property
    def includes(self) -> list[Include]:
        """All include lines of the page, in order."""
        return [include for fence in self.fences for include in fence.includes]


@functools.cache
def config(language: str):
    """Return the site's configuration for a language."""
    return load_config(str(ROOT / CONFIGS[language]))


def read_page(path: Path, language: str) -> Page:
    """Read a page with the site's own Markdown extensions, include lines left as they stand."""
    text = path.read_text(encoding="utf-8")
    page, found = Page(path, language), []

    def collect(source, fence_language, css_class, options, md, **kwargs):
        found.append((fence_language or "", source))
        return f'<pre class="{css_class}"></pre>'

    site = config(language)
    options = dict(site.mdx_configs)
    options["pymdownx.superfences"] = {
        "custom_fences": [{"name": "*", "class": "fence", "format": collect, "validator": lambda *args: True}]
    }
    html = markdown.Markdown(extensions=site.markdown_extensions, extension_configs=options).convert(
        _without_front_matter(text)
    )
    tree = lxml.html.fragment_fromstring(html, create_parent="article")

    pending, line, heading = iter(found), 0, None
    for element in tree.iter():
        if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            heading = element.get("id")
            page.headings.append((int(element.tag[1]), heading))
        elif element.tag == "pre" and "fence" in element.classes:
            language_, source = next(pending)
            line = _find_fence(text, source, line)
            page.fences.append(Fence(language_, source, line, heading))
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


def _find_fence(text: str, source: str, after: int) -> int:
    """Return the line (from 1) of the fence that holds `source`, after a line."""
    lines = text.splitlines()
    wanted = [line.strip() for line in source.splitlines()]
    for index in range(after, len(lines)):
        body = [line.strip() for line in lines[index + 1 : index + 1 + len(wanted)]]
        if re.match(r" *(```|~~~)", lines[index]) and body == wanted:
            return index + 1
    raise AssertionError(f"a fence that Markdown sees was not found in the text after line {after}: {source!r}")


@functools.cache
def pages() -> tuple[Page, ...]:
    """Return every page of both languages; the labs are tests/support/labs.py's."""
    return tuple(
        read_page(path, language) for language in LANGUAGES for path in sorted((ROOT / "docs" / language).rglob("*.md"))
    )


def scripts() -> list[Script]:
    """Return every example script; the labs' sources are tests/support/labs.py's."""
    return scripts_of(PROJECT)


def each(things, name) -> list:
    """Return things as parameters of a test, each with its name as id."""
    return [pytest.param(thing, id=name(thing)) for thing in things]


EACH_PAGE = pytest.mark.parametrize("page", each(pages(), lambda page: page.name))
EACH_SCRIPT = pytest.mark.parametrize("script", each(scripts(), lambda script: script.name))
