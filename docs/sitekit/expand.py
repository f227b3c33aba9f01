"""The whole Markdown of a page in a language: what is rendered, what is the plain page, and what the tests read."""

from __future__ import annotations

import re
import textwrap

from sitekit import ContentError, blocks, claims, error_index, glossary, home, notebook
from sitekit.page import INCLUDE, Page, rule_of, title_of
from sitekit.project import Project, once
from sitekit.records import last_cuda_run, versions_passed
from sitekit.script import Script
from sitekit.words import words

GENERATED = {  # stands where a page wants what is made from data
    "<!-- errors -->": error_index.markdown,
    "<!-- glossary -->": glossary.markdown,
    "<!-- memo -->": claims.markdown,
    "<!-- mistakes -->": home.mistakes,
    "<!-- numbers -->": home.numbers,
    "<!-- sample -->": home.sample,
    "<!-- verdicts -->": home.verdicts,
}
_FENCE = re.compile(r"^( *)(```|~~~)")


@once
def expand(project: Project, language: str, key: str) -> str:
    """Return a page with its code in place of include lines, its notices, its versions, and what is made from data.

    Raises:
        ContentError: something that the page shows is not there, or is wrong.
    """
    page = project.page(language, key)
    if page.is_notebook:
        return notebook.markdown(project, page)
    text = claims.with_verdicts(project, page, page.text)
    for mark, make in GENERATED.items():
        if mark in text:
            text = text.replace(mark, make(project, language))
    lines: list[str] = []
    used: dict[str, Script] = {}
    opening = 0
    for line in text.splitlines():
        if _FENCE.match(line):
            opening = len(lines)
        include = INCLUDE.match(line)
        if not include:
            lines.append(line)
            continue
        script = _included(project, page, include)
        lines[opening] = blocks.named(lines[opening], script)
        if script.name not in used:
            notices = _notices(project, language, script)
            lines[opening:opening] = notices
            opening += len(notices)  # a fence may show two sections
        used[script.name] = script
        indent = line[: len(line) - len(line.lstrip())]
        lines += [f"{indent}{shown}" if shown else "" for shown in script.shown(include["section"])]
    lines += ["", *_checked_with(project, language, list(used.values()))]
    return "\n".join(lines).rstrip() + "\n"


@once
def opening(project: Project, language: str, key: str) -> tuple[str, str]:
    """Return the title and the rule of a page.

    Raises:
        ContentError: it has none, or cannot be expanded.
    """
    page, text = project.page(language, key), expand(project, language, key)
    return title_of(page, text), rule_of(page, text)


def includes(page: Page) -> list[tuple[str, str | None]]:
    """Return the scripts and the sections that a page includes, in its order."""
    found = (INCLUDE.match(line) for line in page.text.splitlines())
    return [(include["path"], include["section"]) for include in found if include]


def _included(project: Project, page: Page, include: re.Match) -> Script:
    """Return the script that a page includes a section of."""
    name = f"{page.name} includes {include['path']}:{include['section']}"
    if not project.has(include["path"]):
        raise ContentError(f"{name}, but there is no such script: give its path from the project's root")
    script = project.script(include["path"])
    try:
        found = script.sections
    except ContentError as error:
        raise ContentError(f"{name}, but {error}") from None
    if include["section"] not in found:
        raise ContentError(f"{name}, but the script has no such section. It has: {', '.join(found)}")
    return script


def _notices(project: Project, language: str, script: Script) -> list[str]:
    """Return admonitions: where a CUDA script last ran, or that it has not; what went wrong in a run just now."""
    said, lines = words(project, language), []
    if script.needs_cuda:
        run = last_cuda_run(project, script)
        name = "ran" if run else "expected" if script.expects else "never"
        title, text = said[f"cuda.{script.requires}"], said[f"cuda.run.{name}"].format(**run or {})
        lines += [f'!!! cuda "{title}"', "", f"    {text}", ""]
    if note := project.note(script.name):
        shown = "\n".join(["~~~text", *note.splitlines(), "~~~"])
        lines += [f'!!! failure "{said["live.failed"]}"', "", *textwrap.indent(shown, "    ").splitlines(), ""]
    return lines


def _checked_with(project: Project, language: str, scripts: list[Script]) -> list[str]:
    """Return a line that says with which versions of torch the code of a page was checked."""
    passed = versions_passed(project, [script for script in scripts if not script.needs_cuda])
    if not passed:
        return []
    said = words(project, language)["versions.checked"].format(", ".join(passed))
    return [f'<p class="tm-versions" markdown>{said}</p>']
