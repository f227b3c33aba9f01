"""Each lab's notebooks are what a run of its source gives, in both languages, and a broken one is refused in words."""

from __future__ import annotations

import gzip
import json
import re

import nbformat
import pytest
import torch
from sitekit.project import ROOT
from support import labs
from support.built import BuiltPage, sections
from support.lab_changes import CHANGES, change_and_run_again
from support.pages import LANGUAGES
from support.runner import SnippetError, write_whole
from support.terms import AVOIDED, BRITISH, HANGUL

LABS = [pytest.param(source, id=f"labs/{source.stem}") for source in labs.labs()]


def test_there_are_labs():
    assert len(LABS) >= 6
    for language in LANGUAGES:
        kept = {path.stem for path in (ROOT / "docs" / language / "labs").glob("*.ipynb")}
        assert kept == {source.stem for source in labs.labs()}


@pytest.mark.parametrize("source", LABS)
def test_lab_runs_from_nothing_gives_what_is_committed_and_can_be_changed(source, tmp_path, request):
    import matplotlib.font_manager  # noqa: F401 - a list of fonts that is not there yet is made here, not in the lab

    made = {language: labs.notebook(source, language) for language in LANGUAGES}
    version = torch.__version__.split("+")[0]
    labs.run(made["ko"], tmp_path, version, then=lambda client: change_and_run_again(client, source.stem))
    outputs = {cell.id: cell for cell in made["ko"].cells if cell.cell_type == "code"}
    for cell in made["en"].cells:  # the code is the same
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = outputs[cell.id].outputs, outputs[cell.id].execution_count
    made["en"].metadata = made["ko"].metadata
    if request.config.getoption("update_examples"):
        for language, notebook in made.items():
            write_whole(labs.committed(source, language), json.dumps(notebook, indent=1, ensure_ascii=False) + "\n")
    for language, notebook in made.items():
        labs.check(labs.committed(source, language), source, notebook)


def test_every_lab_that_writes_code_to_files_is_changed():
    writes = {source.stem for source in labs.labs() if "write_text(" in source.read_text(encoding="utf-8")}
    assert writes <= {change.lab for change in CHANGES}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("source", LABS)
def test_lab_page_weighs_little_and_asks_for_nothing(source, language, site):
    page = BuiltPage(language, f"labs/{source.stem}")
    assert len(gzip.compress(page.html(site).read_bytes())) < 60_000
    article = page.article(site)
    assert not article.xpath(".//style | .//script | .//link")
    assert "$" not in "".join(article.xpath(".//p//text()[not(ancestor::code)]")), "a formula was left as it is"
    headings = [heading.get("id") for heading in article.xpath(".//h1 | .//h2")]
    cells = [cell for cell in labs.notebook(source, language).cells if cell.cell_type == "markdown"]
    assert headings == [cell.id for cell in cells if cell.source.startswith(("# ", "## "))]
    assert nbformat.read(page.html(site).with_name(f"{source.stem}.ipynb"), as_version=4).cells, (
        "the reader can download it"
    )
    for drawing in article.xpath(".//svg[contains(@class,'tm-drawing')]"):
        assert len(drawing.get("aria-label")) > 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_holds_a_labs_prose_and_code_and_no_markup(site, language):
    known = sections(site, language)
    for source in labs.labs():
        found = [entry for entry in known if entry["location"].startswith(f"labs/{source.stem}/")]
        text = " ".join(entry["text"] + entry["code"] for entry in found)
        assert "import torch" in re.sub("<[^>]+>", "", text)
        assert len(found) > 3
        assert "jp-" not in text


LAB = """# %% [markdown] lang="ko" name="title"
# # 제목
# %% [markdown] lang="en" name="title"
# # Title
# %%
print(1)
"""


