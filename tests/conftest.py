"""The built site, as a reader's browser gets it."""

from __future__ import annotations

import functools
import http.server
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from example_script import ROOT


def pytest_addoption(parser):
    parser.addoption(
        "--record-version",
        action="store_true",
        help="record which scripts pass with this torch in examples/versions.json; `make versions` does it for all",
    )


def pytest_configure(config):
    writes = config.option.update_examples or config.option.record_version
    if writes and getattr(config.option, "numprocesses", None):
        raise pytest.UsageError("--update-examples and --record-version write files: run them without --numprocesses")


def build(project: Path, site: Path, site_url: str = "") -> subprocess.CompletedProcess:
    """Build a project's site as `mkdocs build --strict` does."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=project,
        env={**os.environ, "SITE_URL": site_url, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The site built without a known address."""
    folder = tmp_path_factory.mktemp("built") / "site"
    done = build(ROOT, folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def published(tmp_path_factory) -> tuple[str, Path]:
    """The site built for an address with a sub-path, and that address."""
    folder = tmp_path_factory.mktemp("published") / "site"
    done = build(ROOT, folder, "https://example.org/some/path/")
    assert done.returncode == 0, done.stderr
    return "https://example.org/some/path/", folder


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serve files under /some/path/ only, and say nothing."""

    def translate_path(self, path):
        prefix = "/some/path"
        return super().translate_path(path[len(prefix) :]) if path.startswith(prefix + "/") else "/nonexistent"

    def log_message(self, *args):
        pass


@pytest.fixture(scope="session")
def served(site):
    """The address, with a sub-path, of a server for the built site."""
    handler = functools.partial(QuietHandler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/some/path/"
        server.shutdown()
        thread.join()
