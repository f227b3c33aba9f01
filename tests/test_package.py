"""The wheel installs into an empty environment with only what it requires, which is nothing, and runs there."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from sitekit.project import ROOT
from support.pages import LANGUAGES

import torchmemo

UV = Path(sys.executable).with_name("uv")
MESSAGE = "RuntimeError: mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The package's wheel, built from a copy, since a build leaves files beside what it builds."""
    folder = tmp_path_factory.mktemp("package")
    source = folder / "source"
    shutil.copytree(ROOT / "torchmemo", source / "torchmemo", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    command = [UV, "build", "--quiet", "--wheel", "--offline", "--no-build-isolation", "--python", sys.executable]
    subprocess.run([*command, "--out-dir", folder, source], check=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def programs(wheel, tmp_path_factory):
    """The folder of programs of an environment that holds the wheel and nothing else."""
    folder = tmp_path_factory.mktemp("empty") / "venv"
    subprocess.run([UV, "venv", "--quiet", "--offline", "--python", sys.executable, folder], check=True)
    python = folder / "bin" / "python"
    subprocess.run([UV, "pip", "install", "--quiet", "--offline", "--no-index", "--python", python, wheel], check=True)
    return python.parent


def run(programs, tmp_path, *command, **options):
    """Run a program of the empty environment, in an empty folder, so that it cannot find this one."""
    return subprocess.run(
        [programs / command[0], *command[1:]], cwd=tmp_path, capture_output=True, text=True, env={}, **options
    )


def test_the_wheel_has_the_version_the_types_and_the_index_of_errors(wheel):
    assert wheel.name.startswith(f"torchmemo-{torchmemo.__version__}-")
    names = zipfile.ZipFile(wheel).namelist()
    assert {"torchmemo/py.typed", "torchmemo/errors.json"} <= set(names)
    assert all(name.startswith(("torchmemo/", f"torchmemo-{torchmemo.__version__}.dist-info/")) for name in names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_is_explained_without_torch(programs, tmp_path, language):
    done = run(programs, tmp_path, "torchmemo", "explain", "--language", language, "--json", input=MESSAGE)
    assert done.returncode == 0, done.stderr
    assert [answer["id"] for answer in json.loads(done.stdout)["answers"]] == ["matmul_shape"]
    done = run(programs, tmp_path, "torchmemo", "explain", "--language", language, input=MESSAGE)
    assert "in_features" in done.stdout
    assert ("이" in done.stdout) == (language == "ko")


def test_what_needs_torch_says_so_and_names_the_way_out(programs, tmp_path):
    done = run(programs, tmp_path, "python", "-m", "torchmemo.devices")
    assert done.returncode == 1
    assert "torch is not installed" in done.stderr
    assert "Traceback" not in done.stderr
    done = run(programs, tmp_path, "python", "-c", "from torchmemo import fit_ols")
    assert "fit_ols needs torch, which is not installed: pip install 'torchmemo[torch]'" in done.stderr
