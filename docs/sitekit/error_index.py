"""Make the index of errors: what docs/errors.toml knows, and what else the pages' tables of messages quote."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from sitekit.paste_rules import rules
from sitekit.script import ROOT
from sitekit.wordings import WordingError, pattern, shown, squeezed

SOURCE = ROOT / "docs" / "errors.toml"
PROOFS = ROOT / "docs" / "errors_read.json"
KINDS = ("error", "wrapper", "warning")
_TABLE = re.compile(r"^## [^\n]*\{ #messages \}\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
ROW = re.compile(
    r"^\| (`+) ?(?P<message>.+?) ?\1 \| (?P<advice>.+) \| \[[^\]]*\]\(#(?P<anchor>[a-z0-9_]+)\) \|$", re.MULTILINE
)
_TITLE = re.compile(r"^# (.+?) \{ #[a-z0-9_]+ \}", re.MULTILINE)
_HEADING = "^#+ (.+?) {{ #{} }}$"
_WORDS = {
    "ko": {
        "printed": "이 사이트의 스크립트가 출력한 메시지",
        "read": "{} {}의 파일에서 읽은 메시지",
        "told": "{}",
        "warning": "경고",
        "marks": "●는 이 사이트의 스크립트가 출력한 메시지, ○는 설치한 라이브러리의 파일이나 출처에 적은 문서에서 읽은 메시지다.",
    },
    "en": {
        "printed": "a script of this site prints this message",
        "read": "read in a file of {} {}",
        "told": "{}",
        "warning": "warning",
        "marks": "● marks a message that a script of this site prints, ○ one that was read in a file of an installed "
        "library or in the document named with it.",
    },
}


@dataclass(frozen=True)
class Entry:
    """A message of the index."""

    id: str
    topic: str
    place: str  # page#heading
    wordings: tuple[str, ...]  # as the installed versions word it, the first one for the reader
    older: tuple[str, ...] = ()  # as older versions did
    hinted: tuple[str, ...] = ()  # wordings that are not torch's own, and count where one of `needs` is in the text
    needs: tuple[str, ...] = ()  # a sign, or several that have to be there together: "one && another"
    kind: str = "error"
    says: dict[str, tuple[str, str]] = field(default_factory=dict)  # by language: the cause, the way out
    generic: bool = False  # another entry that is found in the same message says more
    document: str | None = None  # where it stands, if in no file of a library
    read: str | None = None  # what is looked for in the libraries, where they put the message together from parts

    @property
    def key(self) -> str:
        """The page."""
        return self.place.partition("#")[0]

    @property
    def anchor(self) -> str:
        """The heading on the page."""
        return self.place.partition("#")[2]

    @property
    def message(self) -> str:
        """What the index shows of it."""
        return shown((*self.wordings, *self.hinted)[0])

    @property
    def all_wordings(self) -> tuple[str, ...]:
        """Every wording, the installed versions' first."""
        return (*self.wordings, *self.hinted, *self.older)


@dataclass(frozen=True)
class Row:
    """One row of a page's table of messages."""

    key: str  # the page
    message: str  # the part that the table quotes
    advice: str  # Markdown
    anchor: str  # the heading that it is explained under


def topics() -> dict[str, dict[str, str]]:
    """Return the names of the topics, in the order of the index."""
    return _source()["topics"]


def entries() -> list[Entry]:
    """Return all entries: those of docs/errors.toml, then what else the pages' tables quote."""
    found = []
    for topic in topics():
        for data in _source().get(topic, []):
            says = {language: tuple(data[language]) for language in ("ko", "en")}
            data = {name: value for name, value in data.items() if name not in says} | {"says": says}
            for name in ("wordings", "hinted", "older", "needs"):
                data[name] = tuple(data.get(name, ()))
            found.append(Entry(topic=topic, **data))
    known = list(found)
    for ko, en in zip(rows("ko"), rows("en"), strict=True):
        if not any(matches(entry, ko.message) for entry in known):
            name = "_".join(re.findall(r"[a-z0-9]+", ko.message.lower()))[:60].strip("_")
            says = {"ko": ("", ko.advice), "en": ("", en.advice)}
            entry = Entry(f"{ko.key.replace('/', '_')}_{name}", "pages", f"{ko.key}#{ko.anchor}", (ko.message,), says=says)
            known.append(entry)
            found.append(entry)
    return found


def matches(entry: Entry, text: str) -> bool:
    """Tell whether a text has a message of an entry."""
    text = squeezed(text)
    return any(re.search(pattern(wording)["regex"], text) for wording in entry.all_wordings)


