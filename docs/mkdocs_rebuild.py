"""Make only those pages again that a save has changed, so that the server shows it at once.

MkDocs builds the whole site on every save. This takes the steps of its build (mkdocs.commands.build) for the changed
pages alone, with what it kept of the last whole build. It asks what changed by comparing the sources themselves, and
what depends on that by comparing each page's whole Markdown. Whatever it cannot be sure of is built whole: another
navigation, title, term, template or setting. Deleting what is kept changes nothing but the time.
"""

from __future__ import annotations

import gc
import logging
import os
import re
import shutil
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from jinja2 import BytecodeCache, Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from sitekit import ContentError, notebook
from sitekit.expand import expand, opening
from sitekit.project import LANGUAGES, Project, pages, scripts
from watchdog.events import FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

log = logging.getLogger("mkdocs.hooks.rebuild")

_MACHINERY = re.compile(r"docs/(sitekit/|mkdocs_)")  # runs in this process
# What shows in no page but through its Markdown, its drawings or docstrings. Terms and words do, and pictures' sizes.
_TEXTS = re.compile(
    r"docs/(ko|en)/.*\.(md|ipynb)|docs/errors\.toml|docs/memo/.*|examples/.*\.(py|sh|svg|json|toml)|torchmemo/.*"
)
_DRAWING = re.compile(r"examples/(?P<name>.+)\.(?P<language>ko|en)\.svg")
_API = re.compile(r"^::: ", re.MULTILINE)


class Watch:
    """Hears of a save at once; looks each second as well, for folders of which the system tells nothing."""

    def __init__(self) -> None:
        self.told, self.looking = Observer(), PollingObserver(timeout=1)

    def schedule(self, handler: Any, path: str, *, recursive: bool) -> None:
        """Call a handler for what changes below a path, but not for what is only read."""
        changes = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]
        for observer in (self.told, self.looking):
            observer.schedule(handler, path, recursive=recursive, event_filter=changes)

    def start(self) -> None:
        """Begin to watch; where the system has no room for more watches, look only."""
        try:
            self.told.start()
        except OSError as error:
            log.info(f"A save is seen up to a second later: {error}")
        self.looking.start()

    def stop(self) -> None:
        """End it."""
        for observer in (self.told, self.looking):
            observer.stop()

    def join(self) -> None:
        """Wait for the end."""
        for observer in (self.told, self.looking):
            if observer.is_alive():
                observer.join()


class Templates(BytecodeCache):
    """Compiled templates, kept in memory: jinja2 uses one only for the very text that it was made of."""

    def __init__(self) -> None:
        self.compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Any) -> None:
        """Give a template, if there is one."""
        if bucket.key in self.compiled:
            bucket.bytecode_from_string(self.compiled[bucket.key])

    def dump_bytecode(self, bucket: Any) -> None:
        """Keep a template."""
        self.compiled[bucket.key] = bucket.bytecode_to_string()


