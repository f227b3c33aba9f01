"""The record of torch versions is of the scripts as they stand, and the pages say what it says."""

from __future__ import annotations

import json
import re
import tomllib

import pytest
from sitekit import ContentError
from sitekit.expand import expand
from sitekit.project import ROOT, Project
from sitekit.records import VERSIONS, digest, lacking, version_key, versions, versions_passed
from support.pages import EACH_PAGE, PROJECT, each, pages, scripts

EACH_SCRIPT = pytest.mark.parametrize(
    "script", each([script for script in scripts() if not script.needs_cuda], lambda script: script.name)
)
OLDEST = re.search(r"torch>=([\d.]+)", (ROOT / "pyproject.toml").read_text(encoding="utf-8"))[1]
NAMED = re.search(r"^VERSIONS \?= (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)[1].split()


def minor(version):
    return ".".join(version.split(".")[:2])


@EACH_SCRIPT
def test_each_script_has_a_record_of_its_present_text(script):
    record = versions(PROJECT).get(script.name)
    assert record, f"{VERSIONS} has no {script.name}: run `make versions`"
    assert record["sha256"] == digest(PROJECT, script), f"{script.name} has changed: run `make versions`"
    tried = sorted(record["passed"] + record["failed"], key=version_key)
    assert len(tried) >= 6
    assert minor(tried[0]) == minor(OLDEST), "pyproject.toml names the oldest version"
    assert record["passed"][-1] == tried[-1], f"{script.name} fails with the newest torch, {tried[-1]}"
    for version in record["failed"]:
        shown = [page for page in pages() if script.name in [include.name for include in page.includes]]
        silent = [page.name for page in shown if minor(version) not in page.prose]
        assert not silent, f"{script.name} fails with torch {version}: say in {silent} what differs there"


def test_the_record_has_no_script_that_is_gone():
    gone = [name for name in versions(PROJECT) if not (ROOT / name).exists()]
    assert not gone, f"{VERSIONS} has scripts that are gone: delete {gone} from it"


def test_the_lock_has_the_newest_version_of_the_record():
    lock = (ROOT / "requirements/dev.txt").read_text(encoding="utf-8")
    newest = max((v for record in versions(PROJECT).values() for v in record["passed"]), key=version_key)
    assert f"\ntorch=={newest} " in lock, (
        "the lock has another torch than the newest of the record: run `make versions`"
    )


@EACH_PAGE
def test_each_page_says_with_which_versions_its_code_was_checked(page):
    said = re.findall(r'<p class="tm-versions" markdown>(.*)</p>', expand(PROJECT, page.language, page.key))
    of_page = {include.script for include in page.includes if not include.script.needs_cuda}
    passed = versions_passed(PROJECT, list(of_page))
    assert [re.findall(r"\d+\.\d+(?:\.\d+)?", text) for text in said] == [passed] * bool(passed)


def test_a_record_of_another_text_counts_for_nothing(tmp_path):
    name = "examples/x/a.py"
    (tmp_path / "examples/x").mkdir(parents=True)
    (tmp_path / name).write_text('"""Doc."""\n', encoding="utf-8")
    entry = {"passed": ["2.9.1", "2.10.0"], "failed": []}
    entry["sha256"] = digest(Project(tmp_path), Project(tmp_path).script(name))
    (tmp_path / VERSIONS).write_text(json.dumps({name: entry}), encoding="utf-8")
    project = Project(tmp_path)
    assert versions_passed(project, [project.script(name)]) == ["2.9.1", "2.10.0"]
    assert (lacking(project, "2.10.0"), lacking(project, "2.11.0")) == ([], [name])
    (tmp_path / name).write_text('"""Other."""\n', encoding="utf-8")
    project = Project(tmp_path)
    assert versions_passed(project, [project.script(name)]) == []
    assert lacking(project, "2.10.0") == [name]


def test_a_version_that_is_none_is_named():
    with pytest.raises(ContentError, match="'two' is no version of torch: run `make versions`"):
        version_key("two")


def test_the_record_and_the_readme_name_the_versions_of_make_versions():
    recorded = {v for record in versions(PROJECT).values() for v in [*record["passed"], *record["failed"]]}
    assert recorded <= set(NAMED), f"{VERSIONS} has {recorded - set(NAMED)}, which `make versions` does not try"
    ends = [minor(pick(NAMED, key=version_key)) for pick in (min, max)]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"torch {ends[0]}부터 {ends[1]}까지" in readme
    assert f"torch {ends[0]} to {ends[1]}" in readme


def test_make_versions_names_at_least_six_and_the_oldest_supported():
    assert len(NAMED) >= 6
    assert minor(min(NAMED, key=version_key)) == minor(OLDEST)
    dependencies = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "optional-dependencies"
    ]["torch"]
    assert any(name.startswith("torch>=") for name in dependencies)
