"""Run documented shell commands in a copy of the project, each with a time limit, none left running."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.request import urlopen

import psutil
from sitekit.project import ROOT

from support.runner import SnippetError, compare, name_of, weave

TIMEOUT = 300  # seconds
SERVER = re.compile(r"^tensorboard\b")  # commands that serve until they are ended
ADDRESS = re.compile(r"http://\S+?:\d+/")
MARK = "\x1e"  # ends the output of a command
# Before Python 3.14, a thread of gloo that drops its last work while the interpreter ends aborts the process
# (pytorch/pytorch#179291 tells of it). A busy machine brings it about; the commands have done all by then.
ABORTED = "terminate called without an active exception"
ATTEMPTS = 3


def run_shell(source: str, name: str, folder: Path) -> None:
    """Run the commands of a fence; a server, as the last one, until it answers.

    Args:
        source: the commands, as for ``bash -e``.
        name: page and line, for messages.
        folder: where to put the copy of the project, empty.

    Raises:
        SnippetError: a command failed, or took longer than TIMEOUT, or the server did not answer.
    """
    if SERVER.match(source.strip().splitlines()[-1]):
        with _bash(source, folder, stderr=subprocess.STDOUT) as process:
            _until_it_answers(process, name)
        return
    status, output, _ = _finish(source, name, folder, stderr=subprocess.STDOUT)
    if status:
        raise SnippetError(f"{name}: exit status {status}:\n\n{source}\n\n{output[-4000:]}")


def run_shell_script(
    source: str, path: Path, folder: Path, *, update: bool = False, edits: dict[str, str] | None = None
) -> str:
    """Run a shell script and compare what each command prints with the ``#>`` lines after it.

    Only standard output counts: it is what a script means to say.

    Args:
        source: the script's text.
        path: its file.
        folder: where to put the copy of the project, empty.
        update: take the outputs as they come.
        edits: other texts for files of the copy, by their paths from the project's root.

    Returns:
        The text, with the outputs of this run.

    Raises:
        SnippetError: a command failed or took too long, or printed something else than the script shows.
    """
    lines = source.splitlines()
    ends = [
        number
        for number, line in enumerate(lines)
        if line.strip() and not line.startswith("#") and not line.endswith("\\")
    ]
    marked = [f"{line}\nprintf '{MARK}'" if number in ends else line for number, line in enumerate(lines)]
    status, output, errors = _finish("\n".join(marked), name_of(path), folder, stderr=subprocess.PIPE, edits=edits)
    printed = output.split(MARK)
    if status:
        where = f"{name_of(path)}:{ends[len(printed) - 1] + 1}"
        raise SnippetError(f"{where}: exit status {status}:\n\n{printed[-1]}{errors[-4000:]}")
    new = weave(
        source,
        {
            number + 1: [f"#> {text}".rstrip() for text in of_command.splitlines()]
            for number, of_command in zip(ends, printed, strict=False)
        },
    )
    compare(source, new, path, update=update)
    return new


@contextmanager
def _bash(source: str, folder: Path, *, stderr: int, edits: dict[str, str] | None = None):
    """Start commands in a copy of the project, and end them and all that they started."""
    copy = copy_project(folder / "torchmemo")
    for name, text in (edits or {}).items():
        (copy / name).write_text(text, encoding="utf-8")
    process = subprocess.Popen(
        ["bash", "-euo", "pipefail", "-c", source],
        cwd=copy,
        env={
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "VENV": sys.prefix,
            "TORCHMEMO_RUN": str(folder),
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        _end(process, str(folder))
        for stream in filter(None, (process.stdout, process.stderr)):
            stream.close()


def _end(process: subprocess.Popen, run: str) -> None:
    """End commands and whatever they left running, known by their run: torchrun's processes have their own sessions."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    while others := left_running(run):  # a killed process is still there for a moment
        for other in others:
            with suppress(psutil.Error):
                other.kill()
        time.sleep(0.01)
    process.wait()


def left_running(run: str) -> list[psutil.Process]:
    """Return the processes that belong to a run."""
    found = []
    for other in psutil.process_iter():
        with suppress(psutil.Error):
            if other.environ().get("TORCHMEMO_RUN") == run and other.status() != psutil.STATUS_ZOMBIE:
                found.append(other)
    return found


def _finish(
    source: str, name: str, folder: Path, *, stderr: int, edits: dict[str, str] | None = None
) -> tuple[int, str, str]:
    """Run commands to their end, again where gloo aborted them, and return their exit status and what they wrote."""
    for attempt in range(ATTEMPTS):
        with _bash(source, folder / str(attempt), stderr=stderr, edits=edits) as process:
            try:
                output, errors = process.communicate(timeout=TIMEOUT)
            except subprocess.TimeoutExpired:
                raise SnippetError(f"{name}: no end after {TIMEOUT} s:\n\n{source}") from None
        if not process.returncode or ABORTED not in f"{output}{errors}":
            break
    return process.returncode, output, errors or ""


def _until_it_answers(process: subprocess.Popen, name: str) -> None:
    """Wait until a server has printed its address and answers there."""
    watchdog = threading.Timer(TIMEOUT, os.killpg, (process.pid, signal.SIGKILL))
    watchdog.start()
    lines = []
    try:
        for line in process.stdout:
            lines.append(line)
            if found := ADDRESS.search(line):
                with urlopen(found[0], timeout=60) as answer:
                    answer.read()
                return
    finally:
        watchdog.cancel()
    raise SnippetError(f"{name}: the server ended, or named no address in {TIMEOUT} s:\n\n{''.join(lines)}")


def copy_project(target: Path) -> Path:
    """Copy what git tracks, or would track, to a new folder, and return it."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    return target
