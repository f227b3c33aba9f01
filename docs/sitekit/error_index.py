"""Gather the messages that the pages explain, with the outputs that they stood in and the code that caused them."""

from __future__ import annotations

import ast
import re
import textwrap
from dataclasses import dataclass
from pathlib import Path

from sitekit.script import ROOT, sections

_TABLE = re.compile(r"^## [^\n]*\{ #messages \}\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
ROW = re.compile(
    r"^\| (`+) ?(?P<message>.+?) ?\1 \| (?P<advice>.+) \| \[[^\]]*\]\(#(?P<anchor>[a-z0-9_]+)\) \|$", re.MULTILINE
)
_TITLE = re.compile(r"^# (.+?) \{ #[a-z0-9_]+ \}", re.MULTILINE)
_HEADING = "^#+ (.+?) {{ #{} }}$"


@dataclass(frozen=True)
class Message:
    """One row of a page's table of messages, with what it came from."""

    key: str  # the page
    title: str  # of the page
    message: str  # the part that the table quotes
    advice: str  # Markdown
    anchor: str  # the heading that it is explained under
    heading: str
    printed: str  # the whole line that the script printed
    code: str  # the statement that printed it
    script: Path

    @property
    def slug(self) -> str:
        """The entry's id on the page of errors."""
        return f"{self.key.replace('/', '_')}_" + "_".join(re.findall(r"[a-z0-9]+", self.message.lower()))[:60].strip(
            "_"
        )


def messages(language: str) -> list[Message]:
    """Return the messages of every page of a language, by page, in the order of the tables."""
    docs, found = ROOT / "docs" / language, []
    for page in sorted(docs.rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        if table := _TABLE.search(text):
            key, title = page.relative_to(docs).with_suffix("").as_posix(), _TITLE.search(text)[1]
            for row in ROW.finditer(table[1]):
                heading = re.search(_HEADING.format(row["anchor"]), text, re.MULTILINE)
                if not heading:
                    raise LookupError(
                        f"docs/{language}/{key}.md has no heading #{row['anchor']}, which a message names"
                    )
                evidence = _evidence(key, row["message"])
                found.append(Message(key, title, **row.groupdict(), heading=heading[1], **evidence))
    return found


def markdown(language: str) -> str:
    """Return the index of messages: by page, each with its whole text, the code that caused it and its place."""
    lines, topic = [], None
    for entry in messages(language):
        if entry.key != topic:
            topic = entry.key
            lines += [f"## {entry.title} {{ #{topic.replace('/', '_')} }}", ""]
        ticks = "``" if "`" in entry.message else "`"
        quoted = f"{ticks} {entry.message} {ticks}" if "`" in entry.message else f"`{entry.message}`"
        lines += [
            f"### {quoted} {{ #{entry.slug} .tm-message }}",
            "",
            *([f"```text\n{entry.printed}\n```", ""] if entry.printed != entry.message else []),
            f"{entry.advice} · [{entry.heading}]({entry.key}.md#{entry.anchor})",
            "",
            f"```{'bash' if entry.script.suffix == '.sh' else 'python'}\n{entry.code}\n```",
            "",
        ]
    return "\n".join(lines)


def records() -> list[dict]:
    """Return what `torchmemo.errors` looks messages up in."""
    return [
        {
            "message": ko.message,
            "advice": {"ko": _text(ko.advice), "en": _text(en.advice)},
            "path": f"{ko.key}/#{ko.anchor}",
        }
        for ko, en in zip(messages("ko"), messages("en"), strict=True)
    ]


def _text(markdown: str) -> str:
    """Return Markdown without its marks."""
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown).replace("`", "").replace("**", "")


def _evidence(key: str, message: str) -> dict:
    """Return the line that a script of a page printed with a message in it, the code that printed it, the script."""
    for script in sorted((ROOT / "examples" / key).glob("*.*")):
        if script.suffix in (".py", ".sh"):
            lines = script.read_text(encoding="utf-8").splitlines()
            for number, line in enumerate(lines):
                if line.lstrip().startswith("#>") and message in line:
                    code = _statement(script, lines, number) if script.suffix == ".py" else _command(lines, number)
                    return {"printed": line.lstrip().removeprefix("#>").strip(), "code": code, "script": script}
    raise LookupError(f"examples/{key}/ prints no '{message}', which the table on docs/*/{key}.md quotes")


def _statement(script: Path, lines: list[str], output: int) -> str:
    """Return the code that caused the output at an index: what was tried, or what came before it in its section."""
    node = [node for node in ast.parse("\n".join(lines)).body if node.lineno <= output + 1][-1]
    if isinstance(node, ast.Try):
        first, last = node.body[0].lineno, node.body[-1].end_lineno
    elif any(isinstance(inner, ast.Try) for inner in ast.walk(node)):
        first, last = node.lineno, node.end_lineno
    else:
        first = next(shown.start for shown in sections(script).values() if output + 1 in shown)
        last = node.end_lineno
    code = [line for line in lines[first - 1 : last] if not line.lstrip().startswith("#>")]
    return textwrap.dedent("\n".join(code)).strip()


def _command(lines: list[str], output: int) -> str:
    """Return the command of a shell script that the output at an index belongs to."""
    end = next(n for n in range(output, -1, -1) if not lines[n].startswith("#"))
    start = end
    while lines[start - 1].endswith("\\"):
        start -= 1
    return "\n".join(lines[start : end + 1])
