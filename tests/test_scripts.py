"""The scripts and the pages fit: every section is shown, in order, under its heading, in both languages."""

from __future__ import annotations

import pytest
from sitekit.script import ROOT, cuda_runs, last_cuda_run, needs_cuda, sections
from support.pages import LANGUAGES, pages, scripts

SCRIPTS = [pytest.param(script, id=script.relative_to(ROOT).as_posix()) for script in scripts()]


@pytest.mark.parametrize("script", SCRIPTS)
def test_sections_are_whole(script):
    assert sections(script)


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_section_is_shown_in_the_scripts_order(script, language):
    name = script.relative_to(ROOT).as_posix()
    key = script.relative_to(ROOT / "examples").parent.as_posix()
    shown = [
        (include.section, f"{page.name}:{include.line}")
        for page in pages()
        if page.language == language and page.key == key
        for include in page.includes
        if include.script == script
    ]
    order = list(sections(script))
    missing = [section for section in order if section not in [section for section, _ in shown]]
    assert not missing, (
        f"docs/{language}/{key}.md shows no section {missing} of {name}: "
        f'add --8<-- "{name}:{missing[0]}", or take the section out of the script'
    )
    assert [section for section, _ in shown] == order, f"{shown} is not the order of {name}: {order}"


@pytest.mark.parametrize("page", [pytest.param(page, id=page.name) for page in pages()])
def test_includes_stand_where_they_belong(page):
    for fence in page.fences:
        for include in fence.includes:
            where = f"{page.name}:{include.line}"
            assert include.section, f"{where}: include a section of the script, not the whole"
            assert include.script.parent == ROOT / "examples" / page.key, (
                f"{where}: the page shows scripts of examples/{page.key}/ alone, not {include.script}"
            )
            assert include.section in ("setup", fence.heading), (
                f"{where}: section '{include.section}' stands under the heading '{fence.heading}': give both one name"
            )


@pytest.mark.parametrize("script", SCRIPTS)
def test_outputs_come_from_a_run(script):
    """A script that CI never runs shows outputs only as the record says that they ran."""
    if needs_cuda(script) and "#>" in script.read_text(encoding="utf-8"):
        assert last_cuda_run(script), (
            f"{script.relative_to(ROOT)} has '#>' lines, but examples/cuda_runs.json knows no run of this text: "
            "run `pytest --update-examples` on a machine with CUDA, or delete the '#>' lines"
        )


def test_the_record_of_cuda_runs_is_fresh():
    for name, run in cuda_runs().items():
        script = ROOT / name
        assert script.exists(), f"examples/cuda_runs.json names {name}, which is gone: delete the entry"
        assert last_cuda_run(script) == run, (
            f"examples/cuda_runs.json is of another text of {name}, or was edited: "
            "run `pytest --update-examples` on a machine with CUDA, or delete the entry"
        )
