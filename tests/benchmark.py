"""Measure the site's machinery against what it rests on: `python tests/benchmark.py`. It is no test; it prints ratios.

Times are those of the processor, so that other work on the machine counts little.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "docs")]

from sitekit.expand import expand  # noqa: E402
from sitekit.project import LANGUAGES, Project, pages  # noqa: E402

REPEATS = 3
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
BARE = ("markdown_extensions", "site_name", "validation")  # of mkdocs.yml


def seconds(*command: str, cwd: Path = ROOT) -> float:
    """Return the least processor time that a command took."""
    found = []
    for _ in range(REPEATS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            command, cwd=cwd, check=True, capture_output=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        found.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(found)


def bare(folder: Path) -> float:
    """Return the time of two builds, with Material and its search alone, of the same pages as Markdown."""
    project, total = Project(), 0.0
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", ""))
    for language in LANGUAGES:
        of_language = folder / language
        for page in pages(project, language):
            path = of_language / "docs" / f"{page.key}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(expand(project, language, page.key), encoding="utf-8")
        kept = {name: settings[name] for name in BARE if name != "validation"}
        theme = {"name": "material", "language": language, "font": False}
        config = kept | {"theme": theme, "plugins": ["search"]}
        (of_language / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
        total += seconds(sys.executable, "-m", "mkdocs", "build", "-q", cwd=of_language)
    return total


def main() -> None:
    """Print the times and their ratios."""
    folder = Path(tempfile.mkdtemp())
    try:
        torch = seconds(sys.executable, "-c", "import torch")
        build = seconds(sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder / "site"))
        two = bare(folder)
    finally:
        shutil.rmtree(folder)
    print(f"import torch                       {torch:6.2f} s")
    print(f"two bare builds with Material      {two:6.2f} s")
    print(f"a strict build of both languages   {build:6.2f} s: {build / two:.2f} times two bare builds")


if __name__ == "__main__":
    main()
