"""Build the site, and serve it under a sub-path as a plain file server does."""

from __future__ import annotations

import http.server
import os
import subprocess
import sys
from pathlib import Path


def build(project: Path, site: Path, site_url: str = "") -> subprocess.CompletedProcess:
    """Build a project's site as `mkdocs build --strict` does."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=project,
        env={**os.environ, "SITE_URL": site_url, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serve files under /some/path/ only, and say nothing."""

    def translate_path(self, path):
        prefix = "/some/path"
        return super().translate_path(path[len(prefix) :]) if path.startswith(prefix + "/") else "/nonexistent"

    def log_message(self, *args):
        pass
