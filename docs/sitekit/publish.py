"""Make of the built site a folder for any static host: compressed copies beside the files, and robots.txt.

``python -m sitekit.publish <site> <target>``; the target is replaced in one step, so that an interruption leaves the
last good one.
"""

from __future__ import annotations

import gzip
import os
import shutil
import sys
from pathlib import Path

COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".md", ".txt", ".ipynb"}
SMALLEST = 1024  # bytes: below it, compressing saves nothing


def publish(site: Path, target: Path, site_url: str = "") -> None:
    """Put a copy of a site, ready for a host, in the place of a folder.

    Args:
        site: the built site.
        target: the folder, which may be there already.
        site_url: the address that it will have, with a slash at the end, or nothing where it is not known.
    """
    new, old = target.with_name(f"{target.name}.new"), target.with_name(f"{target.name}.old")
    shutil.rmtree(new, ignore_errors=True)
    shutil.copytree(site, new)
    for file in sorted(new.rglob("*")):
        if file.suffix in COMPRESSED and file.stat().st_size >= SMALLEST:
            packed = gzip.compress(file.read_bytes(), mtime=0)  # the same bytes for the same file
            file.with_name(f"{file.name}.gz").write_bytes(packed)
    maps = [f"Sitemap: {site_url}{path}sitemap.xml" for path in ("", "en/")] if site_url else []
    (new / "robots.txt").write_text("\n".join(["User-agent: *", "Allow: /", *maps, ""]), encoding="utf-8")
    (new / ".nojekyll").touch()  # GitHub Pages: serve the files as they are
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)


if __name__ == "__main__":
    publish(Path(sys.argv[1]), Path(sys.argv[2]), os.environ.get("SITE_URL", ""))
