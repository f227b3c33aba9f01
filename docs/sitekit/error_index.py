"""Gather the messages that the pages explain, with the outputs that they stood in and the code that caused them."""

from __future__ import annotations

import ast
import re
import textwrap
from dataclasses import dataclass

from sitekit import ContentError
from sitekit.project import Project, once, pages, scripts
from sitekit.script import Script

ROW = re.compile(
    r"^\| (`+) ?(?P<message>.+?) ?\1 \| (?P<advice>.+) \| \[[^\]]*\]\(#(?P<anchor>[a-z0-9_]+)\) \|$", re.MULTILINE
)


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
    script: Script

    @property
    def slug(self) -> str:
        """The entry's id on the page of errors."""
        return f"{self.key.replace('/', '_')}_" + "_".join(re.findall(r"[a-z0-9]+", self.message.lower()))[:60].strip(
            "_"
        )


@once
def messages(project: Project, language: str) -> list[Message]:
    """Return the messages of every page of a language, by page, in the order of the tables."""
    found = []
    for page in pages(project, language):
        for row in ROW.finditer(page.section("messages")):
            heading = page.headings.get(row["anchor"])
            if not heading:
                raise ContentError(f"{page.name} has no heading #{row['anchor']}, which a message names")
            printed, code, script = _evidence(project, page.key, row["message"])
            found.append(
                Message(
                    page.key, page.title, row["message"], row["advice"], row["anchor"], heading, printed, code, script
                )
            )
    return found


def markdown(project: Project, language: str) -> str:
    """Return the index of messages: by page, each with its whole text, the code that caused it and its place."""
    lines, topic = [], None
    for entry in messages(project, language):
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
            f"```{'bash' if entry.script.is_shell else 'python'}\n{entry.code}\n```",
            "",
        ]
    return "\n".join(lines)


def records(project: Project) -> list[dict]:
    """Return what `torchmemo.errors` looks messages up in."""
    return [
        {
            "message": ko.message,
            "advice": {"ko": _text(ko.advice), "en": _text(en.advice)},
            "path": f"{ko.key}/#{ko.anchor}",
        }
        for ko, en in zip(messages(project, "ko"), messages(project, "en"), strict=True)
    ]


def _text(markdown: str) -> str:
    """Return Markdown without its marks."""
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown).replace("`", "").replace("**", "")


@once
def _printed(project: Project, key: str) -> list[tuple[Script, int, str]]:
    """Return each line that the scripts of a page printed, with its script and line number."""
    return [(script, *output) for script in scripts(project) if script.key == key for output in script.outputs.items()]


def _evidence(project: Project, key: str, message: str) -> tuple[str, str, Script]:
    """Return the line that a script of a page printed with a message in it, the code that printed it, the script."""
    for script, number, printed in _printed(project, key):
        if message in printed:
            return printed, (_command if script.is_shell else _statement)(script, number), script
    raise ContentError(f"examples/{key}/ prints no '{message}', which the table on docs/*/{key}.md quotes")


def _statement(script: Script, output: int) -> str:
    """Return the code that caused the output on a line: what was tried, or what came before it in its section."""
    node = [node for node in script.tree.body if node.lineno <= output][-1]
    first, last = node.lineno, node.end_lineno or node.lineno
    if isinstance(node, ast.Try):
        first, last = node.body[0].lineno, node.body[-1].end_lineno or first
    elif not any(isinstance(inner, ast.Try) for inner in ast.walk(node)):
        first = next(shown.start for shown in script.sections.values() if output in shown)
    code = [line for number, line in enumerate(script.lines[first - 1 : last], first) if number not in script.outputs]
    return textwrap.dedent("\n".join(code)).strip()


def _command(script: Script, output: int) -> str:
    """Return the command of a shell script that the output on a line belongs to."""
    lines = script.lines
    end = next(number for number in range(output - 1, -1, -1) if not lines[number].startswith("#"))
    start = end
    while lines[start - 1].endswith("\\"):
        start -= 1
    return "\n".join(lines[start : end + 1])
