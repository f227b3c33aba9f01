"""What the fences of a page may hold: sections of scripts, commands that are run, and text that says it is no code."""

from __future__ import annotations

from sitekit import ContentError

from support.pages import PROJECT, Fence, Page, pages

SHELL = "bash"
KNOWN = {"python", SHELL, "text"}  # text is declared to be no code


def mistakes(page: Page, fence: Fence) -> list[str]:
    """Return what is wrong with a fence: where it would show nothing, a part, or what has never run."""
    where = f"{page.name}:{fence.line}"
    if fence.language not in KNOWN:
        return [f"{where}: '{fence.language}' is no language of fences here. Use one of: {', '.join(sorted(KNOWN))}"]
    if fence.language == "text":
        return []
    if not fence.includes:
        if fence.language == SHELL:
            return []  # `commands` has it
        return [f"{where}: Python on a page does not run. Put it into a script of examples/{page.key}/, and include it"]
    if len(fence.includes) != len([line for line in fence.source.splitlines() if line.strip()]):
        return [f"{where}: a fence holds include lines or code, not both"]
    if len({include.name for include in fence.includes}) > 1:
        return [f"{where}: a fence shows one script; split it"]
    if fence.language != (SHELL if fence.includes[0].name.endswith(".sh") else "python"):
        return [f"{where}: {fence.includes[0].name} is not {fence.language}"]
    return [mistake for include in fence.includes for mistake in _include_mistakes(page, include)]


def _include_mistakes(page: Page, include) -> list[str]:
    """Return what is wrong with an include line."""
    where = f"{page.name}:{include.line}"
    if not PROJECT.has(include.name):
        return [f"{where}: there is no {include.name}. Give the path from the project's root"]
    try:
        sections = PROJECT.script(include.name).sections
    except ContentError as error:
        return [f"{where}: {error}"]
    if include.section not in sections:
        return [f"{where}: {include.name} has no section '{include.section}'. It has: {', '.join(sections)}"]
    return []


def commands() -> list[tuple[str, list[str]]]:
    """Return the commands that stand on pages themselves, each with the places that it stands at."""
    found: dict[str, list[str]] = {}
    for page in pages():
        for fence in page.fences:
            if fence.language == SHELL and not fence.includes:
                found.setdefault(fence.source, []).append(f"{page.name}:{fence.line}")
    return list(found.items())