@dataclass
class Built:
    """One language of the last whole build."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment
    index: Any = None  # of the search
    entries: dict[str, list[dict]] = field(default_factory=dict)  # of the index, by page

    @property
    def language(self) -> str:
        """The language."""
        return self.config.theme["language"]

    def move(self, site: Path) -> None:
        """Say where the site is now: it was built elsewhere."""
        self.config.site_dir = str(site)
        for file in self.files:
            file.dest_dir = str(site)
            if "abs_dest_path" in vars(file):  # mkdocs-jupyter's own kind of file
                file.abs_dest_path = str(site / file.dest_path)


class Rebuilder:
    """What is kept from build to build of a server.

    Args:
        finish: writes what a language has besides its pages.
    """

    before: ClassVar[Callable[[Project, Project], Mapping[str, str]] | None] = None  # runs what changed; gives notes

    def __init__(self, finish: Callable[[MkDocsConfig], None]) -> None:
        self.finish = finish
        self.templates = Templates()
        self.project = Project()  # of the last build
        self.ran = self.project  # as `before` left it, though no page may show it yet
        self.building: dict[str, Built] = {}  # by a whole build that goes on
        self.built: dict[str, Built] = {}  # by the last build, if it came to its end

    def read(self) -> Project:
        """Read the sources for a whole build, which may not come to its end."""
        self.building, self.built = {}, {}
        self.project = Project(notes=self.project.notes)
        return self.project

    def share_templates(self, config: MkDocsConfig) -> None:
        """Let the docstrings' templates be compiled once for both languages and all saves."""
        config.plugins["mkdocstrings"].get_handler("python").env.bytecode_cache = self.templates  # type: ignore[attr-defined]

    def begin(self, config: MkDocsConfig, files: Files, nav: Navigation, env: Environment) -> None:
        """Keep what a whole build of a language builds with, and let it find the compiled templates."""
        env.bytecode_cache = self.templates
        self.building[config.theme["language"]] = Built(config, files, nav, env)

    def end(self, config: MkDocsConfig) -> None:
        """Keep what a whole build of a language found out."""
        built = self.building[config.theme["language"]]
        built.index = _search(config).search_index
        built.entries = _by_page(built.index.entries)

    def done(self, site: Path) -> None:
        """Say where the site is, both languages built."""
        self.built, self.building = self.building, {}
        for built in self.built.values():
            built.move(site / "en" if built.language == "en" else site)

    def serve(self, server: LiveReloadServer, build_all: Callable[[], None]) -> None:
        """Let a server build by this, and hear of a save at once."""
        server.builder = lambda: self._guarded(server, build_all)
        server.build_delay = 0.03  # an editor writes a file in several steps
        watched, server.observer = list(server._watched_paths), Watch()
        server._watched_paths.clear()
        for path in watched:
            server.watch(path)
        _keep()

    def _guarded(self, server: LiveReloadServer, build_all: Callable[[], None]) -> None:
        """Build; where that fails or changes nothing, go on with the site that there is."""
        new = False
        try:
            new = self.build(build_all)
        finally:
            if not new:
                with server._epoch_cond:
                    server._wanted_epoch = server._visible_epoch
                    server._epoch_cond.notify_all()

    def build(self, build_all: Callable[[], None]) -> bool:
        """Build what the sources say now: some pages, or all. Return False where they say nothing new."""
        begin, new = time.monotonic(), Project(notes=self.project.notes, last=self.project)
        if any(map(_MACHINERY.match, self.project.changed(new))):
            self._start_anew(new)
        try:
            new = self._run(new)
            names = self.project.changed(new)
            if self.built and not names and new.notes == self.project.notes:
                return False
            changed = self._changed_pages(new, names)
        except ContentError as error:
            log.error(str(error))
            raise Abort("The last good site is still shown.") from None
        self.project, old = new, self.project
        if changed is None or not self._build_pages(changed, names):
            self.project, old.notes = old, new.notes
            build_all()
            _keep()
            return True
        pages_made = [f"{language}/{key}" for language, keys in changed.items() for key in keys]
        log.info(f"Rebuilt in {time.monotonic() - begin:.2f} seconds: {', '.join(pages_made) or 'no page'}")
        return True

    def _run(self, new: Project) -> Project:
        """Run the scripts that changed, and those that are saved meanwhile; return the sources with their outputs."""
        while run := type(self).before:
            notes, self.ran = run(self.ran, new), new
            new = Project(notes=notes, last=self.project)
            if _code(self.ran) == _code(new):
                self.ran = new
                break
        return new

    def _start_anew(self, new: Project) -> None:
        """Run the site's own code as it is now, in place of this process."""
        for name in filter(_MACHINERY.match, new.files):
            try:
                compile(new.files[name], name, "exec")
            except SyntaxError as error:
                log.error(f"{name}:{error.lineno}: {error.msg}")
                raise Abort("The site's own code is not Python; the last good site is still shown.") from None
        log.info("The site's own code has changed: starting anew")
        for built in self.built.values():
            shutil.rmtree(built.config.site_dir, ignore_errors=True)
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])

    def _changed_pages(self, new: Project, names: set[str]) -> dict[str, list[str]] | None:
        """Return the pages whose Markdown or drawings are others in new sources, by language; None: it may be all."""
        old = self.project
        if not self.built or not all(map(_TEXTS.fullmatch, names)):
            return None
        if any(old.has(name) != new.has(name) and not name.endswith((".py", ".sh", ".json")) for name in names):
            return None
        drawings = [found for found in map(_DRAWING.fullmatch, names) if found]
        drawn = [(found["language"], f"figures/{found['name']}.svg") for found in drawings]
        changed: dict[str, list[str]] = {language: [] for language in LANGUAGES}
        for language in LANGUAGES:
            for page in pages(new, language):
                text = expand(new, language, page.key)
                if opening(old, language, page.key)[0] != opening(new, language, page.key)[0]:
                    return None
                if _drawings(old, language, page.key).keys() != _drawings(new, language, page.key).keys():
                    return None
                if (
                    text != expand(old, language, page.key)
                    or any(of == language and drawing in text for of, drawing in drawn)
                    or (_API.search(text) and any(name.startswith("torchmemo/") for name in names))
                ):
                    changed[language].append(page.key)
        return changed

    def _build_pages(self, changed: dict[str, list[str]], names: set[str]) -> bool:
        """Take the steps of MkDocs' build for some pages; return False where more than those would change."""
        built, self.built = self.built, {}  # until all is well
        for language, keys in changed.items():
            elsewhere = tuple(f"docs/{other}/" for other in LANGUAGES if other != language)
            if not keys and all(name.startswith(elsewhere) for name in names):
                continue  # pages of another language alone: nothing here knows them
            if not self._build_language(built[language], keys, names):
                return False
        self.built = built
        return True

    def _build_language(self, built: Built, keys: list[str], names: set[str]) -> bool:
        config, files = built.config, built.files
        sources = {str(self.project.root / name) for name in names}
        for file in files:
            if not file.page and file.abs_src_path in sources:
                file.copy_file()
        for key in keys:
            for name, svg in _drawings(self.project, built.language, key).items():
                drawing = files.src_uris[f"figures/{key}/{name}"]
                drawing.content_string = svg
                drawing.copy_file()
        documents = files.documentation_pages()
        chosen = [file for file in documents if file.src_uri.rpartition(".")[0] in keys]
        if any(_API.search(expand(self.project, built.language, key)) for key in keys):
            self.share_templates(config)  # the last build's end took its handler of docstrings away
        search = _search(config)
        search.search_index, built.index.entries = built.index, []
        for file in chosen:
            page = _page(file)
            title = page.title
            _populate_page(page, config, files)
            if page.title != title:
                return False
        if any(_API.search(_page(file).markdown or "") for file in chosen):
            config.plugins.on_env(built.env, config=config, files=Files(chosen))
        for file in chosen:
            _build_page(_page(file), config, documents, built.nav, built.env)
        for file in documents:
            _page(file).validate_anchor_links(files=files, log_level=config.validation.links.anchors)
        built.entries |= {_page(file).url: [] for file in chosen} | _by_page(built.index.entries)
        built.index.entries = [entry for file in documents for entry in built.entries.get(_page(file).url, [])]
        for plugin in (search, config.plugins["mkdocstrings"]):  # which forgets the docstrings that it has read
            plugin.on_post_build(config=config)
        self.finish(config)
        return True


def _keep() -> None:
    """Let the garbage collector pass over what a whole build has made: it stays, and looking at it takes long."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _code(project: Project) -> dict[str, list[str]]:
    """Return the scripts without their outputs, by name."""
    return {script.name: script.code for script in scripts(project)}


def _drawings(project: Project, language: str, key: str) -> dict[str, str]:
    """Return the drawings of a lab's notebook by their names; other pages have none of their own."""
    page = project.page(language, key)
    return notebook.drawings(project, page) if page.is_notebook else {}


def _page(file: File) -> Page:
    """Return the page of a file that has one."""
    assert file.page
    return file.page


def _search(config: MkDocsConfig) -> Any:
    """Return the search plugin: one for both languages, with the index of the one that was built last."""
    return next(plugin for plugin in config.plugins.values() if hasattr(plugin, "search_index"))


def _by_page(entries: list[dict]) -> dict[str, list[dict]]:
    """Return entries of the search's index by the page that they are of."""
    found: dict[str, list[dict]] = {}
    for entry in entries:
        found.setdefault(entry["location"].partition("#")[0], []).append(entry)
    return found
