"""Read the controls: small changes of scripts under which what they print must come out different."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

from sitekit.project import ROOT, Project
from sitekit.script import OUTPUT, Script

FIELDS = {"of", "script", "section", "old", "new"}


@dataclass(frozen=True)
class Control:
    """One control of one claim of the memo, or of a page's rule."""

    key: str  # the page
    of: str  # a claim's id, or "rule"
    script: str  # the file that is edited, in examples/<key>/
    section: str  # of the script that is run: its output must differ
    old: str
    new: str
    run: str  # the script that is run: the edited one, or one that starts it

    def edited(self, project: Project) -> Script:
        """Return the script that is edited."""
        return project.script(f"examples/{self.key}/{self.script}")

    def started(self, project: Project) -> Script:
        """Return the script that is run."""
        return project.script(f"examples/{self.key}/{self.run}")

    @property
    def name(self) -> str:
        """What messages call it."""
        return f"examples/{self.key}/controls.toml: {self.of} ({self.script})"


def controls() -> list[Control]:
    """Return every control, by page, in the order of its file.

    Raises:
        ValueError: a row with a missing or an unknown field.
    """
    found = []
    for path in sorted((ROOT / "examples").rglob("controls.toml")):
        key = path.parent.relative_to(ROOT / "examples").as_posix()
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["control"]:
            if set(row) - {"run"} != FIELDS:
                raise ValueError(f"{path.name} of {key}: {row} must have {sorted(FIELDS)} and may have run")
            found.append(Control(key=key, run=row.get("run", row["script"]), **{k: row[k] for k in FIELDS}))
    return found


def outputs(script: Script, text: str, section: str) -> list[str]:
    """Return the outputs of one section in a script's text, which may be of another run than the file's."""
    start, end = (f"# --8<-- [{mark}:{section}]" for mark in ("start", "end"))
    if start not in text:
        raise ValueError(f"{script.name} has no section '{section}'. It has: {', '.join(script.sections)}")
    shown = text.split(start, 1)[1].split(end, 1)[0]
    return [line.strip() for line in shown.splitlines() if OUTPUT.match(line)]
