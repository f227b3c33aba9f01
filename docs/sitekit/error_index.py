"""Make the index of errors: what docs/errors.toml knows, and what else the pages' tables of messages quote."""

from __future__ import annotations

import functools
import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sitekit import ContentError
from sitekit.paste_rules import rules
from sitekit.project import LANGUAGES, Project, once, pages, scripts
from sitekit.wordings import pattern, shown, squeezed
from sitekit.words import words

SOURCE = "docs/errors.toml"
PROOFS = "docs/errors_read.json"
KINDS = ("cause", "error", "wrapper", "warning")
ROW = re.compile(
    r"^\| (`+) ?(?P<message>.+?) ?\1 \| (?P<advice>.+) \| \[[^\]]*\]\(#(?P<anchor>[a-z0-9_]+)\) \|$", re.MULTILINE
)


@dataclass(frozen=True)
class Entry:
    """A message of the index."""

    id: str
    topic: str
    place: str  # page#heading
    says: dict[str, tuple[str, str]] = field(hash=False)  # by language: what it means and comes from, the way out
    wordings: tuple[str, ...] = ()  # as the installed versions word it, the first one for the reader
    hinted: tuple[str, ...] = ()  # wordings that are not torch's own, and count where one of `needs` is in the text
    older: tuple[str, ...] = ()  # as older versions worded it
    needs: tuple[str, ...] = ()  # a sign, several that go together ("one && another"), or "<alone>": no other line
    kind: str = "error"
    generic: bool = False  # another entry that is found in the same message says more
    document: str | None = None  # where it stands, if in no file of a library
    read: str | None = None  # what is looked for in the libraries, where they put the message together from parts
    patterns: tuple[re.Pattern, ...] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ContentError(f"{SOURCE}: '{self.id}' has the kind '{self.kind}'; it is one of {', '.join(KINDS)}")
        if not self.all_wordings or bool(self.hinted) != bool(self.needs):
            raise ContentError(f"{SOURCE}: '{self.id}' needs wordings, and `hinted` goes with `needs`")
        patterns = tuple(map(_compiled, self.all_wordings))
        object.__setattr__(self, "patterns", patterns)

    @property
    def key(self) -> str:
        """The page."""
        return self.place.partition("#")[0]

    @property
    def anchor(self) -> str:
        """The heading on the page."""
        return self.place.partition("#")[2]

    @property
    def all_wordings(self) -> tuple[str, ...]:
        """Every wording, the installed versions' first."""
        return (*self.wordings, *self.hinted, *self.older)

    @property
    def message(self) -> str:
        """What the index shows of it."""
        return shown(self.all_wordings[0])

    def is_in(self, text: str) -> bool:
        """Tell whether a text without spaces and signs has one of the wordings."""
        return any(one.search(text) for one in self.patterns)


@dataclass(frozen=True)
class Row:
    """One row of a page's table of messages."""

    key: str  # the page
    message: str  # the part that the table quotes
    advice: str  # Markdown
    anchor: str  # the heading that it is explained under


@functools.lru_cache(maxsize=4096)  # from save to save
def _compiled(wording: str) -> re.Pattern:
    return re.compile(pattern(wording)["regex"])


def topics(project: Project) -> dict[str, dict[str, str]]:
    """Return the names of the topics, in the order of the index."""
    return project.data(SOURCE)["topics"]


@once
def entries(project: Project) -> list[Entry]:
    """Return all entries: those of docs/errors.toml, then what else the pages' tables quote."""
    found = list(_written(project))
    lines: dict[str, list[str]] = {}  # that a page's scripts printed
    for script in scripts(project):
        lines.setdefault(script.key, []).extend(itertools.chain(*_outputs(project, script.name)))
    for ko, en in zip(rows(project, "ko"), rows(project, "en"), strict=True):
        said = [squeezed(ko.message), *(squeezed(line) for line in lines.get(ko.key, ()) if ko.message in line)]
        if not any(_is_known(project, text) for text in said):
            name = "_".join(re.findall(r"[a-z0-9]+", f"{ko.key} {ko.message}".lower()))[:60].strip("_")
            says = {"ko": ("", ko.advice), "en": ("", en.advice)}
            found.append(Entry(name, "pages", f"{ko.key}#{ko.anchor}", says, (ko.message,)))
    return found


@once
def _written(project: Project) -> list[Entry]:
    """Return the entries of docs/errors.toml."""
    found = [
        Entry(
            topic=topic,
            says={language: tuple(data[language]) for language in LANGUAGES},
            **{name: _frozen(value) for name, value in data.items() if name not in LANGUAGES},
        )
        for topic in topics(project)
        for data in project.data(SOURCE).get(topic, [])
    ]
    ids = [entry.id for entry in found]
    if twice := {name for name in ids if ids.count(name) > 1}:
        raise ContentError(f"{SOURCE}: these ids come twice: {', '.join(sorted(twice))}")
    return found


@once
def _is_known(project: Project, text: str) -> bool:
    """Tell whether docs/errors.toml has a message, given without spaces and signs."""
    return any(entry.is_in(text) for entry in _written(project))


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


