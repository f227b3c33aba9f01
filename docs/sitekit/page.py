"""The source of a page: Markdown with include lines, or a lab's notebook."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from pathlib import Path

from sitekit import ContentError

INCLUDE = re.compile(r"""^\s*-+8<-+\s+["'](?P<path>[^"':]+)(?::(?P<section>[^"']+))?["']\s*$""")
_TITLE = re.compile(r"^# (.+?) \{ #[a-z0-9_]+ \}", re.MULTILINE)
_HEADING = re.compile(r"^#+ (.+?) \{ #([a-z0-9_]+) \}$", re.MULTILINE)
_RULE = re.compile(r"^\*\*(.+?)\*\*", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Page:
    """A page in one language."""

    path: Path
    name: str  # from the project's root
    language: str
    key: str  # its path under its language, without the ending
    text: str

    @property
    def is_notebook(self) -> bool:
        """Tell whether it is a lab's notebook."""
        return self.path.suffix == ".ipynb"

    @functools.cached_property
    def title(self) -> str:
        """Its title."""
        return title_of(self, self.text)

    @functools.cached_property
    def headings(self) -> dict[str, str]:
        """The text of each heading, by its id."""
        return {anchor: text for text, anchor in _HEADING.findall(self.text)}

    def section(self, anchor: str) -> str:
        """Return what stands under a heading of the second level, or nothing."""
        found = re.search(rf"^## [^\n]*\{{ #{anchor} \}}\n(.*?)(?=^## |\Z)", self.text, re.MULTILINE | re.DOTALL)
        return found[1] if found else ""


def title_of(page: Page, markdown: str) -> str:
    """Return the title of a page, from its whole Markdown.

    Raises:
        ContentError: it has none.
    """
    if found := _TITLE.search(markdown):
        return found[1]
    raise ContentError(f"{page.name}: begin the page with its title and an id: # Title {{ #name }}")


def rule_of(page: Page, markdown: str) -> str:
    """Return the rule that a page begins with, from its whole Markdown.

    Raises:
        ContentError: it has none.
    """
    if found := _RULE.search(markdown):
        return " ".join(found[1].split())
    raise ContentError(f"{page.name}: put the rule, in bold, after the title")


@functools.lru_cache(maxsize=1000)
def page_of(path: Path, name: str, language: str, key: str, text: str) -> Page:
    """Return the page of a text; the same one for the same text, with what has been worked out about it."""
    return Page(path, name, language, key, text)