@pytest.fixture
def lab(tmp_path):
    """A lab of one cell, and a function that keeps its notebook with a change."""
    source, kept = tmp_path / "lab.py", tmp_path / "lab.ipynb"
    source.write_text(LAB, encoding="utf-8")
    made = labs.notebook(source, "ko")
    made.cells[1].outputs = [nbformat.v4.new_output("stream", name="stdout", text="1\n")]

    def keep(change=lambda notebook: None):
        notebook = nbformat.from_dict(json.loads(json.dumps(made)))
        change(notebook)
        nbformat.write(notebook, kept)
        return kept, source, made

    return keep


def test_a_notebook_that_is_right_passes(lab):
    labs.check(*lab())


def output(**data):
    return lambda notebook: notebook.cells[1].update(outputs=[nbformat.v4.new_output(**data)])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda n: n.metadata.kernelspec.update(name="conda-env"), "names the kernel 'conda-env', not 'python3'"),
        (lambda n: n.metadata.pop("kernelspec"), "names the kernel 'None', not 'python3'"),
        (lambda n: n.cells.append(nbformat.v4.new_code_cell("1")), "has 3 cells, and the source 2"),
        (lambda n: n.metadata.torchmemo.update(sha256="0"), "is a run of another text of .*lab.py.*--update-examples"),
        (output(output_type="error", ename="E", evalue="oh", traceback=[]), "ends in an error. Catch it .*: oh"),
        (output(output_type="stream", name="stderr", text="w"), "writes to stderr"),
        (output(output_type="stream", name="stdout", text="in /home/me/x.py"), "'/home/me/x.py' is of the machine"),
        (output(output_type="stream", name="stdout", text="/workspace/a b"), "'/workspace/a' is of the machine"),
        (
            output(output_type="stream", name="stdout", text="<f at 0x7f0011223344>"),
            "'0x7f0011223344' is of the machine",
        ),
        (output(output_type="execute_result", data={"text/plain": "1"}), "print the value"),
        (output(output_type="stream", name="stdout", text="2\n"), "(?s)shows what does not run so.*2\n.*1\n"),
        (lambda n: n.cells[1].update(source="print(2 - 1)"), "other text than the source's"),
    ],
)
def test_a_notebook_that_is_wrong_is_refused_in_words(lab, change, message):
    with pytest.raises(SnippetError, match=message):
        labs.check(*lab(change))


def test_prose_in_one_language_is_refused(tmp_path):
    source = tmp_path / "lab.py"
    source.write_text(LAB.replace('# %% [markdown] lang="en" name="title"\n# # Title\n', ""), encoding="utf-8")
    with pytest.raises(SnippetError, match="give both languages the same cells"):
        labs.notebook(source, "ko")
    source.write_text(LAB.replace(' lang="ko" name="title"', ""), encoding="utf-8")
    with pytest.raises(SnippetError, match="says not which it is"):
        labs.notebook(source, "ko")


def test_an_interrupted_refresh_leaves_the_old_notebook(lab, tmp_path):
    kept, source, _ = lab()
    before = kept.read_bytes()
    source.write_text(LAB.replace("print(1)", "raise KeyboardInterrupt"), encoding="utf-8")
    broken = labs.notebook(source, "ko")
    with pytest.raises(Exception, match="KeyboardInterrupt"):
        labs.run(broken, tmp_path, "2.15.0")
    assert kept.read_bytes() == before


@pytest.mark.parametrize("source", LABS)
def test_each_lab_is_in_its_language_and_keeps_to_the_terms(source):
    prose = {
        language: "\n".join(
            cell.source for cell in labs.notebook(source, language).cells if cell.cell_type == "markdown"
        )
        for language in LANGUAGES
    }
    assert not HANGUL.search(prose["en"])
    for other, term in AVOIDED:
        assert not re.search(other, prose["ko"]), f"{source.name}: this site's term for {other} is {term}"
    for british, american in BRITISH:
        assert not re.search(british, prose["en"], re.IGNORECASE), f"{source.name}: not {british} but {american}"
    for text in prose.values():
        assert text.split("\n", 2)[2].startswith("**"), f"{source.name}: put the rule, in bold, after the title"
