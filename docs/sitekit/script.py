"""An example script: its sections, what it requires, what it printed."""

from __future__ import annotations

import ast
import functools
import itertools
import re
from dataclasses import dataclass
from pathlib import Path

from sitekit import ContentError

OUTPUT = re.compile(r"^ *#>")  # printed by the statement above
EXPECTED = re.compile(r"^ *#\?")  # what CUDA code that has not run yet is expected to print

_MARKER = re.compile(r"^# --8<-- \[(start|end):([a-z][-_0-9a-z]*)\]$")
_REQUIRES = re.compile(r"^Requires: (.+)$", re.MULTILINE)
_STARTED = re.compile(r"\bexamples/[\w/]+\.(?:py|sh)\b")


@dataclass(frozen=True)
class Script:
    """An example script.

    What is wrong with it is raised, as a ContentError, by the property that cannot be worked out.
    """

    path: Path
    name: str  # from the project's root
    text: str

    @property
    def key(self) -> str:
        """The page that shows it."""
        return self.name.removeprefix("examples/").rpartition("/")[0]

    @property
    def is_shell(self) -> bool:
        """Tell whether it is a shell script."""
        return self.path.suffix == ".sh"

    @functools.cached_property
    def lines(self) -> list[str]:
        """Its lines."""
        return self.text.splitlines()

    @functools.cached_property
    def sections(self) -> dict[str, range]:
        """The line numbers (from 1) of each section, in the script's order.

        Raises:
            ContentError: a section that has no end, no start or no lines, comes twice or inside another; code outside
                the docstring and the sections.
        """
        after_docstring = self._opening[1]
        found: dict[str, range] = {}
        name: str | None = None
        start = 0
        for number, line in enumerate(self.lines, 1):
            marker = _MARKER.match(line)
            if marker and marker[1] == "start":
                if name:
                    raise self._error(number, f"section '{name}' (line {start}) needs its [end:{name}] first")
                name, start = marker[2], number
                if name in found:
                    raise self._error(number, f"section '{name}' comes twice; rename one")
            elif marker:
                if name is None or marker[2] != name:
                    raise self._error(number, f"[end:{marker[2]}] has no [start:{marker[2]}] before it")
                if number == start + 1:
                    raise self._error(number, f"section '{name}' is empty")
                found[name], name = range(start + 1, number), None
            elif "--8<--" in line:
                raise self._error(number, "write section marks as '# --8<-- [start:name]', in snake_case")
            elif name is None and line.strip() and number > after_docstring:
                raise self._error(number, "this line is in no section, so no page can show it")
        if name:
            raise self._error(start, f"section '{name}' has no [end:{name}]")
        if not found:
            raise self._error(1, "the script has no section, so no page can show it")
        return found

    def shown(self, section: str) -> list[str]:
        """Return the lines of a section, as a page shows them."""
        lines = self.sections[section]
        return self.lines[lines.start - 1 : lines.stop - 1]

    @property
    def about(self) -> str:
        """What it says that it shows: the docstring, or a shell script's first comment."""
        return self._opening[0]

    @functools.cached_property
    def requires(self) -> str | None:
        """What it says that it requires: "cuda", "multi_gpu" (two devices), "no_cuda" (shows what is so without)."""
        found = _REQUIRES.search(self._opening[0])
        return found[1].strip() if found else None

    @property
    def needs_cuda(self) -> bool:
        """Tell whether it can run on some machines with CUDA only."""
        return self.requires in ("cuda", "multi_gpu")

    @functools.cached_property
    def outputs(self) -> dict[int, str]:
        """What it printed: by line number (from 1), each line after `#>`."""
        return {number: line.strip()[2:].strip() for number, line in enumerate(self.lines, 1) if OUTPUT.match(line)}

    @functools.cached_property
    def code(self) -> list[str]:
        """Its lines but for its outputs, which a run puts there."""
        return [line for line in self.lines if not OUTPUT.match(line) and not EXPECTED.match(line)]

    @functools.cached_property
    def expects(self) -> bool:
        """Tell whether it has outputs that no run has confirmed yet (`#?`)."""
        return any(map(EXPECTED.match, self.lines))

    @functools.cached_property
    def started(self) -> list[str]:
        """The names of the scripts that a shell script starts."""
        return sorted(set(_STARTED.findall(self.text))) if self.is_shell else []

    @functools.cached_property
    def tree(self) -> ast.Module:
        """Its syntax tree.

        Raises:
            ContentError: it is not Python.
        """
        try:
            return ast.parse(self.text)
        except SyntaxError as error:
            raise self._error(error.lineno or 1, f"the script is not Python: {error.msg}") from None

    @functools.cached_property
    def _opening(self) -> tuple[str, int]:
        """The docstring (a shell script's first comment) and the line that it ends on."""
        if self.is_shell:
            comment = list(itertools.takewhile(lambda line: line.startswith("# ") and "--8<--" not in line, self.lines))
            if not comment:
                raise self._error(1, "begin the script with a comment that says what it shows")
            return "\n".join(line.removeprefix("# ") for line in comment), len(comment)
        docstring = ast.get_docstring(self.tree)
        if docstring is None:
            raise self._error(1, "begin the script with a docstring that says what it shows")
        return docstring, self.tree.body[0].end_lineno or 1

    def _error(self, line: int, message: str) -> ContentError:
        return ContentError(f"{self.name}:{line}: {message}")


@functools.lru_cache(maxsize=1000)
def script_of(path: Path, name: str, text: str) -> Script:
    """Return the script of a text; the same one for the same text, with what has been worked out about it."""
    return Script(path, name, text)
