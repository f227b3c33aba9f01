"""The project's sources as they stood at one moment: each file is read once, what is made of them is made once.

A build makes one of these and shares it between the languages, so no build shows a half of one save and a half of the
next, and nothing is left of it for the build after it.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from sitekit import ContentError
from sitekit.page import Page, page_of
from sitekit.script import Script, script_of

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("ko", "en")

P = ParamSpec("P")
R = TypeVar("R")


class Project:
    """The sources below a folder."""

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root
        self.made: dict[tuple, Any] = {}  # by `once`
        self._texts: dict[str, str] = {}

    def text(self, name: str) -> str:
        """Return the text of a file, given its path from the project's root."""
        if name not in self._texts:
            try:
                self._texts[name] = (self.root / name).read_text(encoding="utf-8")
            except FileNotFoundError:
                raise ContentError(f"{name} is not there") from None
            except UnicodeDecodeError as error:
                raise ContentError(f"{name} is not UTF-8: {error}") from None
        return self._texts[name]

    def has(self, name: str) -> bool:
        """Tell whether there is a file."""
        return name in self._texts or (self.root / name).is_file()

    def names(self, folder: str, *suffixes: str) -> list[str]:
        """Return the files below a folder with one of the endings, sorted."""
        paths = (path for path in (self.root / folder).rglob("*") if path.suffix in suffixes)
        return [path.relative_to(self.root).as_posix() for path in sorted(paths)]

    def data(self, name: str) -> dict:
        """Return what a TOML file holds."""
        try:
            return tomllib.loads(self.text(name))
        except tomllib.TOMLDecodeError as error:
            raise ContentError(f"{name}: {error}") from None

    def script(self, name: str) -> Script:
        """Return a script."""
        return script_of(self.root / name, name, self.text(name))

    def page(self, language: str, key: str) -> Page:
        """Return a page in a language."""
        name = f"docs/{language}/{key}.md"
        if not self.has(name) and self.has(notebook := f"docs/{language}/{key}.ipynb"):
            name = notebook
        return page_of(self.root / name, name, language, key, self.text(name))


def once(make: Callable[Concatenate[Project, P], R]) -> Callable[Concatenate[Project, P], R]:
    """Let what a function makes of a project be made once, for each of its arguments."""

    @functools.wraps(make)
    def made(project: Project, *args: P.args, **kwargs: P.kwargs) -> R:
        key = (make, *args, *kwargs.items())
        if key not in project.made:
            project.made[key] = make(project, *args, **kwargs)
        return project.made[key]

    return made


@once
def scripts(project: Project) -> list[Script]:
    """Return every example script; the labs' sources are no scripts of pages."""
    names = project.names("examples", ".py", ".sh")
    return [project.script(name) for name in names if not name.startswith("examples/labs/")]


@once
def pages(project: Project, language: str) -> list[Page]:
    """Return every page of a language, labs as well, by its path."""
    folder = f"docs/{language}/"
    keys = [name.removeprefix(folder).rpartition(".")[0] for name in project.names(folder, ".md", ".ipynb")]
    return [project.page(language, key) for key in keys]
