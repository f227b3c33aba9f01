"""The page on the architecture is true: what it names exists, and who may import whom is so."""

from __future__ import annotations

import ast
import re

import pytest
from sitekit.expand import expand
from sitekit.project import LANGUAGES, ROOT
from support.pages import PROJECT

PATH = re.compile(r"(?:docs|examples|tests|torchmemo)/[\w./]*|Makefile|mkdocs(?:\.en)?\.yml")


def named(text: str) -> set[str]:
    """Return the files and folders that a text names."""
    return set(PATH.findall(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_file_that_the_page_names_exists(language):
    text = "\n".join(line for line in expand(PROJECT, language, "architecture").splitlines() if "<key>" not in line)
    found = named(text)
    assert len(found) > 30
    gone = sorted(name for name in found if not (ROOT / name.rstrip(".")).exists())
    assert not gone, f"docs/{language}/architecture.md names what is gone: {gone}"


def test_the_page_names_each_part_of_the_machinery():
    text = expand(PROJECT, "en", "architecture")
    parts = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs/sitekit").glob("*.py")}
    small = {"docs/sitekit/__init__.py", "docs/sitekit/page.py", "docs/sitekit/project.py", "docs/sitekit/words.py"}
    missing = sorted(parts - small - {"docs/sitekit/glossary.py"} - named(text))
    assert not missing, f"say on docs/*/architecture.md, under #where, what {missing} is for"


@pytest.mark.parametrize(
    ("folder", "forbidden"),
    [
        ("torchmemo", {"sitekit", "mkdocs", "mkdocs_hook", "support"}),
        ("docs/sitekit", {"torch", "numpy", "torchmemo", "mkdocs", "mkdocs_hook", "support"}),
        ("tests/support", {"conftest"}),
        ("tests", {"conftest"}),
    ],
)
def test_imports_go_one_way(folder, forbidden):
    tests = {path.stem for path in (ROOT / "tests").glob("test_*.py")}
    for path in (ROOT / folder).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            wrong = {name.partition(".")[0] for name in names} & (forbidden | tests)
            assert not wrong, f"{path.relative_to(ROOT)}:{node.lineno} imports {wrong}"
