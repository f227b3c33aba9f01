"""Every proof can fail: each claim and each page's rule has a change under which its script prints something else."""

from __future__ import annotations

from contextlib import nullcontext

import pytest
from sitekit import claims
from sitekit.project import Project
from support.controls import Control, controls, outputs
from support.pages import pages
from support.runner import SnippetError, run_python
from support.shell import run_shell_script

CONTROLS = controls()
CLAIMS = claims.claims(Project())
NO_RULE = {"index", "memo", "errors", "glossary", "reference", "contributing", "architecture"}


def test_each_claim_has_a_control():
    of = {control.of for control in CONTROLS}
    missing = [claim.id for claim in CLAIMS if claim.id not in of]
    assert not missing, f"give each of these claims a control in examples/<page>/controls.toml: {missing}"
    unknown = of - {claim.id for claim in CLAIMS} - {"rule"}
    assert not unknown, f"there are controls of claims that docs/memo/claims.toml has not: {sorted(unknown)}"


def test_each_pages_rule_has_a_control():
    keys = {page.key for page in pages()} - NO_RULE
    missing = sorted(keys - {control.key for control in CONTROLS if control.of == "rule"})
    assert not missing, f"give the rule of each of these pages a control in examples/<page>/controls.toml: {missing}"


@pytest.mark.parametrize("claim", [pytest.param(claim, id=claim.id) for claim in CLAIMS])
def test_a_claims_control_changes_what_proves_it(claim):
    for control in CONTROLS:
        if control.of == claim.id:
            assert (control.run, control.section) == tuple(claim.evidence.split(":")), (
                f"{control.name}: docs/memo/claims.toml proves {claim.id} by {claim.evidence}"
            )


@pytest.mark.parametrize("control", [pytest.param(c, id=f"{c.key}/{c.of}/{c.script}:{c.section}") for c in CONTROLS])
def test_the_output_is_another_under_the_control(control: Control, tmp_path):
    check(control, Project(), tmp_path)


def check(control: Control, project: Project, folder) -> None:
    """Fail where the control's change leaves the output as it is."""
    edited, started = control.edited(project), control.started(project)
    count = edited.text.count(control.old)
    assert count == 1, f"{control.name}: 'old' occurs {count} times, not once"
    before = outputs(started, started.text, control.section)
    if started.needs_cuda:
        pytest.skip(f"{control.run} needs CUDA")
    assert before, f"{control.name}: section '{control.section}' prints nothing"
    changed = edited.text.replace(control.old, control.new)
    if started.is_shell:
        source = changed if started == edited else started.text
        new = run_shell_script(source, started.path, folder, update=True, edits={edited.name: changed})
    else:
        assert started == edited, f"{control.name}: a Python script is run as it is edited; 'run' is for .sh"
        new = run_python(changed, edited.path, folder, update=True)
    after = outputs(started, new, control.section)
    assert after != before, f"{control.name}: the output is the same, so it proves nothing: rewrite the script"
    assert after, f"{control.name}: nothing is printed any more: let the changed script still say what it sees"


@pytest.mark.parametrize(
    ("new", "message"),
    [
        ("x = 2", "the output is the same, so it proves nothing"),
        ("y = 1", "name 'x' is not defined"),
        ("x = 1; print = str", "nothing is printed any more"),
        ("x = -1", None),
    ],
)
def test_a_control_that_changes_nothing_is_seen(new, message, tmp_path):
    """The check itself can fail."""
    script = tmp_path / "examples/x/a.py"
    script.parent.mkdir(parents=True)
    script.write_text('"""Doc."""\n# --8<-- [start:a]\nx = 1\nprint(x > 0)\n#> True\n# --8<-- [end:a]\n')
    control = Control("x", "rule", "a.py", "a", "x = 1", new, "a.py")
    expected = pytest.raises((AssertionError, SnippetError), match=message) if message else nullcontext()
    with expected:
        check(control, Project(tmp_path), tmp_path)
