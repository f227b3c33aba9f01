"""MkDocs' events: both languages in one build, of the pages that sitekit makes; the last good site is kept."""

from __future__ import annotations

import logging
import shutil
import socket
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from sitekit import ContentError, glossary, notebook, plain_pages, render
from sitekit.expand import expand, opening
from sitekit.project import LANGUAGES, ROOT, Project, pages

NESTED = ROOT / "mkdocs.en.yml"


@dataclass
class State:
    """What outlives an event. MkDocs loads a hook once a process: this outlives the rebuilds of `mkdocs serve`, too."""

    command: str = ""
    port_checked: bool = False
    final: Path | None = None  # where the site goes in the end
    project: Project = field(default_factory=Project)  # of the build that goes on, in both languages


state = State()


def on_startup(command, dirty) -> None:
    """Remember whether this is a build or a server."""
    if dirty:
        raise PluginError("--dirty is not supported: the two languages are built whole. Leave the flag out.")
    state.command = command


def on_config(config: MkDocsConfig) -> None:
    """Read the sources, once for both languages; build beside the last good site, not over it."""
    config["markdown_extensions"].append(render.Formulas())
    if is_nested(config):
        return
    if state.command == "serve" and not state.port_checked:
        _check_port(*config.dev_addr)
        state.port_checked = True
    state.final = Path(config.site_dir)
    config.site_dir = f"{config.site_dir.rstrip('/')}.new"
    state.project = Project()
    try:
        for language in LANGUAGES:
            for page in pages(state.project, language):
                opening(state.project, language, page.key)
    except ContentError as error:  # every page is made here, so there is no other place to catch it
        raise PluginError(str(error)) from None


def is_nested(config: MkDocsConfig) -> bool:
    """Tell whether this is English's build, inside Korean's."""
    return Path(config.config_file_path) == NESTED


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Offer the pictures to the pages, as figures/<key>/<name>, a drawing in the page's language; and the notebooks, and the index of errors."""
    language = config.theme["language"]
    for picture in state.project.names("examples", ".png", ".svg"):
        name = picture.removeprefix("examples/")
        if name.endswith((".png", f".{language}.svg")):
            name = name.replace(f".{language}.svg", ".svg")
            files.append(File.generated(config, f"figures/{name}", abs_src_path=str(ROOT / picture)))
    index = str(ROOT / "torchmemo" / "errors.json")  # for the browser as well
    files.append(File.generated(config, "assets/errors.json", abs_src_path=index))
    for page in pages(state.project, language):
        if page.is_notebook:
            lab = page.key.rpartition("/")[2]
            files.append(File.generated(config, f"{page.key}/{lab}.ipynb", abs_src_path=str(page.path)))
            for name, svg in notebook.drawings(state.project, page).items():
                files.append(File.generated(config, f"figures/{page.key}/{name}", content=svg))
    return files


def on_env(env, config: MkDocsConfig, files: Files) -> None:
    """Tell the templates where the whole site's root is, seen from a page and from the world."""
    up = "/.." if is_nested(config) else ""
    root_url = urljoin(config.site_url, ".." if up else ".") if config.site_url else None
    env.globals["plain_path"] = plain_pages.plain_path
    env.globals["relative_root"] = lambda base_url: f"{base_url.rstrip('/')}{up}/"
    env.globals["site_root"] = lambda base_url: root_url or f"{base_url.rstrip('/')}{up}/"


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """Render a lab like any other page: mkdocs-jupyter has made it one, and would render it itself."""
    page.__dict__.pop("render", None)
    return page


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    """Give a page's whole Markdown."""
    return expand(state.project, config.theme["language"], page.file.src_uri.rpartition(".")[0])


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Mark what is output, set captions, explain the terms."""
    return render.content(state.project, config.theme["language"], html)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Put the drawings in, at the end: search need not read them."""
    return render.with_drawings(state.project, config.theme["language"], output)


@event_priority(-100)  # after the plugins: both languages share the search plugin's one instance
def on_post_build(config: MkDocsConfig) -> None:
    """Write the plain pages; build English into Korean's folder, then put the new site in the old one's place."""
    language, site = config.theme["language"], Path(config.site_dir)
    glossary.add_aliases(state.project, site)
    plain_pages.write(
        state.project,
        language,
        site,
        nav=config.nav or [],
        name=config.site_name,
        description=config.site_description or "",
        url=config.site_url or "",
    )
    if is_nested(config):
        return
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
    config.site_dir = str(state.final)


def _put_in_place(site: Path, final: Path) -> None:
    """Put a new site where the old one is, which is gone for a moment only."""
    old = final.with_name(f"{final.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if final.exists():
        final.rename(old)
    site.rename(final)
    shutil.rmtree(old, ignore_errors=True)


def on_shutdown() -> None:
    """Leave nothing half built behind."""
    if state.final:
        shutil.rmtree(f"{state.final}.new", ignore_errors=True)


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
