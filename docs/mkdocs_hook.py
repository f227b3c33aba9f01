"""Build both languages with one command, keep the last good site, say where CUDA code has run."""

from __future__ import annotations

import json
import logging
import re
import shutil
import socket
from html import escape, unescape
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from mkdocs.utils import CountHandler
from sitekit import claims, error_index, glossary, notebook, plain_pages
from sitekit.script import INCLUDE, ROOT, ScriptError, last_cuda_run, needs_cuda, requirement, sections, versions_passed

NESTED = ROOT / "mkdocs.en.yml"
GENERATED = {  # stands where a page wants what is made from data
    "<!-- errors -->": error_index.markdown,
    "<!-- glossary -->": glossary.markdown,
    "<!-- memo -->": claims.markdown,
    "<!-- verdicts -->": claims.counts,
}

_DRAWING = re.compile(r'<img alt="(?P<alt>[^"]*)" src="[./]*figures/(?P<name>[^"]+)\.svg" ?/?>')

# A drawing and the paragraph after it, which says what is to be seen.
_FIGURE = re.compile(rf"<p>({_DRAWING.pattern})</p>\s*<p>(?P<caption>.*?)</p>", re.DOTALL)
_FIGURE_WITH_CAPTION = r"<figure>\1<figcaption>\g<caption></figcaption></figure>"

_PLACE = re.compile(r"<i data-tm-drawing=(\d+)></i>")

# MkDocs loads a hook once a process: this outlives the rebuilds of `mkdocs serve`.
state = {"command": None, "port_checked": False, "final": None}
# Of the build that goes on: the languages are built one after the other.
build_state = {"nav": None, "texts": {}}
drawings: list[str] = []  # put into the pages at their end, so that the search plugin need not read them


def on_startup(command, dirty):
    """Remember whether this is a build or a server."""
    if dirty:
        raise PluginError("--dirty is not supported: the two languages are built whole. Leave the flag out.")
    state["command"] = command


def on_config(config):
    """Build beside the last good site, not over it."""
    _set_cache(config.plugins["mkdocs-jupyter"].config)
    if Path(config.config_file_path) == NESTED:
        return
    if state["command"] == "serve" and not state["port_checked"]:
        _check_port(*config.dev_addr)
        state["port_checked"] = True
    state["final"] = Path(config.site_dir)
    config.site_dir = f"{config.site_dir.rstrip('/')}.new"


def _set_cache(options):
    """Keep rendered notebooks for the server alone: the files are written in place, and builds may run side by side."""
    options["cache"] = state["command"] == "serve"
    for file in Path(options["cache_dir"]).glob("*.json") if options["cache"] else ():
        try:
            json.loads(file.read_text(encoding="utf-8"))
        except ValueError:  # cut off by an interrupt
            file.unlink()


def on_files(files, config):
    """Offer the pictures beside the scripts to the pages, as figures/<key>/<name>; a drawing in the page's language."""
    language = config.theme["language"]
    for picture in sorted((ROOT / "examples").rglob("*.*")):
        name = picture.relative_to(ROOT / "examples").as_posix()
        if picture.suffix == ".png" or name.endswith(f".{language}.svg"):
            name = name.replace(f".{language}.svg", ".svg")
            files.append(File.generated(config, f"figures/{name}", abs_src_path=str(picture)))
    return files


def on_nav(nav, config, files):
    """Keep the navigation, for llms.txt."""
    build_state.update(nav=nav, texts={})
    drawings.clear()


def on_env(env, config, files):
    """Tell the templates where the whole site's root is, seen from a page and from the world."""
    up = "/.." if Path(config.config_file_path) == NESTED else ""
    root_url = urljoin(config.site_url, ".." if up else ".") if config.site_url else None
    env.globals["plain_path"] = plain_pages.plain_path
    env.globals["relative_root"] = lambda base_url: f"{base_url.rstrip('/')}{up}/"
    env.globals["site_root"] = lambda base_url: root_url or f"{base_url.rstrip('/')}{up}/"


def on_page_markdown(markdown, page, config, files):
    """Check what the page includes, and put a notice before the first fence of each script that needs CUDA."""
    if page.file.src_uri.endswith(".ipynb"):
        build_state["texts"][page.file.src_uri] = notebook.markdown(Path(page.file.abs_src_path))
        return markdown
    lines, noticed, fence = [], set(), 0
    for mark, make in GENERATED.items():
        if mark in markdown:
            try:
                markdown = markdown.replace(mark, make(config.theme["language"]))
            except (glossary.GlossaryError, claims.ClaimError, LookupError) as error:
                raise PluginError(f"{page.file.abs_src_path}: {error}") from None
    for line in markdown.splitlines():
        if line.startswith("```"):
            fence = len(lines)
        if include := INCLUDE.match(line):
            script = _included(include, page)
            if script not in noticed and needs_cuda(script):
                noticed.add(script)
                lines[fence:fence] = [*_cuda_notice(script, config.theme["language"]), ""]
        lines.append(line)
    scripts = {ROOT / found["path"] for found in map(INCLUDE.match, lines) if found}
    markdown = "\n".join([*lines, "", *_checked_with(scripts, config.theme["language"])])
    build_state["texts"][page.file.src_uri] = plain_pages.whole(markdown)
    return markdown


