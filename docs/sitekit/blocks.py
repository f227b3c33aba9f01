"""What Markdown does not make of blocks: the file and the command of code, its outputs, verdicts, rows, sizes.

All but `named` takes a page's HTML and returns it. The styles are in docs/theme/assets/torchmemo.css.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any

from sitekit import claims
from sitekit.project import Project
from sitekit.script import Script
from sitekit.words import words

# What Pygments makes of a line `#> printed` or `#? expected`, which both look like comments to it.
_OUTPUT = re.compile(
    r'^(?:<span class="w">)?(?P<indent> *)(?:</span>)?<span class="c1">#(?P<kind>&gt;|\?)(?P<text>.*)</span>$'
)
_CODE = re.compile(r"(?<=<code>).*?(?=</code></pre>)", re.DOTALL)
_NAME = re.compile(r'<span class="filename">(?P<name>examples/[\w/]+\.(?:py|sh))</span>')
_BOX = re.compile(
    r'(<div class="admonition memo tm-(?P<verdict>\w+)">\n<p class="admonition-title">)(?P<title>.*?)</p>', re.DOTALL
)
_TABLE = re.compile(r"<table>\n<thead>(?P<head>(?:(?!</thead>|style=).)*)</thead>(?P<body>.*?)</table>", re.DOTALL)
_HEAD = re.compile(r"<th>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_PICTURE = re.compile(r'<img (?=[^>]*src="[./]*figures/(?P<name>[^"]+\.png)")')
_TAGS = re.compile(r"(<pre.*?</pre>|<[^>]*>)", re.DOTALL)
_JOINER = "&#8288;"
# Korean words end in particles; a browser breaks a line before one that comes after code or a bracket.
_PARTICLE = re.compile(r"(?<=[)\]])(?=[가-힣])")


def named(opening: str, script: Script) -> str:
    """Return a fence's opening line with the file that the fence shows, which becomes its title."""
    return opening if "title=" in opening else f'{opening} title="{script.name}"'


def command(name: str) -> str:
    """Return the command that runs a script from the project's root."""
    return f"{'bash' if name.endswith('.sh') else 'python'} {name}"


def content(project: Project, language: str, url: str, html: str) -> str:
    """Return a page's HTML with all of this module done to it.

    Args:
        project: the sources.
        language: "ko" or "en".
        url: the page's address below its language, to write links from.
        html: as Markdown made it.
    """
    html = _CODE.sub(lambda found: with_outputs(found[0]), html)
    html = with_sources(project, language, url, html)
    html = with_verdicts(project, language, html)
    return with_sizes(project, with_rows(html))


def with_outputs(code: str) -> str:
    """Return the HTML of code with its outputs in blocks of their own, which a copy leaves out."""
    parts: list[str] = []
    kind = None
    for line in code.splitlines(keepends=True):
        found = _OUTPUT.match(line.rstrip("\n"))
        new = found["kind"] if found else None
        if new != kind:
            parts.append("</span>" if kind else "")
            parts.append(f'<span class="tm-output{" tm-expected" if new == "?" else ""}">' if new else "")
        if found:
            line = f'<span class="tm-mark">{found["indent"]}<i>#{found["kind"]}</i></span>{found["text"]}\n'
        parts.append(line)
        kind = new
    return "".join([*parts, "</span>" if kind else ""])


def with_sources(project: Project, language: str, url: str, html: str) -> str:
    """Return HTML with the command that runs it above each block of code; the file in it is a link to the whole."""
    up = "../" * url.count("/")
    return _NAME.sub(lambda found: source(project, language, found["name"], up + address(found["name"])), html)


def source(project: Project, language: str, name: str, link: str) -> str:
    """Return the line above a block of code: the command that runs its script, to be copied, and a link, if any."""
    run, copy = command(name), escape(words(project, language)["source.copy"])
    file = f'<a href="{link}">{name}</a>' if link else name
    return (
        f'<div class="tm-source" data-search-exclude><code>{run.removesuffix(name)}{file}</code>'
        f'<button type="button" data-clipboard-text="{run}" title="{copy}"></button></div>'
    )


def address(name: str) -> str:
    """Return where the page of a whole script is, below a language."""
    return f"{name}/"


def with_verdicts(project: Project, language: str, html: str) -> str:
    """Return HTML with the verdict before the title of each box about the memo, as a word of its own."""

    def box(found: re.Match) -> str:
        word = claims.verdict(project, language, found["verdict"])
        title = re.sub(rf"\({word}\) | — {word}$", "", found["title"])
        return f'{found[1]}<span class="tm-verdict tm-{found["verdict"]}">{word}</span> {title}</p>'

    return _BOX.sub(box, html)


def with_rows(html: str) -> str:
    """Return HTML whose tables of words can become a row below the other on a phone.

    A cell then says its column itself, and roles keep the parts what they are when they are no longer laid out as a
    table. Tables with a column of numbers, which is aligned, stay as they are.
    """

    def table(found: re.Match) -> str:
        head, body = found["head"], found["body"]
        labels = [escape(re.sub("<[^>]*>", "", label)) for label in _HEAD.findall(head)]

        def row(cells: re.Match) -> str:
            label = iter(labels)
            return re.sub("<td>", lambda _: f'<td role="cell" data-label="{next(label)}">', cells[0])

        body = _ROW.sub(row, body)
        html = f'<table class="tm-rows" role="table">\n<thead role="rowgroup">{head}</thead>{body}</table>'
        html = html.replace("<th>", '<th role="columnheader">').replace("<tr>", '<tr role="row">')
        return html.replace("<tbody>", '<tbody role="rowgroup">')

    return _TABLE.sub(table, html)


def with_sizes(project: Project, html: str) -> str:
    """Return HTML whose pictures have their sizes, so that nothing moves when they come."""

    def picture(found: re.Match) -> str:
        head = (project.root / "examples" / found["name"]).read_bytes()[16:24]
        width, height = int.from_bytes(head[:4]), int.from_bytes(head[4:])
        return f'<img width="{width}" height="{height}" loading="lazy" '

    return _PICTURE.sub(picture, html)


def joined(html: str) -> str:
    """Return a whole page's HTML whose Korean particles stay with the code or the bracket before them."""
    start, end = html.find("<article"), html.find("</article>")
    parts = _TAGS.split(html[start:end])  # texts, and tags between them
    for index in range(0, len(parts), 2):
        after_code = index and parts[index - 1] == "</code>" and re.match("[가-힣]", parts[index])
        parts[index] = (_JOINER if after_code else "") + _PARTICLE.sub(_JOINER, parts[index])
    return html[:start] + "".join(parts) + html[end:]


def topics(entries: list[Any], html: str) -> None:
    """Take the single messages out of a table of contents: a reader looks for their topics there."""
    for entry in entries:
        entry.children[:] = [child for child in entry.children if f'<h3 class="tm-message" id="{child.id}"' not in html]
        topics(entry.children, html)
