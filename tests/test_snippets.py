"""What a page shows is what ran: every script is run once, and every fence is of a script, or a command that runs."""

from __future__ import annotations

import pytest
from sitekit import ContentError
from sitekit.project import Project
from sitekit.records import VERSIONS, versions
from sitekit.script import Script
from support import proof
from support.fences import commands, mistakes
from support.pages import EACH_PAGE, Page, pages, scripts
from support.runner import SnippetError
from support.shell import run_shell


def marks(script: Script) -> list[pytest.MarkDecorator]:
    """Return the marks of what a script requires: `pytest -m cuda` selects by them."""
    try:
        return [getattr(pytest.mark, script.requires)] if script.requires in proof.HARDWARE else []
    except ContentError:  # a broken script requires nothing, and fails in its own test
        return []


@pytest.mark.parametrize("script", [pytest.param(script, id=script.name, marks=marks(script)) for script in scripts()])
def test_script(script: Script, request, tmp_path):
    project, option = Project(), request.config.option
    if option.record_version and proof.has_record(project, script):
        pytest.skip(f"{VERSIONS} has this text of it with torch {proof.torch_version()}")
    try:
        skipped = proof.prove(project, script, tmp_path, update=option.update_examples, accept=option.accept_outputs)
        failure = ""
    except (SnippetError, ContentError) as error:
        skipped, failure = None, str(error)
    if option.record_version and not skipped:
        proof.record_version(project, script.name, passed=not failure)
    if failure:
        shown = [f"{page.name}:{line}" for page in pages() if (line := first_shown(page, script))]
        pytest.fail(f"{failure}\n\nIt is shown on {', '.join(shown) or 'no page'}.", pytrace=False)
    if skipped:
        pytest.skip(skipped)


def first_shown(page: Page, script: Script) -> int | None:
    """Return the line on which a page first shows a script."""
    return next((include.line for include in page.includes if include.name == script.name), None)


@EACH_PAGE
def test_each_fence_shows_a_script_or_runs(page):
    found = [mistake for fence in page.fences for mistake in mistakes(page, fence)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("source", "places"), [pytest.param(*command, id=command[1][0]) for command in commands()])
def test_command(source, places, tmp_path):
    """A command that stands on pages itself runs, once however many pages say it."""
    try:
        run_shell(source, places[0], tmp_path)
    except SnippetError as error:
        pytest.fail(f"{error}\n\nIt is shown on {', '.join(places)}.", pytrace=False)


def test_there_are_scripts_and_pages_show_them():
    for page in pages():
        if page.key not in ("index", "memo", "glossary", "reference", "contributing", "architecture"):
            assert page.includes, f"{page.name} shows no code that ran: include a script's section"
    assert len(scripts()) > 100, f"only {len(scripts())} scripts were found"
    assert len(commands()) > 0


def test_only_what_has_no_record_runs_with_a_version(tmp_path):
    """`make versions` runs what changed, and what is new."""
    script = tmp_path / "examples/x/a.py"
    script.parent.mkdir(parents=True)
    script.write_text('"""Doc."""\n# --8<-- [start:a]\nx = 1\n# --8<-- [end:a]\n', encoding="utf-8")
    project = Project(tmp_path)
    read = project.script("examples/x/a.py")
    assert not proof.has_record(project, read)
    proof.record_version(project, read.name, passed=False)
    again = Project(tmp_path)
    assert proof.has_record(again, read)
    assert versions(again)[read.name]["failed"] == [proof.torch_version()]
    script.write_text(read.text + "\n", encoding="utf-8")
    assert not proof.has_record(again, Project(tmp_path).script(read.name))
