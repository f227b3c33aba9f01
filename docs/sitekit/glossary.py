"""The terms of both languages: their page, their tooltips, the words that a search finds them by."""

from __future__ import annotations

import html
import json
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from sitekit.script import ROOT

TERMS = ROOT / "docs" / "glossary.toml"
_TAG = re.compile(r"(<[^>]+>)")
_NO_TOOLTIP = (
    "a",
    "abbr",
    "button",
    "code",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "label",
    "pre",
    "script",
    "style",
    "th",
)


class GlossaryError(Exception):
    """Terms that cannot stand beside each other; the message names them."""


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


def terms() -> list[Term]:
    """Return the terms, in the file's order.

    Raises:
        GlossaryError: a row with other fields; a term or an alias that comes twice.
    """
    found, seen = [], {}
    for row in tomllib.loads(TERMS.read_text(encoding="utf-8"))["term"]:
        try:
            term = Term(**row)
        except TypeError as error:
            raise GlossaryError(f"docs/glossary.toml: {row.get('ko', row)}: {error}") from None
        for name in {term.ko, term.en, *term.aliases}:
            if name in seen:
                raise GlossaryError(
                    f"docs/glossary.toml: '{name}' is a name of {seen[name]} and of {term.ko}: leave one"
                )
            seen[name] = term.ko
        found.append(term)
    return found


def markdown(language: str) -> str:
    """Return the terms as a list, in the order of the language."""
    also, see = {"ko": ("다른 이름", "볼 곳"), "en": ("also", "see")}[language]
    lines = []
    for term in sorted(terms(), key=lambda term: term.word(language).lower()):
        anchor = re.sub("[^a-z]+", "_", term.en)
        names = f"{also}: {', '.join(term.aliases)}; {see}: [{term.page}]({term.page}.md)"
        lines += [
            f"### {term.word(language)} {{ #{anchor} }}",
            "",
            f"**{term.en if language == 'ko' else term.ko}**. {term.means(language)} ({names})",
            "",
        ]
    return "\n".join(lines)


def with_tooltips(text: str, language: str) -> str:
    """Return a page's HTML with the meaning of each term on its first use in the prose."""
    waiting = {}
    for term in sorted(terms(), key=lambda term: -len(term.word(language))):
        word = rf"(?<![가-힣\w]){re.escape(term.ko)}" if language == "ko" else rf"\b{re.escape(term.en)}s?\b"
        waiting[re.compile(word, re.IGNORECASE)] = term
    parts, inside = _TAG.split(text), 0
    for index, part in enumerate(parts):
        if tag := re.match(r"<(/?)([a-z][a-z0-9]*)", part):
            if tag[2] in _NO_TOOLTIP:
                inside += -1 if tag[1] else 1
        elif part.strip() and not inside:
            found = []
            for pattern, term in list(waiting.items()):
                match = pattern.search(part)
                if match and not any(match.start() < end and start < match.end() for start, end, _ in found):
                    found.append((match.start(), match.end(), term))
                    del waiting[pattern]
            for start, end, term in sorted(found, reverse=True):
                means = html.escape(term.means(language), quote=True)
                part = f'{part[:start]}<abbr title="{means}">{part[start:end]}</abbr>{part[end:]}'
            parts[index] = part
    return "".join(parts)


def add_aliases(site: Path) -> None:
    """Let a search for an alias find the term's page."""
    path = site / "search" / "search_index.json"
    index = json.loads(path.read_text(encoding="utf-8"))
    names = {}
    for term in terms():
        names.setdefault(f"{term.page}/", []).extend([term.ko, term.en, *term.aliases])
    for entry in index["docs"]:
        if entry["location"] in names:
            entry["text"] += f"<p>{html.escape(', '.join(names[entry['location']]))}</p>"
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
