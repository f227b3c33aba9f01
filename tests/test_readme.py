"""The README's commands exist, and CI calls the same ones."""

from __future__ import annotations

import re
import subprocess

import pytest
from sitekit.project import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
KOREAN, ENGLISH = README.split("## English")
TARGETS = sorted(set(re.findall(r"(?m)(?:^|`)make ([a-z]+)", README + (ROOT / ".ci/run").read_text(encoding="utf-8"))))


def test_both_languages_name_the_same_commands():
    commands = r"```bash\n(.*?)\n```|^\|.*\| (`.*`) \|$"
    assert re.findall(commands, KOREAN, re.DOTALL | re.MULTILINE) == re.findall(
        commands, ENGLISH, re.DOTALL | re.MULTILINE
    )


@pytest.mark.parametrize("target", TARGETS)
def test_each_make_target_exists(target):
    done = subprocess.run(["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_ci_runs_the_readmes_test_command():
    assert "make test" in (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()


def test_no_lock_file_names_a_host():
    for lock in sorted((ROOT / "requirements").glob("*.txt")):
        text = lock.read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert not re.search(r"://|--(extra-)?index-url|--find-links", text), f"{lock.name} names a host"
