"""Every proof can fail: each claim and each page's rule has a change under which its script prints something else."""

from __future__ import annotations

from contextlib import nullcontext

import pytest
from sitekit import claims
from sitekit.script import ROOT, needs_cuda
from support.controls import Control, controls, outputs
from support.pages import pages
from support.runner import SnippetError, run_python
from support.shell import run_shell_script

CONTROLS = controls()
NO_RULE = {"index", "memo", "errors", "glossary", "reference", "contributing", "architecture"}


def test_each_claim_has_a_control():
    of = {control.of for control in CONTROLS}
    missing = [claim.id for claim in claims.claims() if claim.id not in of]
    assert not missing, f"give each of these claims a control in examples/<page>/controls.toml: {missing}"
    unknown = of - {claim.id for claim in claims.claims()} - {"rule"}
    assert not unknown, f"there are controls of claims that docs/memo/claims.toml has not: {sorted(unknown)}"


def test_each_pages_rule_has_a_control():
    keys = {page.key for page in pages()} - NO_RULE
    missing = sorted(keys - {control.key for control in CONTROLS if control.of == "rule"})
    assert not missing, f"give the rule of each of these pages a control in examples/<page>/controls.toml: {missing}"


@pytest.mark.parametrize("claim", [pytest.param(claim, id=claim.id) for claim in claims.claims()])
def test_a_claims_control_changes_what_proves_it(claim):
    for control in CONTROLS:
        if control.of == claim.id:
            assert (control.run, control.section) == tuple(claim.evidence.split(":")), (
                f"{control.name}: docs/memo/claims.toml proves {claim.id} by {claim.evidence}"
            )


@pytest.mark.parametrize("control", [pytest.param(c, id=f"{c.key}/{c.of}/{c.script}:{c.section}") for c in CONTROLS])
def test_the_output_is_another_under_the_control(control: Control, request, tmp_path, monkeypatch):
    text = control.edited.read_text(encoding="utf-8")
    assert text.count(control.old) == 1, f"{control.name}: 'old' occurs {text.count(control.old)} times, not once"
    before = outputs(control.started, control.started.read_text(encoding="utf-8"), control.section)
    if needs_cuda(control.started):
        pytest.skip(f"{control.run} needs CUDA")
    assert before, f"{control.name}: section '{control.section}' prints nothing"
    monkeypatch.setattr(request.config.option, "update_examples", True)  # outputs as they come
    after = outputs(control.started, changed_run(control, text, request, tmp_path), control.section)
    assert after != before, f"{control.name}: the output is the same, so it proves nothing: rewrite the script"
    assert after, f"{control.name}: nothing is printed any more: let the changed script still say what it sees"


def changed_run(control: Control, text: str, request, folder) -> str:
    """Return the text of the script that is run, with the outputs of a run with the change."""
    changed = text.replace(control.old, control.new)
    if control.started.suffix == ".sh":
        edits = {control.edited.relative_to(ROOT).as_posix(): changed}
        source = changed if control.run == control.script else control.started.read_text(encoding="utf-8")
        return run_shell_script(source, control.started, folder, update=True, edits=edits)
    assert control.run == control.script, f"{control.name}: a Python script is run as it is edited; 'run' is for .sh"
    return run_python(changed, control.edited, folder, request, update=True)


@pytest.mark.parametrize(
    ("new", "message"),
    [
        ("x = 2", "the output is the same, so it proves nothing"),
        ("y = 1", "name 'x' is not defined"),
        ("x = 1; print = str", "nothing is printed any more"),
        ("x = -1", None),
    ],
)
def test_a_control_that_changes_nothing_is_seen(new, message, tmp_path, request, monkeypatch):
    """The check itself can fail."""
    script = tmp_path / "examples/x/a.py"
    script.parent.mkdir(parents=True)
    script.write_text('"""Doc."""\n# --8<-- [start:a]\nx = 1\nprint(x > 0)\n#> True\n# --8<-- [end:a]\n')
    monkeypatch.setattr("support.controls.ROOT", tmp_path)
    control = Control("x", "rule", "a.py", "a", "x = 1", new, "a.py")
    expected = pytest.raises((AssertionError, SnippetError), match=message) if message else nullcontext()
    with expected:
        test_the_output_is_another_under_the_control(control, request, tmp_path, monkeypatch)
