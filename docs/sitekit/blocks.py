"""What Markdown does not make of blocks: the file and the command of code, its outputs, verdicts, rows, sizes.

All but `named` takes a page's HTML and returns it. The styles are in docs/theme/assets/torchmemo.css.
"""

from __future__ import annotations

import re
from html import escape

from sitekit import claims
from sitekit.project import Project
from sitekit.script import Script
from sitekit.words import words

# Names, signs and blanks stay in the color of code: they would be half of what a browser has to lay out.
_PLAIN = re.compile(r'<span class="[nwp]">([^<]*)</span>')
# What Pygments makes of a line `#> printed` or `#? expected`, which both look like comments to it.
_OUTPUT = re.compile(
    r'^(?P<indent> *)<span class="c1">#(?P<kind>&gt;|\?)(?P<text>.*)</span>\n',
    re.MULTILINE,
)
_CODE = re.compile(r"(?<=<pre><span></span><code>).*?(?=</code></pre>)", re.DOTALL)
_NAME = re.compile(r'<span class="filename">(?P<name>examples/[\w/]+\.(?:py|sh))</span>')
_BOX = re.compile(
    r'(<div class="admonition memo tm-(?P<verdict>\w+)">\n<p class="admonition-title">)(?P<title>.*?)</p>', re.DOTALL
)
_TABLE = re.compile(r"<table>(?P<before>\s*<thead>)(?P<head>.*?)(?P<body></thead>.*?)</table>", re.DOTALL)
_HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<td\b")
_ROLES = {"thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "th": "columnheader"}
_PICTURE = re.compile(r'<img (?=[^>]*src="[./]*figures/(?P<name>[^"]+\.png)")')
_TAGS = re.compile(r"(<pre.*?</pre>|<[^>]*>)", re.DOTALL)
_JOINER = "&#8288;"
_OPTION = re.compile(r"(?<!\S)--?\w+")  # a browser breaks lines after hyphens, and a joiner would be copied
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
    """Return the HTML of code with each line of output in a block of its own, which a copy leaves out."""

    def output(found: re.Match) -> str:
        kind = " tm-expected" if found["kind"] == "?" else ""
        mark = f'<span class="tm-mark">{found["indent"]}<i>#{found["kind"]}</i></span>'
        return f'<span class="tm-output{kind}">{mark}{found["text"]}\n</span>'

    return _OUTPUT.sub(output, _PLAIN.sub(r"\1", code))


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
    """Return HTML whose tables of words can become a row below the other on a phone; tables of numbers scroll.

    In rows, a cell says its column itself, and roles keep the parts what they are when they are no longer laid out as a
    table. Numbers are known by their column, which is aligned.
    """

    def table(found: re.Match) -> str:
        if "style=" in found["head"]:
            return f'<div class="tm-wide" tabindex="0"><table class="tm-table">{found[0].removeprefix("<table>")}</div>'
        labels = [escape(re.sub("<[^>]*>", "", label).strip()) for label in _HEAD.findall(found["head"])]

        def row(cells: re.Match) -> str:
            label = iter(labels)
            return _CELL.sub(lambda _: f'<td role="cell" data-label="{next(label, "")}"', cells[0])

        html = f"{found['before']}{found['head']}{_ROW.sub(row, found['body'])}"
        for tag, role in _ROLES.items():
            html = re.sub(rf"<{tag}\b", f'<{tag} role="{role}"', html)
        return f'<table class="tm-rows tm-table" role="table">{html}</table>'

    return _TABLE.sub(table, html)


def with_sizes(project: Project, html: str) -> str:
    """Return HTML whose pictures have their sizes, so that nothing moves when they come."""

    def picture(found: re.Match) -> str:
        head = project.files[f"examples/{found['name']}"][16:24]
        width, height = int.from_bytes(head[:4]), int.from_bytes(head[4:])
        return f'<img width="{width}" height="{height}" loading="lazy" '

    return _PICTURE.sub(picture, html)


def joined(html: str) -> str:
    """Return a whole page's HTML whose Korean particles and hyphens of options stay with their words."""
    start, end = html.find("<article"), html.find("</article>")
    parts = _TAGS.split(html[start:end])  # texts, and tags between them
    for index in range(0, len(parts), 2):
        after_code = index and parts[index - 1] == "</code>" and re.match("[가-힣]", parts[index])
        parts[index] = (_JOINER if after_code else "") + _PARTICLE.sub(_JOINER, parts[index])
        if index and parts[index - 1].startswith("<h1"):
            parts[index] = parts[index].replace("_", "_<wbr>")  # a long name breaks between its words
        if index and parts[index - 1] == "<code>":
            parts[index] = _OPTION.sub(r'<span class="tm-option">\g<0></span>', parts[index])
    return html[:start] + "".join(parts) + html[end:]
