"""MkDocs' events: both languages in one build, of the pages that sitekit makes; the last good site is kept."""

from __future__ import annotations

import logging
import re
import shutil
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext
from mkdocs_rebuild import Rebuilder
from sitekit import ContentError, notebook, plain_pages, render, script_pages, search
from sitekit.expand import expand, opening
from sitekit.project import LANGUAGES, ROOT, pages

NESTED = ROOT / "mkdocs.en.yml"


@dataclass
class State:
    """What outlives an event. MkDocs loads a hook once a process: this outlives the rebuilds of `mkdocs serve`, too."""

    command: str = ""
    port_checked: bool = False
    final: Path | None = None  # where the site goes in the end
    nav: Navigation | None = None  # of the language that is built
    content: str = ""  # of the page that the search reads
    made: dict[str, script_pages.Made] = field(default_factory=dict)  # by language


state = State()


def on_startup(command, dirty) -> None:
    """Remember whether this is a build or a server."""
    if dirty:
        raise PluginError("--dirty is not supported: the two languages are built whole. Leave the flag out.")
    state.command = command
    render.color_once()


def on_config(config: MkDocsConfig) -> None:
    """Read the sources, once for both languages; build beside the last good site, not over it."""
    config["markdown_extensions"].append(render.Formulas())
    config.extra_css = [path for path in config.extra_css if path != "assets/_mkdocstrings.css"]  # docs/theme/main.html
    if is_nested(config):
        return
    if state.command == "serve" and not state.port_checked:
        _check_port(*config.dev_addr)
        state.port_checked = True
    state.final = Path(config.site_dir)
    config.site_dir = f"{config.site_dir.rstrip('/')}.new"
    project = rebuilder.read()
    try:
        for language in LANGUAGES:
            for page in pages(project, language):
                opening(project, language, page.key)
    except ContentError as error:  # every page is made here, so there is no other place to catch it
        raise PluginError(str(error)) from None


def is_nested(config: MkDocsConfig) -> bool:
    """Tell whether this is English's build, inside Korean's."""
    return Path(config.config_file_path) == NESTED


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Offer pictures as figures/<key>/<name>, a drawing in the page's language; notebooks; the index of errors."""
    rebuilder.share_templates(config)
    _spare_styles(files, config)
    language = config.theme["language"]
    for picture in rebuilder.project.names("examples", ".png", ".svg"):
        name = picture.removeprefix("examples/")
        if name.endswith((".png", f".{language}.svg")):
            name = name.replace(f".{language}.svg", ".svg")
            files.append(File.generated(config, f"figures/{name}", abs_src_path=str(ROOT / picture)))
    index = str(ROOT / "torchmemo" / "errors.json")  # for the browser as well
    files.append(File.generated(config, "assets/errors.json", abs_src_path=index))
    for page in pages(rebuilder.project, language):
        if page.is_notebook:
            lab = page.key.rpartition("/")[2]
            files.append(File.generated(config, f"{page.key}/{lab}.ipynb", abs_src_path=str(page.path)))
            for name, svg in notebook.drawings(rebuilder.project, page).items():
                files.append(File.generated(config, f"figures/{page.key}/{name}", content=svg))
    return files


def _spare_styles(files: Files, config: MkDocsConfig) -> None:
    """Leave out a rule of Material's for which a browser computes the style of each element twice more at the start."""
    for file in list(files):
        if re.fullmatch(r"assets/stylesheets/palette\.\w+\.min\.css", file.src_uri):
            content = re.sub(r"\[data-md-color-switching\] \*[^{}]*\{[^{}]*\}", "", file.content_string)
            files.remove(file)
            files.append(File.generated(config, file.src_uri, content=content))


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Keep the navigation for the server."""
    state.nav = nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Tell the templates where the whole site's root is, seen from a page and from the world."""
    if state.nav:
        rebuilder.begin(config, files, state.nav, env)
        state.nav = None
    up = "/.." if is_nested(config) else ""
    root_url = urljoin(config.site_url, ".." if up else ".") if config.site_url else None

    def relative_root(base_url: str) -> str:
        return f"{base_url.rstrip('/')}{up}/"

    known: dict[str, Any] = {
        "plain_path": plain_pages.plain_path,
        "relative_root": relative_root,
        "site_root": lambda base_url: root_url or relative_root(base_url),
    }
    env.globals.update(known)


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """Render a lab like any other page: mkdocs-jupyter has made it one, and would render it itself."""
    page.__dict__.pop("render", None)
    return page


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    """Give a page's whole Markdown."""
    return expand(rebuilder.project, config.theme["language"], page.file.src_uri.rpartition(".")[0])


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Mark what is output, set captions, explain the terms."""
    return render.content(rebuilder.project, config.theme["language"], page.url, html)


@event_priority(100)  # before the search reads the page
def _show_search_plain_code(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation):
    """Let the search read code without the colors, which are most of a page's tags and nothing to search for."""
    state.content = page.content or ""
    page.content = render.without_colors(state.content)
    return context


@event_priority(-100)
def _show_colors_again(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation):
    page.content = state.content
    return context


on_page_context = CombinedEvent(_show_search_plain_code, _show_colors_again)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Put the drawings in, at the end: search need not read them."""
    return render.with_drawings(rebuilder.project, config.theme["language"], output)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Keep the template that the pages of the scripts are made with; it is no page itself."""
    if template_name != script_pages.TEMPLATE:
        return output
    state.made[config.theme["language"]] = script_pages.Made(output)
    return ""


@event_priority(-100)  # after the plugins: both languages share the search plugin's one instance
def on_post_build(config: MkDocsConfig) -> None:
    """Finish a language; build English into Korean's folder, then put the new site in the old one's place."""
    rebuilder.end(config)
    finish(config)
    if is_nested(config):
        return
    site = Path(config.site_dir)
    english = load_config(
        str(NESTED),
        site_dir=str(site / "en"),
        site_url=urljoin(config.site_url, "en/") if config.site_url else "",
        strict=config.strict,
    )
    build(english)
    if config.strict and any(
        h.get_counts() for h in logging.getLogger("mkdocs").handlers if isinstance(h, CountHandler)
    ):
        return  # MkDocs stops next, and the last good site stays
    _put_in_place(site, state.final or site)
    rebuilder.done(state.final or site)
    config.site_dir = str(state.final)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> None:
    """Make again only what a save has changed."""
    rebuilder.serve(server, builder)


def finish(config: MkDocsConfig) -> None:
    """Write what a language has besides its pages: other names for the search, the plain pages, llms.txt."""
    language, site = config.theme["language"], Path(config.site_dir)
    search.shape(rebuilder.project, site)
    made = state.made[language]
    script_pages.write(rebuilder.project, language, site, made)
    plain_pages.write(
        rebuilder.project,
        language,
        site,
        made.texts,
        nav=config.nav or [],
        name=config.site_name,
        description=config.site_description or "",
        url=config.site_url or "",
    )


rebuilder = Rebuilder(finish)


def _put_in_place(site: Path, final: Path) -> None:
    """Put a new site where the old one is, which is gone for a moment only."""
    old = final.with_name(f"{final.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if final.exists():
        final.rename(old)
    site.rename(final)
    shutil.rmtree(old, ignore_errors=True)


def on_shutdown() -> None:
    """Leave nothing half built behind; an interrupt between two names of the last good site gives it back its own."""
    if state.final:
        old = state.final.with_name(f"{state.final.name}.old")
        if old.exists() and not state.final.exists():
            old.rename(state.final)
        for rest in (old, f"{state.final}.new"):
            shutil.rmtree(rest, ignore_errors=True)


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
