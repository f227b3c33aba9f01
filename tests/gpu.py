"""Run the scripts that need CUDA, and record the runs, with the Python and the torch that a machine has: `make gpu`.

Each script runs in a process of its own and is compared with what it shows or expects (`#?`). Where it agrees, its
outputs and the record of the run (`examples/cuda_runs.json`) are kept. What builds and tests the site is not needed.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "docs"), str(ROOT / "tests")]
PACKAGES = ("torch", "accelerate", "numpy", "psutil", "packaging", "pytest_examples")
PASSED, FAILED, SKIPPED = 0, 1, 2


def main() -> None:
    """Run all of them, or those whose name holds a word, and exit with 1 where one failed."""
    parser = argparse.ArgumentParser(prog="python tests/gpu.py", description=__doc__.splitlines()[0])
    parser.add_argument("word", nargs="?", default="", help="run the scripts whose path holds this word")
    parser.add_argument("--accept-outputs", action="store_true", help="keep outputs that differ from what is expected")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if missing := [name for name in PACKAGES if not importlib.util.find_spec(name)]:
        sys.exit(
            f"{sys.executable} lacks {', '.join(missing)}: install them, or name another Python: make gpu PYTHON=..."
        )
    if options.one:
        sys.exit(one(options.word, accept=options.accept_outputs))
    without_cuda()
    from sitekit.project import Project, scripts

    names = [script.name for script in scripts(Project()) if script.needs_cuda and options.word in script.name]
    outcomes = []
    for name in names:
        command = [sys.executable, __file__, name, "--one", *(["--accept-outputs"] if options.accept_outputs else [])]
        done = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True)
        outcomes.append(done.returncode)
        word = {PASSED: "passed ", SKIPPED: "skipped"}.get(done.returncode, "FAILED ")
        print(word, name, *[line for line in [done.stdout.strip() or done.stderr.strip()] if line], flush=True)
    count = {word: outcomes.count(code) for word, code in {"passed": PASSED, "skipped": SKIPPED}.items()}
    print(f"{count['passed']} passed, {count['skipped']} skipped, {len(names) - sum(count.values())} failed")
    sys.exit(not names or len(names) != sum(count.values()))


def one(name: str, *, accept: bool) -> int:
    """Prove one script here, and say why not."""
    from sitekit.project import Project
    from support.proof import prove
    from support.runner import SnippetError

    project = Project()
    with tempfile.TemporaryDirectory() as folder:
        try:
            skipped = prove(project, project.script(name), Path(folder), update=True, accept=accept)
        except SnippetError as error:
            print(error)
            return FAILED
    print(skipped or "")
    return SKIPPED if skipped else PASSED


def without_cuda() -> None:
    """Stop where torch cannot use CUDA, with the reason."""
    import torch

    if not torch.cuda.is_available():
        from torchmemo.devices import main as report

        report([])
        sys.exit("make gpu needs a torch that can use CUDA: see the problem above")


if __name__ == "__main__":
    main()