def on_page_content(html, page, config, files):
    """Set what was printed apart from comments (both begin with `#`, the outputs with `#>`); explain the terms."""
    if page.file.src_uri.endswith(".ipynb"):
        source = Path(page.file.abs_src_path)
        for entry, name in zip(_entries(page.toc), notebook.heading_ids(source), strict=True):
            entry.id = name
        title = config.mdx_configs["toc"]["permalink_title"]
        html = notebook.content(html, source, config.theme["language"], title, _inline_svg)
    html = html.replace('<span class="c1">#&gt;', '<span class="c1 tm-output">#&gt;')
    html = _DRAWING.sub(lambda found: _inline(found, config.theme["language"]), _FIGURE.sub(_FIGURE_WITH_CAPTION, html))
    return glossary.with_tooltips(html, config.theme["language"])


def on_post_page(output, page, config):
    """Put the drawings in."""
    return _PLACE.sub(lambda found: drawings[int(found[1])], output)


@event_priority(-100)  # after the plugins: both languages share the search plugin's one instance
def on_post_build(config):
    """Write the plain pages; build English into Korean's folder, then put the new site in the old one's place."""
    glossary.add_aliases(Path(config.site_dir))
    plain_pages.write(Path(config.site_dir), config.theme["language"], config, **build_state)
    if Path(config.config_file_path) == NESTED:
        return
    final, new = state["final"], Path(config.site_dir)
    english = load_config(
        str(NESTED),
        site_dir=str(new / "en"),
        site_url=urljoin(config.site_url, "en/") if config.site_url else "",
        strict=config.strict,
    )
    build(english)
    if config.strict and any(
        h.get_counts() for h in logging.getLogger("mkdocs").handlers if isinstance(h, CountHandler)
    ):
        return  # MkDocs stops next, and the last good site stays
    old = final.with_name(f"{final.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if final.exists():
        final.rename(old)
    new.rename(final)
    shutil.rmtree(old, ignore_errors=True)
    config.site_dir = str(final)


def on_shutdown():
    """Leave nothing half built behind."""
    if state["final"]:
        shutil.rmtree(f"{state['final']}.new", ignore_errors=True)


def _included(include, page) -> Path:
    """Return the script that a page includes a section of; stop, in words, where there is no such section."""
    script, name = (
        ROOT / include["path"],
        f"{page.file.abs_src_path} includes {include['path']}:{include['section']}",
    )
    if not script.exists():
        raise PluginError(f"{name}, but there is no such script: give its path from the project's root")
    try:
        found = sections(script)
    except ScriptError as error:
        raise PluginError(f"{name}, but {error}") from None
    if include["section"] not in found:
        raise PluginError(f"{name}, but the script has no such section. It has: {', '.join(found)}")
    return script


def _inline(found: re.Match, language: str) -> str:
    """Return a drawing as part of the page, so that it takes the page's colours and fonts."""
    svg = (ROOT / "examples" / f"{found['name']}.{language}.svg").read_text(encoding="utf-8")
    return _inline_svg(svg, found["name"].replace("/", "-"), unescape(found["alt"]))


def _inline_svg(svg: str, prefix: str, alt: str) -> str:
    svg = re.sub(r'(\bid="|href="#|url\(#)', rf"\g<1>{prefix}-", svg)  # two drawings on a page may use the same ids
    svg = svg.replace("<svg ", f'<svg class="tm-drawing" role="img" aria-label="{escape(alt)}" ', 1)
    svg = re.sub(r"\s+", " ", svg).strip()
    drawings.append(f'<span class="tm-scroll" tabindex="0">{svg}</span>')
    return f"<i data-tm-drawing={len(drawings) - 1}></i>"


def _entries(toc):
    """Yield the entries of a table of contents, in the page's order."""
    for entry in toc:
        yield entry
        yield from _entries(entry.children)


def _check_port(host: str, port: int) -> None:
    """Stop before the build where something else has the port."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PluginError(
                f"cannot serve at {host}:{port} ({error.strerror}): stop what runs there, or choose another port: "
                f"make serve PORT={port + 1} (mkdocs serve --dev-addr {host}:{port + 1})"
            ) from None


def _cuda_notice(script: Path, language: str) -> list[str]:
    """Return an admonition that says where a CUDA script last ran, or that it has not."""
    run = last_cuda_run(script)
    texts = {
        "ko": (
            {"cuda": "CUDA가 필요한 코드", "multi_gpu": "GPU가 둘 이상 필요한 코드"},
            "이 코드는 아직 그런 컴퓨터에서 실행된 적이 없다. 그래서 출력을 싣지 않는다.",
            "{device}, torch {torch}에서 {date}에 실행한 결과다.",
        ),
        "en": (
            {"cuda": "Code that needs CUDA", "multi_gpu": "Code that needs two or more GPUs"},
            "This code has not run on such a machine yet, so no output is shown.",
            "Ran on {device}, torch {torch}, {date}.",
        ),
    }
    title, never, ran = texts[language]
    return [f'!!! cuda "{title[requirement(script)]}"', "", f"    {ran.format(**run) if run else never}"]


def _checked_with(scripts: set[Path], language: str) -> list[str]:
    """Return a line that says with which versions of torch the code of a page was checked."""
    try:
        passed = versions_passed([script for script in scripts if not needs_cuda(script)])
    except ScriptError as error:
        raise PluginError(str(error)) from None
    if not passed:
        return []
    span = {
        "ko": "이 페이지의 코드는 torch {}에서 확인했다.",
        "en": "The code of this page was checked with torch {}.",
    }[language]
    return [f'<p class="tm-versions" markdown>{span.format(", ".join(passed))}</p>']
