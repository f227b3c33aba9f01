"""Read an example script: its sections, what it requires, and where it last ran on CUDA.

The site's hook and the tests both ask here, so that a page's notice and a test's skip have one source. Nothing here
imports torch.
"""

from __future__ import annotations

import ast
import hashlib
import itertools
import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CUDA_RUNS = ROOT / "examples" / "cuda_runs.json"
VERSIONS = ROOT / "examples" / "versions.json"

INCLUDE = re.compile(r"""^\s*-+8<-+\s+["'](?P<path>[^"':]+)(?::(?P<section>[^"']+))?["']\s*$""")
_STARTED = re.compile(r"\bexamples/[\w/]+\.(?:py|sh)\b")
_MARKER = re.compile(r"^# --8<-- \[(start|end):([a-z][-_0-9a-z]*)\]$")
_REQUIRES = re.compile(r"^Requires: (.+)$", re.MULTILINE)


class ScriptError(Exception):
    """A script that the site cannot show whole; the message names the file, the line and the way out."""


def sections(path: Path) -> dict[str, range]:
    """Return the line numbers (from 1) of each section of a script, in the script's order.

    Raises:
        ScriptError: a section that has no end, no start or no lines, comes twice or inside another; code outside the
            docstring and the sections.
    """
    text = path.read_text(encoding="utf-8")
    after_docstring = _opening(path)[1]
    found: dict[str, range] = {}
    name, start = None, 0
    for number, line in enumerate(text.splitlines(), 1):
        marker = _MARKER.match(line)
        if marker and marker[1] == "start":
            if name:
                raise ScriptError(f"{path}:{number}: section '{name}' (line {start}) needs its [end:{name}] first")
            name, start = marker[2], number
            if name in found:
                raise ScriptError(f"{path}:{number}: section '{name}' comes twice; rename one")
        elif marker:
            if marker[2] != name:
                raise ScriptError(f"{path}:{number}: [end:{marker[2]}] has no [start:{marker[2]}] before it")
            if number == start + 1:
                raise ScriptError(f"{path}:{number}: section '{name}' is empty")
            found[name], name = range(start + 1, number), None
        elif "--8<--" in line:
            raise ScriptError(f"{path}:{number}: write section marks as '# --8<-- [start:name]', in snake_case")
        elif name is None and line.strip() and number > after_docstring:
            raise ScriptError(f"{path}:{number}: this line is in no section, so no page can show it")
    if name:
        raise ScriptError(f"{path}:{start}: section '{name}' has no [end:{name}]")
    if not found:
        raise ScriptError(f"{path}:1: the script has no section, so no page can show it")
    return found


def _opening(path: Path) -> tuple[str, int]:
    """Return a script's docstring (a shell script's first comment) and the line that it ends on."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".sh":
        comment = list(
            itertools.takewhile(lambda line: line.startswith("# ") and "--8<--" not in line, text.splitlines())
        )
        if not comment:
            raise ScriptError(f"{path}:1: begin the script with a comment that says what it shows")
        return "\n".join(line.removeprefix("# ") for line in comment), len(comment)
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        raise ScriptError(f"{path}:{error.lineno}: the script is not Python: {error.msg}") from None
    if ast.get_docstring(tree) is None:
        raise ScriptError(f"{path}:1: begin the script with a docstring that says what it shows")
    return ast.get_docstring(tree), tree.body[0].end_lineno


def requirement(path: Path) -> str | None:
    """Return what a script says that it requires, or None.

    "cuda", "multi_gpu" (two devices), or "no_cuda" for a script that shows what is so without one.
    """
    found = _REQUIRES.search(_opening(path)[0])
    return found[1].strip() if found else None


def needs_cuda(path: Path) -> bool:
    """Tell whether a script can run on some machines with CUDA only."""
    return requirement(path) in ("cuda", "multi_gpu")


def digest(path: Path) -> str:
    """Return the SHA-256 of a script's text, outputs included, and of the scripts it starts, whatever the line ends."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".sh":
        text += "".join((ROOT / name).read_text(encoding="utf-8") for name in sorted(set(_STARTED.findall(text))))
    return hashlib.sha256(text.encode()).hexdigest()


def seal(path: Path, run: dict[str, str]) -> str:
    """Return the SHA-256 of a script and of what is recorded of its run, so that neither is changed by itself."""
    facts = [run[name] for name in ("device", "torch", "date")]
    return hashlib.sha256("\n".join([digest(path), *facts]).encode()).hexdigest()


def cuda_runs() -> dict[str, dict[str, str]]:
    """Return the record of CUDA runs: by script, device, torch version, date, and the seal of all (sha256)."""
    return json.loads(CUDA_RUNS.read_text(encoding="utf-8")) if CUDA_RUNS.exists() else {}


def last_cuda_run(path: Path) -> dict[str, str] | None:
    """Return the record of the run of this very text on CUDA, or None where there has been none."""
    run = cuda_runs().get(path.resolve().relative_to(ROOT).as_posix())
    return run if run and run["sha256"] == seal(path, run) else None


def versions() -> dict[str, dict]:
    """Return the record of torch versions: by script, the text that ran (sha256), which passed and which failed."""
    return json.loads(VERSIONS.read_text(encoding="utf-8")) if VERSIONS.exists() else {}


def version_key(version: str) -> tuple[int, ...]:
    """Return a version as numbers, to sort by."""
    try:
        return tuple(int(part) for part in version.split("."))
    except ValueError:
        raise ScriptError(f"examples/versions.json: '{version}' is no version of torch: run `make versions`") from None


def versions_passed(scripts: list[Path]) -> list[str]:
    """Return the versions of torch, oldest first, with which all of the scripts passed as they stand."""
    record, passed = versions(), None
    for script in scripts:
        entry = record.get(script.relative_to(ROOT).as_posix(), {})
        of_this = set(entry["passed"]) if entry.get("sha256") == digest(script) else set()
        passed = of_this if passed is None else passed & of_this
    return sorted(passed or (), key=version_key)
