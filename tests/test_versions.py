"""The record of torch versions is of the scripts as they stand, and the pages say what it says."""

from __future__ import annotations

import json
import re
import tomllib

import lxml.html
import pytest
from sitekit import script as example_script
from sitekit.script import ROOT, ScriptError, digest, needs_cuda, version_key, versions, versions_passed
from support.pages import pages, scripts

SCRIPTS = [
    pytest.param(script, id=script.relative_to(ROOT).as_posix()) for script in scripts() if not needs_cuda(script)
]
OLDEST = re.search(r"torch>=([\d.]+)", (ROOT / "pyproject.toml").read_text(encoding="utf-8"))[1]


def minor(version):
    return ".".join(version.split(".")[:2])


def shows(page, script):
    return script in [include.script for include in page.includes]


@pytest.mark.parametrize("script", SCRIPTS)
def test_each_script_has_a_record_of_its_present_text(script):
    record = versions().get(script.relative_to(ROOT).as_posix())
    assert record, f"examples/versions.json has no {script.relative_to(ROOT)}: run `make versions`"
    assert record["sha256"] == digest(script), f"{script.relative_to(ROOT)} has changed: run `make versions`"
    tried = sorted(record["passed"] + record["failed"], key=version_key)
    assert len(tried) >= 6
    assert version_key(tried[0])[:2] == version_key(OLDEST)[:2], "pyproject.toml names the oldest version"
    assert record["passed"][-1] == tried[-1], f"{script.relative_to(ROOT)} fails with the newest torch, {tried[-1]}"
    for version in record["failed"]:
        silent = [page.name for page in pages() if shows(page, script) and minor(version) not in page.prose]
        assert not silent, f"{script.relative_to(ROOT)} fails with torch {version}: say in {silent} what differs there"


def test_the_record_has_no_script_that_is_gone():
    gone = [name for name in versions() if not (ROOT / name).exists()]
    assert not gone, f"examples/versions.json has scripts that are gone: delete {gone} from it"


def test_the_lock_has_the_newest_version_of_the_record():
    lock = (ROOT / "requirements/dev.txt").read_text(encoding="utf-8")
    newest = max((v for record in versions().values() for v in record["passed"]), key=version_key)
    assert f"\ntorch=={newest} " in lock, (
        "the lock has another torch than the newest of the record: run `make versions`"
    )


@pytest.mark.parametrize("page", [pytest.param(page, id=page.name) for page in pages()])
def test_each_page_says_with_which_versions_its_code_was_checked(page, site):
    folder = site / ("" if page.language == "ko" else "en")
    html = folder / ("index.html" if page.key == "index" else f"{page.key}/index.html")
    said = lxml.html.parse(html).getroot().xpath("//p[@class='tm-versions']")
    of_page = {include.script for include in page.includes if not needs_cuda(include.script)}
    assert len(said) == bool(of_page)
    if said:
        assert re.findall(r"\d+\.\d+(?:\.\d+)?", said[0].text_content()) == versions_passed(sorted(of_page))


def test_a_record_of_another_text_counts_for_nothing(tmp_path, monkeypatch):
    script = tmp_path / "examples/x/a.py"
    script.parent.mkdir(parents=True)
    script.write_text("print(1)\n", encoding="utf-8")
    monkeypatch.setattr(example_script, "ROOT", tmp_path)
    entry = {"sha256": digest(script), "passed": ["2.9.1", "2.10.0"], "failed": []}
    monkeypatch.setattr(example_script, "versions", lambda: {"examples/x/a.py": entry})
    assert versions_passed([script]) == ["2.9.1", "2.10.0"]
    script.write_text("print(2)\n", encoding="utf-8")
    assert versions_passed([script]) == []


def test_a_version_that_is_none_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(example_script, "VERSIONS", tmp_path / "versions.json")
    script = ROOT / "examples/zero_grad/order.py"
    entry = {"sha256": digest(script), "passed": ["two"], "failed": []}
    example_script.VERSIONS.write_text(json.dumps({"examples/zero_grad/order.py": entry}), encoding="utf-8")
    with pytest.raises(ScriptError, match="'two' is no version of torch: run `make versions`"):
        versions_passed([script])


def test_the_record_and_the_readme_name_the_versions_of_make_versions():
    named = re.search(r"^VERSIONS \?= (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)[1].split()
    recorded = {version for record in versions().values() for version in [*record["passed"], *record["failed"]]}
    assert recorded <= set(named), (
        f"examples/versions.json has {recorded - set(named)}, which `make versions` does not try"
    )
    ends = [minor(pick(named, key=version_key)) for pick in (min, max)]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"torch {ends[0]}부터 {ends[1]}까지" in readme
    assert f"torch {ends[0]} to {ends[1]}" in readme


def test_make_versions_names_at_least_six_and_the_oldest_supported():
    named = re.search(r"^VERSIONS \?= (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)[1].split()
    assert len(named) >= 6
    assert version_key(min(named, key=version_key))[:2] == version_key(OLDEST)[:2]
    dependencies = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert any(name.startswith("torch>=") for name in dependencies)
