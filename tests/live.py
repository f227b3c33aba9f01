"""Serve the site, and run each script as it is saved: `make live`.

A process that has loaded torch and all else that the scripts import waits, and is forked for each run, so that a run
takes only its own time. What a script prints and draws is put into its file, or with --check only compared. The page
shows the outcome with the script; where it fails, the page says so.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import difflib
import importlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "docs"), str(ROOT / "tests")]

from sitekit import ContentError  # noqa: E402
from sitekit.project import Project, scripts  # noqa: E402
from sitekit.script import Script  # noqa: E402

LONGEST = 120  # seconds that a run may take


class Runner:
    """Runs scripts in forks of a process that has loaded what they import."""

    def __init__(self, *, check: bool) -> None:
        self.check = check
        self.notes: dict[str, str] = {}  # what went wrong, by script
        self.pid = 0  # of a run that goes on
        self.ours, theirs = socket.socketpair()
        command = [sys.executable, __file__, "--worker", str(theirs.fileno())]
        self.process = subprocess.Popen(command, pass_fds=[theirs.fileno()])
        theirs.close()
        self.answers = self.ours.makefile(encoding="utf-8")

    def __call__(self, old: Project, new: Project) -> dict[str, str]:
        """Run the scripts that are others in new sources; return what to say about scripts where pages show them."""
        names = old.changed(new)
        for script in scripts(new):
            if script.name in names or names.intersection(script.started):
                self.notes.pop(script.name, None)
                if problem := self._run(new, script.name):
                    self.notes[script.name] = problem
        return {name: note for name, note in self.notes.items() if new.has(name)}

    def _run(self, project: Project, name: str) -> str | None:
        """Run a script as it stands; tell the terminal, and return what went wrong."""
        begin, before = time.monotonic(), project.script(name)
        self.ours.sendall((json.dumps({"name": name, "update": not self.check}) + "\n").encode())
        self.pid = json.loads(self.answers.readline())["pid"]
        while not self._has_answer():
            overdue = time.monotonic() - begin > LONGEST
            if overdue or _now(before).code != before.code:
                _end(self.pid)
        self.pid = 0
        answer = json.loads(self.answers.readline())
        took = f"{name}: {time.monotonic() - begin:.2f} s"
        if problem := answer.get("problem"):
            print(f"{took}\n{problem}", flush=True)
        elif "skipped" in answer:
            print(f"{took}, {answer['skipped']}", flush=True)
        else:
            after = _now(before)
            difference = difflib.unified_diff(before.lines, after.lines, "before", "after", "", "", 0, "")
            print("\n".join([f"{took}, as shown" if before == after else took, *difference]), flush=True)
        return problem

    def _has_answer(self) -> bool:
        """Wait a moment for an answer; tell whether it is there."""
        self.ours.settimeout(0.1)
        try:
            return bool(self.ours.recv(1, socket.MSG_PEEK))
        except TimeoutError:
            return False
        finally:
            self.ours.settimeout(None)

    def close(self) -> None:
        """End the waiting process, and a run that goes on."""
        _end(self.pid)
        self.process.kill()
        self.process.wait()


def _now(script: Script) -> Script:
    """Return a script as its file is now; without a line where it is gone."""
    text = ""
    with contextlib.suppress(FileNotFoundError):
        text = script.path.read_text(encoding="utf-8", errors="replace")
    return Script(script.path, script.name, text)


def _end(pid: int) -> None:
    """End a run, and all that it started."""
    if pid:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)


def wait_for_work(channel: socket.socket) -> None:
    """Load what the scripts import, then fork for each that is asked for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other process ends this one
    from support import proof

    for name in imported(Project()):
        with contextlib.suppress(Exception), warnings.catch_warnings(action="ignore"):
            importlib.import_module(name)
    for line in channel.makefile(encoding="utf-8"):
        asked = json.loads(line)
        child = os.fork()
        if not child:
            os.setpgid(0, 0)
            with contextlib.suppress(BaseException):
                answer(channel, proof, **asked)
            os._exit(0)
        with contextlib.suppress(OSError):
            os.setpgid(child, child)
        say(channel, pid=child)
        _, status = os.waitpid(child, 0)
        if status:
            say(channel, problem=f"{asked['name']} was ended by signal {status & 127}")


def imported(project: Project) -> list[str]:
    """Return the modules that scripts import, but for the package, which may change at any time."""
    found = set()
    for script in scripts(project):
        with contextlib.suppress(ContentError):
            for node in ast.walk(script.tree) if not script.is_shell else ():
                if isinstance(node, ast.Import):
                    found |= {alias.name for alias in node.names}
                elif isinstance(node, ast.ImportFrom):
                    found.add(node.module)
    return sorted(name for name in found if name and not name.startswith("torchmemo"))


def answer(channel: socket.socket, proof, name: str, update: bool) -> None:
    """Run a script in this process, and say what came of it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silence, stream)
    warnings.simplefilter("error")
    project, folder = Project(), Path(tempfile.mkdtemp())
    try:
        skipped = proof.prove(project, project.script(name), folder, update=update)
        said = {"skipped": skipped} if skipped else {}
    except Exception as error:
        said = {"problem": str(error)}
    finally:
        os.chdir("/")
        shutil.rmtree(folder, ignore_errors=True)
    say(channel, **said)


def say(channel: socket.socket, **what) -> None:
    """Send one line."""
    channel.sendall((json.dumps(what) + "\n").encode())


def main() -> None:
    """Serve until Ctrl-C."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--check", action="store_true", help="compare outputs, and leave the scripts as they are")
    parser.add_argument("--worker", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        wait_for_work(socket.socket(fileno=options.worker))
        return
    import mkdocs_rebuild
    from mkdocs.__main__ import cli

    runner = Runner(check=options.check)
    mkdocs_rebuild.Rebuilder.before = runner
    try:
        cli(["serve", "--dev-addr", f"127.0.0.1:{options.port}"])
    finally:
        runner.close()


if __name__ == "__main__":
    main()
