"""The terms of both languages: their page, their tooltips, the words that a search finds them by."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from sitekit import ContentError
from sitekit.project import Project, once
from sitekit.words import words

TERMS = "docs/glossary.toml"
# A tag, or code with all that is in it: most tags of a page color code.
_TAG = re.compile(r"(<pre\b.*?</pre>|<code\b.*?</code>|<[^>]+>)", re.DOTALL)
_NAME = re.compile(r"<(/?)([a-z][a-z0-9]*)")
_NO_TOOLTIP = (
    "a",
    "abbr",
    "button",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "label",
    "script",
    "style",
    "th",
)


@dataclass(frozen=True)
class Term:
    """One term."""

    ko: str
    en: str
    aliases: list[str]
    avoid: list[str]  # regular expressions of what a Korean page does not say
    page: str
    means_ko: str
    means_en: str

    def word(self, language: str) -> str:
        """The term in a language."""
        return self.ko if language == "ko" else self.en

    def means(self, language: str) -> str:
        """The meaning in a language."""
        return self.means_ko if language == "ko" else self.means_en


@once
def terms(project: Project) -> list[Term]:
    """Return the terms, in the file's order.

    Raises:
        ContentError: a row with other fields; a term or an alias that comes twice.
    """
    found: list[Term] = []
    seen: dict[str, str] = {}
    for row in project.data(TERMS)["term"]:
        try:
            term = Term(**row)
        except TypeError as error:
            raise ContentError(f"{TERMS}: {row.get('ko', row)}: {error}") from None
        for name in {term.ko, term.en, *term.aliases}:
            if name in seen:
                raise ContentError(f"{TERMS}: '{name}' is a name of {seen[name]} and of {term.ko}: leave one")
            seen[name] = term.ko
        found.append(term)
    return found


def markdown(project: Project, language: str) -> str:
    """Return the terms as a list, in the order of the language."""
    also, see = (words(project, language)[f"glossary.{name}"] for name in ("also", "see"))
    lines = []
    for term in sorted(terms(project), key=lambda term: term.word(language).lower()):
        anchor = re.sub("[^a-z]+", "_", term.en.lower())
        names = f"{also}: {', '.join(term.aliases)}; {see}: [{term.page}]({term.page}.md)"
        lines += [
            f"### {term.word(language)} {{ #{anchor} }}",
            "",
            f"**{term.en if language == 'ko' else term.ko}**. {term.means(language)} ({names})",
            "",
        ]
    return "\n".join(lines)


@once
def _patterns(project: Project, language: str) -> list[tuple[str, re.Pattern, Term]]:
    """Return what finds each term in prose, the longest term first: letters that must be there, and a pattern."""
    found = []
    for term in sorted(terms(project), key=lambda term: -len(term.word(language))):
        word = rf"(?<![가-힣\w]){re.escape(term.ko)}" if language == "ko" else rf"\b{re.escape(term.en)}s?\b"
        found.append((term.word(language).lower(), re.compile(word, re.IGNORECASE), term))
    return found


def with_tooltips(project: Project, language: str, text: str) -> str:
    """Return a page's HTML with the meaning of each term on its first use in the prose."""
    waiting = list(_patterns(project, language))
    parts, inside = _TAG.split(text), 0
    for index, part in enumerate(parts):
        if tag := _NAME.match(part):
            if tag[2] in _NO_TOOLTIP:
                inside += -1 if tag[1] else 1
        elif part.strip() and not inside:
            parts[index], waiting = _explained(part, waiting, language)
    return "".join(parts)


def _explained(text: str, waiting: list, language: str) -> tuple[str, list]:
    """Return a text with the meaning of the terms in it, and the terms that are still to be met."""
    found, left, lower = [], [], text.lower()
    for letters, pattern, term in waiting:
        match = pattern.search(text) if letters in lower else None
        if match and not any(match.start() < end and start < match.end() for start, end, _ in found):
            found.append((match.start(), match.end(), term))
        else:
            left.append((letters, pattern, term))
    for start, end, term in sorted(found, key=lambda entry: entry[0], reverse=True):
        means = html.escape(term.means(language), quote=True)
        text = f'{text[:start]}<abbr title="{means}">{text[start:end]}</abbr>{text[end:]}'
    return text, left
