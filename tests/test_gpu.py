"""`make gpu` runs with a machine's own Python and torch, and says what is missing."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from sitekit.project import ROOT, Project, scripts

OF_THE_SITE = ["mkdocs", "markdown", "lxml", "playwright", "jupytext", "nbformat", "nbclient", "hypothesis", "jinja2"]
LACKING = """
import runpy, sys
sys.modules.update(dict.fromkeys({lacking}))  # cannot be imported
sys.argv = ["tests/gpu.py", {name!r}, "--one"]
runpy.run_path("tests/gpu.py", run_name="__main__")
"""


def run(*command: str) -> subprocess.CompletedProcess:
    """Run Python at the project's root, without CUDA."""
    environment = {**os.environ, "CUDA_VISIBLE_DEVICES": ""}
    return subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True)


def test_without_cuda_it_says_why():
    done = run("tests/gpu.py")
    assert done.returncode == 1
    assert "problem  " in done.stdout
    assert done.stderr.strip() == "make gpu needs a torch that can use CUDA: see the problem above"


@pytest.mark.parametrize("suffix", [".py", ".sh"])
def test_a_script_takes_nothing_that_only_the_site_needs(suffix):
    (name, *_) = [script.name for script in scripts(Project()) if script.needs_cuda and script.name.endswith(suffix)]
    done = run("-c", LACKING.format(lacking=OF_THE_SITE, name=name))
    assert done.returncode == 2, done.stderr
    assert "this machine has no CUDA devices" in done.stdout


def test_a_package_that_is_missing_is_named():
    done = run("-c", LACKING.format(lacking=["psutil", "accelerate"], name="examples/gpu/check/count.py"))
    assert done.returncode == 1
    assert "lacks accelerate, psutil: install them, or name another Python" in done.stderr
