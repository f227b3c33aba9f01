"""Every fence of every page is run: what the page shows is what ran."""

from __future__ import annotations

import datetime
import json
import textwrap
from dataclasses import dataclass
from pathlib import Path

import markdown
import pytest
from sitekit import script as example_script
from sitekit.script import ScriptError, digest, needs_cuda, requirement
from support.drawings import check_figures
from support.pages import Fence, Page, config, pages
from support.runner import SnippetError, run_python, write_whole
from support.shell import run_shell, run_shell_script

SHELLS = {"bash"}
NOT_RUN = {"text"}  # declared to be no code
HARDWARE = {"cuda": range(1, 1000), "multi_gpu": range(2, 1000), "no_cuda": range(1)}  # how many CUDA devices


def marks(fence: Fence) -> list[pytest.MarkDecorator]:
    """Return the marks of what the fence's script requires: `pytest -m cuda` selects by them."""
    scripts = [include.script for include in fence.includes if include.script.exists()]
    return [getattr(pytest.mark, needs) for script in scripts if (needs := stated_requirement(script)) in HARDWARE]


def stated_requirement(script) -> str | None:
    """Return what a script requires; a broken script requires nothing and fails later, in its own test."""
    try:
        return requirement(script)
    except ScriptError:
        return None


FENCES = [
    pytest.param(page, fence, id=f"{page.name}:{fence.line}", marks=marks(fence))
    for page in pages()
    for fence in page.fences
]


@dataclass
class Run:
    """What became of a snippet that several fences show."""

    failure: str | None = None
    skip: str | None = None


@pytest.fixture(scope="session")
def runs() -> dict[object, Run]:
    """What has been run in this session, so that each snippet runs once."""
    return {}


@pytest.mark.parametrize(("page", "fence"), FENCES)
def test_snippet(page: Page, fence: Fence, runs, request, tmp_path):
    what = f"{page.name}:{fence.line}"
    if fence.language in NOT_RUN:
        return
    if fence.language in ("python", *SHELLS) and fence.includes:
        check_includes(page, fence)
        key = fence.includes[0].script
        run = lambda: run_script(key, request, tmp_path)  # noqa: E731
    elif fence.language in SHELLS:
        key, run = fence.source, lambda: run_shell(fence.source, what, tmp_path)
    elif fence.language == "python":
        key, run = what, lambda: run_inline(page, fence, request, tmp_path)
    else:
        known = ", ".join(sorted({"python", *SHELLS, *NOT_RUN}))
        pytest.fail(
            f"{what}: '{fence.language}' is no fence language that the tests run. Use one of: {known}",
            False,
        )
    recording = request.config.getoption("record_version")
    if recording and not isinstance(key, Path):
        pytest.skip("--record-version runs scripts alone")
    if key not in runs:
        try:
            runs[key] = Run(skip=run())
        except SnippetError as error:
            runs[key] = Run(failure=str(error))
        if recording and not runs[key].skip:
            record_version(key, passed=not runs[key].failure)
    if runs[key].failure:
        pytest.fail(f"{what} shows what does not run so.\n\n{runs[key].failure}", pytrace=False)
    if runs[key].skip:
        pytest.skip(runs[key].skip)


def check_includes(page: Page, fence: Fence) -> None:
    """Fail where an include line would show nothing, something else, or only a part of the fence."""
    where = f"{page.name}:{fence.line}"
    if len(fence.includes) != len([line for line in fence.source.splitlines() if line.strip()]):
        pytest.fail(f"{where}: a fence holds include lines or code, not both", pytrace=False)
    if len({include.script for include in fence.includes}) > 1:
        pytest.fail(f"{where}: a fence shows one script; split it", pytrace=False)
    options = {"pymdownx.snippets": config(page.language).mdx_configs["pymdownx.snippets"]}
    preprocessor = markdown.Markdown(extensions=["pymdownx.snippets"], extension_configs=options).preprocessors[
        "snippet"
    ]
    try:
        preprocessor.run(fence.source.splitlines())
    except Exception as error:
        pytest.fail(
            f"{where}: {error}. Give the path from the project's root and a section that it has.",
            pytrace=False,
        )


def run_script(script, request, folder) -> str | None:
    """Run an example script; return why it was skipped, or None."""
    update = request.config.getoption("update_examples")
    needs = requirement(script)
    if needs and (missing := missing_hardware(needs)):
        return f"{script.name} requires {needs}: {missing}"
    before = script.read_text(encoding="utf-8")
    if script.suffix == ".sh":
        after = run_shell_script(before, script, folder, update=update)
    else:
        after = run_python(before, script, folder, request, update=update)
    if update and after != before:
        write_whole(script, after)
    check_figures(script, folder, update=update)
    if update and needs_cuda(script):
        record_cuda_run(script)
    return None


