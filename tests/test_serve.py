"""The server that writers use: both languages, reloaded on a save, and clear words where it cannot start."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager

import pytest
from sitekit.project import ROOT
from support.shell import copy_project


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(project, port):
    """Run `mkdocs serve` in a project, and end it by its own id."""
    with open(project / "serve.log", "w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=project,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGINT)  # as Ctrl-C: it takes its temporary site away
        process.wait(timeout=20)


def get(port, path) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=60) as answer:
        return answer.read().decode()


def wait_for(port, path, text, project, seconds=60) -> str:
    """Return the page once it holds the text."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            page = get(port, path)
            if text in page:
                return page
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(0.2)
    pytest.fail(f"{path} never held {text!r}:\n{(project / 'serve.log').read_text()}")


def reload_epoch(page: str) -> tuple[int, int]:
    """Return what the page's live reload waits for."""
    found = re.search(r"livereload\((\d+), (\d+)\)", page)
    assert found, "the page has no live reload"
    return int(found[1]), int(found[2])


def test_a_save_reloads_both_languages(tmp_path):
    project, port = copy_project(tmp_path / "project"), free_port()
    with serving(project, port):
        page = wait_for(port, "/zero_grad/", "변화도", project)
        assert "Gradients add up" in get(port, "/en/zero_grad/")
        for number, (name, old, paths) in enumerate(
            [
                ("docs/ko/zero_grad.md", "변화도는 더해진다", ["/zero_grad/"]),
                ("docs/en/zero_grad.md", "Gradients add up", ["/en/zero_grad/"]),
                ("examples/zero_grad/none.py", "no backward in between", ["/zero_grad/", "/en/zero_grad/"]),
                ("mkdocs.yml", "site_name: torchmemo", ["/zero_grad/"]),
                ("mkdocs.en.yml", "Looked up most", ["/en/"]),
                ("torchmemo/grads.py", "Return the L2 norm", ["/reference/"]),
            ]
        ):
            mark = f"{old}{number}saved"
            epoch, request_id = reload_epoch(page)
            file = project / name
            file.write_text(re.sub(rf"{old}\w*", mark, file.read_text(encoding="utf-8")), encoding="utf-8")
            answer = get(port, f"/livereload/{epoch}/{request_id}")  # as the browser: answers once there is news
            assert int(answer) > epoch, f"{name} was saved, and the browser heard nothing"
            for path in paths:
                page = wait_for(port, path, mark.split(": ")[-1], project)


def test_a_mistake_is_named_and_the_next_save_mends_it(tmp_path):
    project, port = copy_project(tmp_path / "project"), free_port()
    with serving(project, port):
        wait_for(port, "/", "torchmemo", project)
        script = project / "examples/zero_grad/none.py"
        good = script.read_text(encoding="utf-8")
        script.write_text(good.replace("[start:none]", "[start:nothing]"), encoding="utf-8")
        log = project / "serve.log"
        deadline = time.monotonic() + 60
        while "An error happened" not in log.read_text() and time.monotonic() < deadline:
            time.sleep(0.2)
        assert "none.py:25: [end:none] has no [start:none] before it" in log.read_text()
        script.write_text(good.replace("no backward in between", "mended"), encoding="utf-8")
        wait_for(port, "/zero_grad/", "mended", project)


def test_a_taken_port_is_named_with_the_way_out(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=60,
        )
    assert done.returncode == 1
    assert f"cannot serve at 127.0.0.1:{port} (Address already in use)" in done.stderr
    assert f"make serve PORT={port + 1}" in done.stderr
    assert "Traceback" not in done.stderr


def test_make_names_a_python_that_is_too_old(tmp_path):
    old = tmp_path / "python3.9"
    old.write_text(f'#!/bin/sh\nshift\nexec "{sys.executable}" -c "import sys; sys.version_info = (3, 9, 1); $1"\n')
    old.chmod(0o755)
    done = subprocess.run(
        ["make", "serve", f"PYTHON={old}", f"VENV={tmp_path / 'venv'}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert f"torchmemo needs Python 3.11 or newer, and {old} is 3.9" in done.stderr
    assert not (tmp_path / "venv").exists()


def test_building_takes_no_torch(tmp_path):
    """The site's machinery, and all that it loads, is text."""
    code = (
        "import sys; sys.modules['torch'] = sys.modules['numpy'] = None; "
        "sys.argv = ['mkdocs', 'build', '-s', '-d', sys.argv[1]]; from mkdocs.__main__ import cli; cli()"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path / "site"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site/en/ols/index.html").exists()
