"""Measure the site's machinery against what it rests on: `python tests/benchmark.py`. It is no test; it prints ratios.

Every fifth page and script is saved; `python tests/benchmark.py 1` saves all.

Times are those of the processor, so that other work on the machine counts little.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "docs"), str(ROOT / "tests")]

from sitekit.expand import expand  # noqa: E402
from sitekit.project import LANGUAGES, Project, pages, scripts  # noqa: E402
from support.shell import copy_project  # noqa: E402

REPEATS = 2
EVERY = int(sys.argv[1]) if len(sys.argv) > 1 else 5
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


class Server:
    """A server in a copy of the project."""

    def __init__(self, project: Path, *command: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        arguments = [part.replace("PORT", str(self.port)) for part in command]
        self.project = project
        self.process = subprocess.Popen(
            [sys.executable, *arguments], cwd=project, env=QUIET, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        while True:
            try:
                self.get("/")
                break
            except URLError:
                time.sleep(0.2)

    def get(self, path: str) -> str:
        """Return a page."""
        with urlopen(f"http://127.0.0.1:{self.port}{path}") as answer:
            return answer.read().decode()

    def save(self, name: str, text: str) -> tuple[float, float]:
        """Save a file; return how long it took until the browser had the page, by the clock and by the processor."""
        found = re.search(r"livereload\((\d+), (\d+)\)", self.get("/"))
        assert found
        begin, used = time.monotonic(), self._used()
        (self.project / name).write_text(text, encoding="utf-8")
        self.get(f"/livereload/{found[1]}/{found[2]}")
        return time.monotonic() - begin, self._used() - used

    def _used(self) -> float:
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        """End it."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait()


def saves(folder: Path) -> dict[str, list[tuple[float, float]]]:
    """Return the times of saving pages and scripts."""
    project = copy_project(folder / "copy")
    server = Server(project, "-m", "mkdocs", "serve", "--dev-addr", "127.0.0.1:PORT")
    found: dict[str, list[tuple[float, float]]] = {"page": [], "script": []}
    try:
        sources = Project(project)
        names = [page.name for language in LANGUAGES for page in pages(sources, language) if not page.is_notebook]
        for number, name in enumerate(names[::EVERY]):
            text = re.sub(r"(?m)^(\*\*[^*]+\*\*)", rf"\1 {number}.", sources.text(name), count=1)
            found["page"].append(server.save(name, text))
        for script in scripts(sources)[:: 5 * EVERY]:
            text = re.sub(r"(\[start:\w+\]\n)", r"\1# saved\n", script.text, count=1)
            found["script"].append(server.save(script.name, text))
    finally:
        server.close()
    return found


def live(folder: Path) -> list[tuple[float, float]]:
    """Return the times until the browser had what a saved script printed, beyond the script's own time."""
    project, found = copy_project(folder / "live"), []
    name = "examples/zero_grad/none.py"
    text = (project / name).read_text(encoding="utf-8")
    server = Server(project, "tests/live.py", "--port", "PORT")
    try:
        for number in range(4):
            code = f"\\1import time; begin = time.monotonic(); time.sleep(1)\nprint({number})\n"
            changed = re.sub(r"(\[start:setup\]\n)", code, text, count=1)
            start, mark, end = changed.rpartition("# --8<-- [end:")
            wall, used = server.save(name, f"{start}print(time.monotonic() - begin)\n{mark}{end}")
            assert f"#&gt;</i></span> {number}" in server.get("/zero_grad/"), "the page has not what was printed"
            own = re.findall(r"(?m)^#> ([\d.]+)$", (project / name).read_text(encoding="utf-8"))[-1]
            found.append((wall - float(own), used))
    finally:
        server.close()
    return found[1:]  # the first waited for torch


def say(text: str) -> None:
    """Print at once."""
    print(text, flush=True)


def main() -> None:
    """Print the times and their ratios, each as soon as it is known."""
    folder = Path(tempfile.mkdtemp())
    try:
        torch = seconds(sys.executable, "-c", "import torch")
        say(f"import torch: {torch:.2f} s of the processor")
        build = seconds(sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder / "site"))
        two = bare(folder)
        say(f"a strict build of both languages: {build:.2f} s, {build / two:.2f} times two bare builds ({two:.2f} s)")
        for what, times in saves(folder).items():
            used, wall = (sorted(column) for column in zip(*((used, wall) for wall, used in times), strict=True))
            middle, worst = used[len(used) // 2], used[-1]
            say(f"a saved {what}, {len(times)} of them: {middle:.2f} s in the middle, {worst:.2f} s at most,")
            ratios = f"{middle / torch:.2f} and {worst / torch:.2f} times import torch"
            say(f"  {ratios}; by the clock {wall[-1]:.2f} s at most")
        ran = live(folder)
        used, wall = max(used for _, used in ran), max(wall for wall, _ in ran)
        say(f"make live, beyond the script's own time: {used:.2f} s at most; by the clock {wall:.2f} s")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