@once
def rows(project: Project, language: str) -> list[Row]:
    """Return the messages that the pages of a language quote in their tables, by page.

    Raises:
        ContentError: a row that names a heading that its page has not.
    """
    found = []
    for page in pages(project, language):
        for row in ROW.finditer(page.section("messages")):
            if row["anchor"] not in page.headings:
                raise ContentError(f"{page.name} has no heading #{row['anchor']}, which a message names")
            found.append(Row(page.key, row["message"], row["advice"], row["anchor"]))
    return found


@once
def markdown(project: Project, language: str) -> str:
    """Return the index: by topic, each message with its cause, the way out and the place that explains it."""
    said = words(project, language)
    lines = [said["errors.marks"], ""]
    for topic, name in topics(project).items():
        members = [entry for entry in entries(project) if entry.topic == topic]
        if members:
            items = (item for entry in members for item in _items(project, language, entry))
            lines += [f"### {name[language]} {{ #topic_{topic} }}", "", '<dl class="tm-errors" markdown>']
            lines += [*items, "</dl>", ""]
    return "\n".join(lines)


def _items(project: Project, language: str, entry: Entry) -> Iterator[str]:
    """Yield the lines of one entry of the index."""
    ticks = "`" * (1 + max(map(len, re.findall("`+", entry.message)), default=0))
    space = " " if len(ticks) > 1 else ""
    kind = f" <small>{words(project, language)['errors.warning']}</small>" if entry.kind == "warning" else ""
    mark, title = _proof(project, language, entry)
    cause, fix = entry.says[language]
    place = _place(project, language, entry)
    yield f'<dt id="{entry.id}" markdown="span">{ticks}{space}{entry.message}{space}{ticks}{kind}</dt>'
    yield f'<dd markdown="span">{cause} {fix} → {place} <abbr class="tm-read" title="{title}">{mark}</abbr></dd>'


def _place(project: Project, language: str, entry: Entry) -> str:
    """Return what the place of an entry is called, as a link."""
    if not project.has(f"docs/{language}/{entry.key}.md"):
        return f"`{entry.place}`"  # a page that is being written; a test asks for it
    title, headings = _headings(project, language, entry.key)
    if entry.anchor not in headings:
        page = project.page(language, entry.key)
        raise ContentError(f"{SOURCE}: '{entry.id}' names {page.name}#{entry.anchor}, which is no heading there")
    heading = headings[entry.anchor]
    name = title if heading == title else f"{title}: {heading}"
    return f"[{name}]({entry.key}.md#{entry.anchor})"


@once
def _headings(project: Project, language: str, key: str) -> tuple[str, dict[str, str]]:
    """Return the title and the headings of a page, which a save seldom changes."""
    page = project.page(language, key)
    return page.title, page.headings


def _proof(project: Project, language: str, entry: Entry) -> tuple[str, str]:
    """Return the mark of where an entry's text comes from, and what the mark means."""
    said = words(project, language)
    if script := printed_by(project, entry):
        return "●", said["errors.printed"].format(script)
    if entry.document:
        return "○", entry.document
    proof = read_in(project).get(entry.id)
    return "○", said["errors.read"].format(**proof) if proof else ""


def printed_by(project: Project, entry: Entry) -> str | None:
    """Return the name of a script of the site that prints a message of an entry."""
    return _printers(project).get(entry.id)


@once
def _printers(project: Project) -> dict[str, str]:
    """Return the first script that prints a message of each entry, by the entry's id."""
    found: dict[str, str] = {}
    for script in scripts(project):
        for name in _met(project, script.name):
            found.setdefault(name, script.name)
    return found


@once
def _met(project: Project, name: str) -> list[str]:
    """Return the ids of the entries that a script prints a message of."""
    # A bar parts what is not one output.
    text = "".join("|" + "".join(map(squeezed, output)) for output in _outputs(project, name))
    return [entry.id for entry in entries(project) if entry.is_in(text)]


@once
def _outputs(project: Project, name: str) -> list[list[str]]:
    """Return the outputs of a script, each as its lines."""
    script, found = project.script(name), []
    for number in sorted(script.outputs):
        if number - 1 not in script.outputs:
            found.append([])
        found[-1].append(script.outputs[number])
    return found


@once
def read_in(project: Project) -> dict[str, dict[str, str]]:
    """Return in which library's file each message was read that no script prints; the tests write and check it."""
    return json.loads(project.text(PROOFS)) if project.has(PROOFS) else {}


def records(project: Project) -> str:
    """Return torchmemo/errors.json, which Python and the browser look messages up in: one entry a line."""
    lines = ",\n".join(json.dumps(_record(entry), ensure_ascii=False) for entry in entries(project))
    return f'{{"rules": {json.dumps(rules())},\n"entries": [\n{lines}\n]}}\n'


def _record(entry: Entry) -> dict:
    record = {
        "id": entry.id,
        "message": entry.message,
        "path": f"{entry.key}/#{entry.anchor}",
        "kind": entry.kind,
        "says": {language: [_text(part) for part in parts] for language, parts in entry.says.items()},
        "patterns": [_pattern(wording, entry) for wording in entry.all_wordings],
    }
    return record | ({"needs": [sign.lower() for sign in entry.needs]} if entry.needs else {})


def _pattern(wording: str, entry: Entry) -> dict:
    marks = ({"weight": 1} if entry.generic else {}) | ({"hinted": True} if wording in entry.hinted else {})
    return pattern(wording) | marks


def _text(markdown: str) -> str:
    """Return Markdown without its marks."""
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown).replace("`", "").replace("**", "")