def run_inline(page: Page, fence: Fence, request, folder) -> None:
    """Run a fence that holds its code itself."""
    source = fence.source + "\n"
    update = request.config.getoption("update_examples")
    after = run_python(source, page.path, folder, request, line=fence.line, update=update)
    if update and after != source:
        text = page.path.read_text(encoding="utf-8")
        old, new = (textwrap.indent(code, " " * fence.indent) for code in (source, after))
        write_whole(page.path, text.replace(old, new, 1))


def missing_hardware(needs: str) -> str | None:
    """Return what a requirement lacks on this machine, or None where it is met."""
    import torch

    if needs not in HARDWARE:
        raise SnippetError(f"'Requires: {needs}' is not known. Use one of: {', '.join(HARDWARE)}")
    if needs == "no_cuda" and not torch.version.cuda:
        return "this torch was not built for CUDA"
    count = torch.cuda.device_count() if torch.cuda.is_available() else 0
    return None if count in HARDWARE[needs] else f"this machine has {count or 'no'} CUDA device{'s' * (count != 1)}"


def record_version(script, *, passed: bool) -> None:
    """Record whether the script, as it stands, passes with this torch; only `pytest --record-version` comes here."""
    import torch

    name, version = script.relative_to(example_script.ROOT).as_posix(), torch.__version__.split("+")[0]
    records = example_script.versions()
    old = records.get(name, {})
    old = old if old.get("sha256") == digest(script) else {}
    lists = {key: set(old.get(key, [])) - {version} for key in ("passed", "failed")}
    lists["passed" if passed else "failed"].add(version)
    records[name] = {"sha256": digest(script)} | {
        key: sorted(found, key=example_script.version_key) for key, found in lists.items()
    }
    write_whole(example_script.VERSIONS, json.dumps(dict(sorted(records.items())), indent=1) + "\n")


def record_cuda_run(script) -> None:
    """Record that the script, as it stands now, ran here; only `pytest --update-examples` on CUDA comes here."""
    import torch

    run = {
        "device": torch.cuda.get_device_name(),
        "torch": torch.__version__,
        "date": datetime.date.today().isoformat(),
    }
    run["sha256"] = example_script.seal(script, run)
    runs = example_script.cuda_runs() | {script.relative_to(example_script.ROOT).as_posix(): run}
    write_whole(example_script.CUDA_RUNS, json.dumps(dict(sorted(runs.items())), indent=2) + "\n")


def test_a_run_on_cuda_is_recorded_and_an_edit_makes_the_record_stale(tmp_path, monkeypatch, request):
    """With a device of pretence: the script is run, its outputs are written, and the record is of that very text."""
    script = tmp_path / "examples/x/cuda.py"
    script.parent.mkdir(parents=True)
    script.write_text('"""Doc.\n\nRequires: cuda\n"""\n# --8<-- [start:a]\nprint(1)\n# --8<-- [end:a]\n')
    monkeypatch.setattr(example_script, "ROOT", tmp_path)
    monkeypatch.setattr(example_script, "CUDA_RUNS", tmp_path / "examples/cuda_runs.json")
    monkeypatch.setattr("torch.cuda.is_available", lambda: True)
    monkeypatch.setattr("torch.cuda.device_count", lambda: 1)
    monkeypatch.setattr("torch.cuda.get_device_name", lambda: "a pretended device")
    monkeypatch.setattr(request.config.option, "update_examples", True)
    assert example_script.last_cuda_run(script) is None
    folder = tmp_path / "run"
    folder.mkdir()
    assert run_script(script, request, folder) is None
    assert "print(1)\n#> 1\n" in script.read_text()
    assert example_script.last_cuda_run(script)["device"] == "a pretended device"
    script.write_text(script.read_text().replace("print(1)", "print(2)"))
    assert example_script.last_cuda_run(script) is None
    script.write_text(script.read_text().replace("print(2)", "print(1)"))
    kept = example_script.CUDA_RUNS.read_text()
    example_script.CUDA_RUNS.write_text(kept.replace("a pretended device", "another device"))
    assert example_script.last_cuda_run(script) is None, "a record that was edited is no record"
    example_script.CUDA_RUNS.write_text(kept)
    assert example_script.last_cuda_run(script)
    script.write_text(script.read_text().replace("print(1)", "print(1 / 0)"))
    with pytest.raises(SnippetError, match="ZeroDivisionError"):
        run_script(script, request, folder)
    assert example_script.CUDA_RUNS.read_text() == kept, "a run that failed is no record"


def test_there_are_snippets():
    for page in pages():
        if page.key not in ("index", "memo", "glossary", "reference", "contributing"):
            assert page.includes, f"{page.name} shows no code that ran: include a script's section"
    assert len(FENCES) > 50, f"only {len(FENCES)} fences were found: the pages were not read"
