"""What the site itself says in a language, from docs/words.toml."""

from __future__ import annotations

from sitekit.project import LANGUAGES, Project, once

NAME = "docs/words.toml"


@once
def words(project: Project, language: str) -> dict[str, str]:
    """Return the words of a language by their path in the file, like "memo.proof"."""
    found: dict[str, str] = {}

    def gather(table: dict, path: str) -> None:
        for name, value in table.items():
            if set(value) == set(LANGUAGES):
                found[path + name] = value[language]
            else:
                gather(value, f"{path}{name}.")

    gather(project.data(NAME), "")
    return found
