"""The scripts and the pages fit: every section is shown, in order, under its heading, in both languages."""

from __future__ import annotations

import pytest
from sitekit.project import LANGUAGES, ROOT
from sitekit.records import CUDA_RUNS, cuda_runs, last_cuda_run
from support.pages import EACH_PAGE, EACH_SCRIPT, PROJECT, pages


@EACH_SCRIPT
def test_sections_are_whole(script):
    assert script.sections


@EACH_SCRIPT
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_section_is_shown_in_the_scripts_order(script, language):
    shown = [
        (include.section, f"{page.name}:{include.line}")
        for page in pages()
        if page.language == language and page.key == script.key
        for include in page.includes
        if include.name == script.name
    ]
    order = list(script.sections)
    missing = [section for section in order if section not in [section for section, _ in shown]]
    assert not missing, (
        f"docs/{language}/{script.key}.md shows no section {missing} of {script.name}: "
        f'add --8<-- "{script.name}:{missing[0]}", or take the section out of the script'
    )
    assert [section for section, _ in shown] == order, f"{shown} is not the order of {script.name}: {order}"


@EACH_PAGE
def test_includes_stand_where_they_belong(page):
    for fence in page.fences:
        for include in fence.includes:
            where = f"{page.name}:{include.line}"
            assert include.section, f"{where}: include a section of the script, not the whole"
            assert include.script.key == page.key, (
                f"{where}: the page shows scripts of examples/{page.key}/ alone, not {include.name}"
            )
            assert include.section in ("setup", fence.heading), (
                f"{where}: section '{include.section}' stands under the heading '{fence.heading}': give both one name"
            )


@EACH_SCRIPT
def test_outputs_come_from_a_run(script):
    """A script that CI never runs shows outputs only as the record says that they ran."""
    if not script.needs_cuda:
        assert not script.expects, f"{script.name} runs here: run `pytest --update-examples` in place of '#?' lines"
    elif script.outputs:
        assert last_cuda_run(PROJECT, script), (
            f"{script.name} has '#>' lines, but {CUDA_RUNS} knows no run of this text: "
            "run `make gpu` on a machine with CUDA, or mark them as expected: '#?'"
        )


def test_the_record_of_cuda_runs_is_fresh():
    for name, run in cuda_runs(PROJECT).items():
        assert (ROOT / name).exists(), f"{CUDA_RUNS} names {name}, which is gone: delete the entry"
        assert last_cuda_run(PROJECT, PROJECT.script(name)) == run, (
            f"{CUDA_RUNS} is of another text of {name}, or was edited: "
            "run `make gpu` on a machine with CUDA, or delete the entry"
        )
