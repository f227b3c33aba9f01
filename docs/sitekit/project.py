"""The project's sources as they stood at one moment: each file is read once, what is made of them is made once.

A build makes one of these and shares it between the languages, so no build shows a half of one save and a half of the
next. The server gives each the one before it: what was made of the same is then not made again.
"""

from __future__ import annotations

import functools
import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from sitekit import ContentError
from sitekit.page import Page, page_of
from sitekit.script import Script, script_of

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("ko", "en")
SOURCES = ("docs", "examples", "torchmemo", "mkdocs.yml", "mkdocs.en.yml")
_PASSING = re.compile(
    r"(^|/)(\.|__pycache__/|#|4913$)|(~|\.new|\.swp|\.tmp|\.pyc)$"
)  # what tools and editors put beside

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class Made:
    """What a function made of a project, and what it asked the project for: keys of `Project.made`, in their order."""

    value: Any
    asked: tuple[tuple, ...]


def once(make: Callable[Concatenate[Project, P], R]) -> Callable[Concatenate[Project, P], R]:
    """Let what a function makes of a project be made once, for each of its arguments.

    The function asks nothing but the project, and its value is not changed by who gets it.
    """

    @functools.wraps(make)
    def made(project: Project, *args: P.args, **kwargs: P.kwargs) -> R:
        return project.make((make, args, tuple(kwargs.items())))

    return made


class Project:
    """The sources below a folder.

    Args:
        root: the folder.
        notes: what to say about a script where a page shows it, by the script's name; `make live` says it.
        last: the sources as they stood before; what was made of them is kept where all that it was made of is the same.
    """

    def __init__(self, root: Path = ROOT, notes: Mapping[str, str] | None = None, last: Project | None = None) -> None:
        self.root = root
        self.notes = dict(notes or {})
        self.made: dict[tuple, Made] = {}
        self.files = _read(root)  # what each file holds, by its path from the root
        self._before = last.made if last else {}
        self._asking: list[dict[tuple, None]] = []  # by each function that is making something now

    def make(self, key: tuple) -> Any:
        """Return what a function makes of the sources: as it was made, as it was made before, or made now.

        Args:
            key: the function, its arguments after the project, its keyword arguments.
        """
        if key not in self.made:
            before, (function, args, kwargs) = self._before.get(key), key
            self._asking.append({})
            try:
                if before and before.asked and all(map(self._is_same, before.asked)):
                    self.made[key] = before
                else:
                    self._asking[-1].clear()  # what was asked to compare
                    value = function(self, *args, **dict(kwargs))
                    self.made[key] = Made(value, tuple(self._asking[-1]))
            finally:
                self._asking.pop()
        if self._asking:
            self._asking[-1][key] = None
        return self.made[key].value

    def _is_same(self, key: tuple) -> bool:
        """Tell whether what a function makes is what it made before."""
        try:
            return key in self._before and self.make(key) == self._before[key].value
        except ContentError:  # who still asks for it will meet it again
            return False

    @once
    def text(self, name: str) -> str:
        """Return the text of a file, given its path from the project's root."""
        try:
            return self.files[name].decode().replace("\r\n", "\n")
        except KeyError:
            raise ContentError(f"{name} is not there") from None
        except UnicodeDecodeError as error:
            raise ContentError(f"{name} is not UTF-8: {error}") from None

    @once
    def has(self, name: str) -> bool:
        """Tell whether there is a file."""
        return name in self.files

    @once
    def note(self, script: str) -> str | None:
        """Return what to say about a script, if there is something."""
        return self.notes.get(script)

    @once
    def names(self, folder: str, *suffixes: str) -> list[str]:
        """Return the files below a folder with one of the endings, sorted."""
        start = f"{folder.rstrip('/')}/"
        return sorted(name for name in self.files if name.startswith(start) and name.endswith(suffixes))

    def changed(self, other: Project) -> set[str]:
        """Return the files that are not the same in another project."""
        return {
            name for name in self.files.keys() | other.files.keys() if self.files.get(name) != other.files.get(name)
        }

    def data(self, name: str) -> dict:
        """Return what a TOML file holds."""
        try:
            return _parsed(self.text(name))
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


@functools.lru_cache(maxsize=64)  # a save changes one of them at most, and reading the large ones takes a while
def _parsed(toml: str) -> dict:
    return tomllib.loads(toml)


def _read(root: Path) -> dict[str, bytes]:
    """Return what each source holds; reading all of them takes some ten milliseconds."""
    found = {}
    for source in SOURCES:
        top = str(root / source)
        paths = (
            [top] if os.path.isfile(top) else (f"{at}{os.sep}{name}" for at, _, names in os.walk(top) for name in names)
        )
        for path in paths:
            name = source + path[len(top) :].replace(os.sep, "/")
            if not _PASSING.search(name):
                try:
                    with open(path, "rb", buffering=0) as file:
                        found[name] = file.read()
                except FileNotFoundError:
                    continue  # gone since it was listed
    return found


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
