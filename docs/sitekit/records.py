"""What is on record of the scripts' runs: with which versions of torch they passed, and where CUDA code ran."""

from __future__ import annotations

import hashlib
import json
import sys

from packaging.version import InvalidVersion, Version

from sitekit import ContentError
from sitekit.project import Project, once, scripts
from sitekit.script import Script

VERSIONS = "examples/versions.json"
CUDA_RUNS = "examples/cuda_runs.json"
# Of a run on CUDA. `devices` is how many there are, `driver` the version of NVIDIA's; what there is not is None.
FACTS = ("device", "devices", "driver", "cuda", "nccl", "python", "torch", "accelerate", "date")


def digest(project: Project, script: Script) -> str:
    """Return the SHA-256 of a script's text, outputs included, and of the scripts it starts, whatever the line ends."""
    text = script.text + "".join(project.text(name) for name in script.started)
    return hashlib.sha256(text.encode()).hexdigest()


def seal(project: Project, script: Script, run: dict) -> str:
    """Return the SHA-256 of a script and of what is recorded of its run, so that neither is changed by itself."""
    facts = json.dumps([run.get(name) for name in FACTS])
    return hashlib.sha256(f"{digest(project, script)}\n{facts}".encode()).hexdigest()


@once
def cuda_runs(project: Project) -> dict[str, dict]:
    """Return the record of CUDA runs: by script, the FACTS and the seal of all (sha256)."""
    return json.loads(project.text(CUDA_RUNS)) if project.has(CUDA_RUNS) else {}


def last_cuda_run(project: Project, script: Script) -> dict | None:
    """Return the record of the run of this very text on CUDA, or None where there has been none."""
    run = cuda_runs(project).get(script.name)
    return run if run and run["sha256"] == seal(project, script, run) else None


@once
def versions(project: Project) -> dict[str, dict]:
    """Return the record of torch versions: by script, the text that ran (sha256), which passed and which failed."""
    return json.loads(project.text(VERSIONS)) if project.has(VERSIONS) else {}


def version_key(version: str) -> Version:
    """Return a version as what sorts by its numbers."""
    try:
        return Version(version)
    except InvalidVersion:
        raise ContentError(f"{VERSIONS}: '{version}' is no version of torch: run `make versions`") from None


def of_this_text(project: Project, script: Script) -> dict[str, list[str]]:
    """Return what is on record of a script as it stands: the versions that passed, and those that failed."""
    entry = versions(project).get(script.name, {})
    if entry.get("sha256") != digest(project, script):
        return {"passed": [], "failed": []}
    return {name: entry[name] for name in ("passed", "failed")}


def versions_passed(project: Project, of: list[Script]) -> list[str]:
    """Return the versions of torch, oldest first, with which all of the scripts passed as they stand."""
    passed = [set(of_this_text(project, script)["passed"]) for script in of]
    return sorted(set.intersection(*passed), key=version_key) if passed else []


def lacking(project: Project, version: str) -> list[str]:
    """Return the scripts, but for those that need CUDA, of which no run with a version of torch is on record."""
    tried = {script.name: of_this_text(project, script) for script in scripts(project) if not script.needs_cuda}
    return [name for name, record in tried.items() if version not in record["passed"] + record["failed"]]


if __name__ == "__main__":  # for `make versions`: is there anything to run with a version?
    sys.exit(not lacking(Project(), sys.argv[1]))