def rows(language: str) -> list[Row]:
    """Return the messages that the pages of a language quote in their tables."""
    docs, found = ROOT / "docs" / language, []
    for page in sorted(docs.rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        if table := _TABLE.search(text):
            key = page.relative_to(docs).with_suffix("").as_posix()
            found += [Row(key, row["message"], row["advice"], row["anchor"]) for row in ROW.finditer(table[1])]
    return found


def records() -> dict:
    """Return what `torchmemo.errors` and the browser look messages up in."""
    return {"rules": rules(), "entries": [_record(entry) for entry in entries()]}


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


def text_of_records() -> str:
    """Return torchmemo/errors.json: one entry a line, so that a change shows as one."""
    made = records()
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in made["entries"])
    return f'{{"rules": {json.dumps(made["rules"], ensure_ascii=True)},\n"entries": [\n{lines}\n]}}\n'


def markdown(language: str) -> str:
    """Return the index: by topic, each message with its cause, the way out and the place that explains it."""
    words, lines = _WORDS[language], [_WORDS[language]["marks"], ""]
    by_topic: dict[str, list[Entry]] = {}
    for entry in entries():
        by_topic.setdefault(entry.topic, []).append(entry)
    for topic, name in topics().items():
        if topic not in by_topic:
            continue
        lines += [f"## {name[language]} {{ #topic_{topic} }}", "", '<dl class="tm-errors" markdown>']
        for entry in by_topic[topic]:
            ticks = "``" if "`" in entry.message else "`"
            space = " " * (len(ticks) - 1)
            mark, title = _proof(entry, words)
            kind = f" <small>{words['warning']}</small>" if entry.kind == "warning" else ""
            lines += [
                f'<dt id="{entry.id}" markdown="span">{ticks}{space}{entry.message}{space}{ticks}{kind}</dt>',
                f'<dd markdown="span">{" ".join(entry.says[language]).strip()} {_link(entry, language)} '
                f'<abbr title="{title}">{mark}</abbr></dd>',
            ]
        lines += ["</dl>", ""]
    return "\n".join(lines)


def _link(entry: Entry, language: str) -> str:
    page = ROOT / "docs" / language / f"{entry.key}.md"
    if not page.exists():
        return f"`{entry.place}`"
    text = page.read_text(encoding="utf-8")
    heading = re.search(_HEADING.format(entry.anchor), text, re.MULTILINE)
    title = _TITLE.search(text)[1]
    if not heading:
        return f"`{entry.place}`"
    return f"→ [{title}: {heading[1]}]({entry.key}.md#{entry.anchor})" if heading[1] != title else f"→ [{title}]({entry.key}.md)"


def _proof(entry: Entry, words: dict[str, str]) -> tuple[str, str]:
    """Return the mark of where an entry's text comes from, and what the mark means."""
    if printed_by(entry):
        return "●", words["printed"]
    if entry.document:
        return "○", words["told"].format(entry.document)
    proof = read_in().get(entry.id)
    return "○", words["read"].format(proof["library"], proof["version"]) if proof else ""


def printed_by(entry: Entry) -> Path | None:
    """Return a script of the site that prints a message of an entry."""
    regexes = [re.compile(pattern(wording)["regex"]) for wording in entry.all_wordings]
    for script, text in _outputs().items():
        if any(regex.search(text) for regex in regexes):
            return script
    return None


def read_in() -> dict[str, dict[str, str]]:
    """Return in which library's file each message was read that no script prints; the tests write and check it."""
    return json.loads(PROOFS.read_text(encoding="utf-8")) if PROOFS.exists() else {}


@cache
def _outputs() -> dict[Path, str]:
    """Return what each script prints, without spaces and signs; another sign parts what is not one output."""
    found = {}
    for script in sorted((ROOT / "examples").rglob("*.*")):
        if script.suffix in (".py", ".sh"):
            lines = [line.strip() for line in script.read_text(encoding="utf-8").splitlines()]
            found[script] = " ".join(
                squeezed(line.removeprefix("#>")) if line.startswith("#>") else "|" for line in lines
            ).replace(" | ", "|")
    return {script: text.replace(" ", "") for script, text in found.items()}


def _text(markdown: str) -> str:
    """Return Markdown without its marks."""
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown).replace("`", "").replace("**", "")


def _source() -> dict:
    try:
        return tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise WordingError(f"docs/errors.toml is no TOML: {error}") from None
