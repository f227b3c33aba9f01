"""Build the site, and serve it under a sub-path as a plain file server does."""

from __future__ import annotations

import contextlib
import functools
import http.server
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import lxml.html

PREFIX = {"ko": "", "en": "en/"}


@dataclass(frozen=True)
class BuiltPage:
    """A page in a built site; a lab as well."""

    language: str
    key: str

    @property
    def path(self) -> str:
        """Its address under its language."""
        return "" if self.key == "index" else f"{self.key}/"

    @property
    def url(self) -> str:
        """Its address under the site."""
        return PREFIX[self.language] + self.path

    def html(self, site: Path) -> Path:
        """Return its file."""
        return site / self.url / "index.html"

    def tree(self, site: Path) -> lxml.html.HtmlElement:
        """Return its elements."""
        return lxml.html.fromstring(self.html(site).read_bytes())

    def article(self, site: Path) -> lxml.html.HtmlElement:
        """Return the elements of its content."""
        return self.tree(site).find(".//article")

    def plain(self, site: Path) -> Path:
        """Return the file of its plain form."""
        return site / PREFIX[self.language] / f"{self.key}.md"


def sections(site: Path, language: str) -> list[dict[str, str]]:
    """Return the sections that a language's search knows."""
    index = json.loads((site / PREFIX[language] / "search/sections.json").read_text(encoding="utf-8"))
    names, columns = index["docs"].keys(), index["docs"].values()
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def build(project: Path, site: Path, site_url: str = "") -> subprocess.CompletedProcess:
    """Build a project's site as `mkdocs build --strict` does."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=project,
        env={**os.environ, "SITE_URL": site_url, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )


@contextlib.contextmanager
def serving(handler: type[http.server.SimpleHTTPRequestHandler], folder: Path) -> Iterator[str]:
    """Serve a folder on a free port, and give the address that ends with a slash."""
    bound = functools.partial(handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), bound) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serve files under /some/path/ only, and say nothing."""

    def translate_path(self, path):
        prefix = "/some/path"
        return super().translate_path(path[len(prefix) :]) if path.startswith(prefix + "/") else "/nonexistent"

    def log_message(self, *args):
        pass
