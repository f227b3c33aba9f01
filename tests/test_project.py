"""Sources that follow others: what is kept of them is what would be made anew, and what is the same is kept."""

from __future__ import annotations

import pytest
from sitekit import ContentError, error_index
from sitekit.expand import expand, opening
from sitekit.project import LANGUAGES, Project, once, pages
from support.shell import copy_project


def told(project):
    """Return all that pages are made of, or what is wrong with it."""
    try:
        whole = {
            (page.language, page.key): (opening(project, page.language, page.key), expand(project, *at))
            for language in LANGUAGES
            for page in pages(project, language)
            for at in [(page.language, page.key)]
        }
        return whole, error_index.entries(project)
    except ContentError as error:
        return str(error)


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return copy_project(tmp_path_factory.mktemp("sources") / "project")


@pytest.fixture(scope="module")
def first(root):
    project = Project(root)
    assert not isinstance(told(project), str)
    return project


SAVES = [  # (file, what stands there, what is put in its place, whether it is a mistake)
    ("docs/ko/zero_grad.md", "**`zero_grad", "**(saved) `zero_grad", False),
    ("docs/en/zero_grad.md", "{ #none_error }", "{ #other }", True),  # the index of errors names the heading
    ("docs/en/nn.md", "\n# ", "\n ", True),
    ("examples/zero_grad/none.py", "#> ", "#> saved ", False),
    ("examples/errors/making.py", '"""', '"""Saved. ', False),
    ("examples/ols/scaling.py", "[start:", "[begin:", True),
    ("docs/errors.toml", "ko = [\n    '", "ko = [\n    'saved ", False),
    ("docs/errors.toml", "[[memory]]", "[[memory", True),
    ("docs/memo/claims.toml", '"true"', '"wrong"', False),
    ("docs/glossary.toml", 'means_ko = "', 'means_ko = "saved ', False),
    ("docs/words.toml", "ko = ", "ko =  ", False),
    ("examples/versions.json", '"2.15', '"2.16', False),
    ("docs/ko/labs/digits.ipynb", "**\\n", "** saved\\n", False),
]


@pytest.mark.parametrize(("name", "old", "new", "mistake"), SAVES, ids=[f"{row[0]}-{row[1]}" for row in SAVES])
def test_what_is_kept_is_what_would_be_made_anew(root, first, name, old, new, mistake):
    path = root / name
    text = f"\n{path.read_text(encoding='utf-8')}"
    assert old in text
    try:
        path.write_text(text.replace(old, new, 1)[1:], encoding="utf-8")
        saved = Project(root, last=first)
        anew = told(Project(root))
        assert told(saved) == anew
        assert isinstance(anew, str) == mistake, anew
    finally:
        path.write_text(text[1:], encoding="utf-8")
    assert told(Project(root, last=saved)) == told(first), "after what was made while there was a mistake"


def test_a_file_that_comes_or_goes_and_a_note_count(root, first):
    script = root / "examples/zero_grad/none.py"
    text = script.read_text(encoding="utf-8")
    script.unlink()
    gone = Project(root, last=first)
    assert told(gone) == told(Project(root))
    assert "examples/zero_grad/none.py" in told(gone)
    script.write_text(text, encoding="utf-8")
    (root / "examples/zero_grad/other.py").write_text(text, encoding="utf-8")
    more = Project(root, last=gone)
    assert told(more) == told(Project(root))
    noted = Project(root, notes={"examples/zero_grad/none.py": "it fails"}, last=more)
    assert "it fails" in expand(noted, "en", "zero_grad")
    assert "it fails" not in expand(Project(root, last=noted), "en", "zero_grad")


def test_only_what_a_save_touches_is_made_again(root):
    made: list[str] = []

    @once
    def words(project, name):
        made.append(name)
        return len(project.text(name).split())

    @once
    def is_long(project, name):
        made.append(f"{name}?")
        return words(project, name) > 10

    first, names = Project(root), ["docs/ko/ols.md", "docs/en/ols.md"]
    assert [is_long(first, name) for name in names] == [True, True]
    assert [is_long(first, name) for name in names] == [True, True]
    assert made == ["docs/ko/ols.md?", "docs/ko/ols.md", "docs/en/ols.md?", "docs/en/ols.md"]
    made.clear()
    path = root / names[0]
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\n\n", encoding="utf-8")
    try:
        assert [is_long(Project(root, last=first), name) for name in names] == [True, True]
    finally:
        path.write_text(text, encoding="utf-8")
    assert made == ["docs/ko/ols.md"], "it has as many words as before; the other page is the same"


def test_what_is_asked_to_compare_is_not_what_is_asked(root):
    made = []

    @once
    def words(project, name):
        return len(project.text(name).split())

    @once
    def both(project):
        made.append("both")
        return project.text("docs/ko/ols.md"), words(project, "docs/en/ols.md")

    one, other = root / "docs/ko/ols.md", root / "docs/en/ols.md"
    texts = one.read_text(encoding="utf-8"), other.read_text(encoding="utf-8")
    project = Project(root)
    both(project)
    try:
        one.write_text(f"{texts[0]}\nsaved\n", encoding="utf-8")
        project = Project(root, last=project)
        both(project)
        assert made == ["both", "both"]
        other.write_text(f"{texts[1]}\n\n", encoding="utf-8")
        both(Project(root, last=project))
        assert made == ["both", "both"], "the other page has as many words as before"
    finally:
        one.write_text(texts[0], encoding="utf-8")
        other.write_text(texts[1], encoding="utf-8")
