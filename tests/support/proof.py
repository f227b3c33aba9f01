"""Prove a script: run it where its hardware is, compare or renew what it shows, and record the run."""

from __future__ import annotations

import datetime
import importlib.metadata
import json
import platform
import shutil
import subprocess
from pathlib import Path

from sitekit import records
from sitekit.project import Project
from sitekit.script import Script

from support.drawings import check_figures
from support.runner import UPDATE, SnippetError, claimed, run_python, write_whole
from support.shell import run_shell_script

HARDWARE = {"cuda": range(1, 1000), "multi_gpu": range(2, 1000), "no_cuda": range(1)}  # how many CUDA devices
ACCEPT = (
    "This differs from what the script shows or expects (`#?`), so nothing is kept. "
    "If the new output is right, say so: `pytest --update-examples --accept-outputs`; if not, fix the code."
)


def prove(project: Project, script: Script, folder: Path, *, update: bool = False, accept: bool = False) -> str | None:
    """Run a script, and compare what it prints and draws with what it shows.

    What CUDA code shows was seen on another machine, or was expected before any run (``#?``): it is not renewed, but
    compared, even to update. Where it agrees, the run is recorded, and what was expected is shown as printed.

    Args:
        project: the sources.
        script: one of them.
        folder: the working directory of the run, empty.
        update: renew the outputs and figures in the script's folder, and record a run on CUDA.
        accept: renew the outputs of CUDA code as well.

    Returns:
        Why it was skipped, or None.

    Raises:
        SnippetError: it does not run, or shows something else.
    """
    if script.requires and (missing := missing_hardware(script.requires)):
        return f"{script.name} requires {script.requires}: {missing}"
    shown = claimed(script.text) if script.needs_cuda else script.text
    compared = script.needs_cuda and not accept and bool(script.outputs or script.expects)
    renew = update and not compared
    try:
        run = run_shell_script if script.is_shell else run_python
        new = run(shown, script.path, folder, update=renew)
        check_figures(script.path, folder, update=renew)
    except SnippetError as error:
        raise SnippetError(str(error).replace(UPDATE, ACCEPT)) if compared else error from None
    if update and script.path.read_text(encoding="utf-8") != script.text:
        raise SnippetError(f"{script.name} was saved while it ran: run it again")
    if update and new != script.text:
        write_whole(script.path, new)
    if update and script.needs_cuda:
        record_cuda_run(Project(project.root), script.name)
    return None


def missing_hardware(needs: str) -> str | None:
    """Return what a requirement lacks on this machine, or None where it is met."""
    import torch

    if needs not in HARDWARE:
        raise SnippetError(f"'Requires: {needs}' is not known. Use one of: {', '.join(HARDWARE)}")
    if needs == "no_cuda" and not torch.version.cuda:
        return "this torch was not built for CUDA"
    count = torch.cuda.device_count() if torch.cuda.is_available() else 0
    return None if count in HARDWARE[needs] else f"this machine has {count or 'no'} CUDA device{'s' * (count != 1)}"


def torch_version() -> str:
    """Return the version of torch without what it was built for."""
    import torch

    return torch.__version__.partition("+")[0]


def has_record(project: Project, script: Script) -> bool:
    """Tell whether it is on record that a script as it stands passed, or failed, with this torch."""
    record = records.of_this_text(project, script)
    return torch_version() in record["passed"] + record["failed"]


def record_version(project: Project, name: str, *, passed: bool) -> None:
    """Record whether a script, as it stands, passes with this torch; only `pytest --record-version` comes here."""
    script, version = project.script(name), torch_version()
    old = records.of_this_text(project, script)
    lists = {key: set(old[key]) - {version} for key in ("passed", "failed")}
    lists["passed" if passed else "failed"].add(version)
    of_all = records.versions(project) | {
        name: {"sha256": records.digest(project, script)}
        | {key: sorted(found, key=records.version_key) for key, found in lists.items()}
    }
    write_whole(project.root / records.VERSIONS, json.dumps(dict(sorted(of_all.items())), indent=1) + "\n")


def record_cuda_run(project: Project, name: str) -> None:
    """Record that a script, as it stands now, ran here; only `pytest --update-examples` on CUDA comes here."""
    script, run = project.script(name), facts()
    run["sha256"] = records.seal(project, script, run)
    of_all = records.cuda_runs(project) | {name: run}
    write_whole(project.root / records.CUDA_RUNS, json.dumps(dict(sorted(of_all.items())), indent=2) + "\n")


def facts() -> dict[str, str | int | None]:
    """Return what a run on this machine is known by, `records.FACTS`."""
    import torch

    nccl = torch.cuda.nccl.version() if torch.distributed.is_nccl_available() else None
    return {
        "device": torch.cuda.get_device_name(),
        "devices": torch.cuda.device_count(),
        "driver": _driver(),
        "cuda": torch.version.cuda,
        "nccl": ".".join(map(str, nccl)) if nccl else None,
        "python": platform.python_version(),
        "torch": torch.__version__,
        "accelerate": importlib.metadata.version("accelerate"),
        "date": datetime.date.today().isoformat(),
    }


def _driver() -> str | None:
    """Return the version of NVIDIA's driver, as nvidia-smi says it."""
    if not (command := shutil.which("nvidia-smi")):
        return None
    asked = [command, "--query-gpu=driver_version", "--format=csv,noheader"]
    return next(iter(subprocess.run(asked, capture_output=True, text=True).stdout.split()), None)
