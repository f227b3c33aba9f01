"""Serve what `make dist` makes as a host does, and let Lighthouse audit pages of it as a phone sees them."""

from __future__ import annotations

import http.server
import json
import os
import shutil
import subprocess

import pytest
from sitekit.project import ROOT

from support.chromium import CHROMIUM

NODE = ROOT / "tests/node"
PAGES = ["", "en/zero_grad/", "labs/digits/", "errors/"]  # home, a memo page, a lab, the error index
NEEDS_NODE = pytest.mark.skipif(
    not (shutil.which("node") and (NODE / "node_modules").is_dir()) and not os.environ.get("CI"),
    reason="needs Node and `npm --prefix tests/node ci`",
)


class Host(http.server.SimpleHTTPRequestHandler):
    """Answer with the compressed copy of a file where there is one, as hosts do."""

    protocol_version = "HTTP/1.1"
    compressed = False

    def send_head(self):
        path = self.translate_path(self.path.partition("?")[0])
        page = f"{path}/index.html" if os.path.isdir(path) else path
        self.kind = self.guess_type(page)
        self.compressed = os.path.isfile(f"{page}.gz")
        if self.compressed:
            self.path = "/" + os.path.relpath(f"{page}.gz", self.directory)
        return super().send_head()

    def send_header(self, keyword, value):
        super().send_header(keyword, self.kind if self.compressed and keyword == "Content-type" else value)

    def end_headers(self):
        if self.compressed:
            super().send_header("Content-Encoding", "gzip")
            self.compressed = False
        super().end_headers()

    def log_message(self, *args):
        pass


def audit(host: str, performance: int) -> list[dict]:
    """Return what Lighthouse says of PAGES: `url`, `scores`, `missed`.

    Args:
        host: the address of the site.
        performance: a page with a lower score is measured up to three times, and the median counts; 0: not measured.
    """
    done = subprocess.run(
        ["node", "lighthouse.mjs", CHROMIUM, str(performance), *(host + path for path in PAGES)],
        cwd=NODE,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]
