"""The server that writers use: both languages, reloaded on a save, and clear words where it cannot start."""

from __future__ import annotations

import functools
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from unittest.mock import Mock

import mkdocs_rebuild
import pytest
from mkdocs.exceptions import Abort
from sitekit import ContentError
from sitekit.project import ROOT, Project
from support.built import build
from support.shell import copy_project
from watchdog.events import FileSystemEventHandler


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(project, port, *command):
    """Run the server in a project, its temporary site in <project>.tmp, and end it by its own id."""
    temporary = project.with_suffix(".tmp")
    temporary.mkdir(exist_ok=True)
    command = command or ("-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}")
    with open(project / "serve.log", "w") as log:
        process = subprocess.Popen(
            [sys.executable, *command],
            cwd=project,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(temporary)},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGINT)  # as Ctrl-C: it takes its temporary site away
        try:
            process.wait(timeout=120)
        finally:
            process.kill()
        assert not list(temporary.glob("mkdocs_*")), "the server left its site behind"


def get(port, path) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=60) as answer:
        return answer.read().decode()


def wait_for(port, path, text, project, seconds=180) -> str:
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


def save(project, port, name, change, path="/", text=None) -> None:
    """Save a file as an editor does, and hear of it as the browser does; then a page must hold the text at once."""
    found = re.search(r"livereload\((\d+), (\d+)\)", get(port, "/zero_grad/"))
    assert found, "the page has no live reload"
    file = project / name
    old = file.read_text(encoding="utf-8")
    new = change(old)
    assert new != old, f"{name} was not changed"
    beside = file.with_name(f"{file.name}~")
    beside.write_text(new, encoding="utf-8")
    beside.replace(file)
    answer = get(port, f"/livereload/{found[1]}/{found[2]}")  # answers once there is news
    assert int(answer) > int(found[1]), f"{name} was saved, and the browser heard nothing"
    if text:
        assert text in get(port, path), f"{name} was saved, and {path} is old"


def after_rule(text):
    """Return a change of a page: words after its rule."""
    return lambda page: re.sub(r"(?m)^(\*\*[^*]+\*\*)", rf"\1 {text}.", page, count=1)


def with_comment(text):
    """Return a change of a script: a comment in its first section."""
    return lambda script: re.sub(r"(\[start:\w+\]\n)", rf"\1# {text}\n", script, count=1)


QUICK = [  # (file, change, a page that shows it, what it shows)
    ("docs/ko/zero_grad.md", after_rule("saved-ko"), "/zero_grad/", "saved-ko"),
    ("docs/en/gpu/model.md", after_rule("saved-en"), "/en/gpu/model/", "saved-en"),
    ("docs/en/reference.md", after_rule("saved-reference"), "/en/reference/", "saved-reference"),
    ("examples/zero_grad/none.py", with_comment("saved-script"), "/en/zero_grad/", "saved-script"),
    ("examples/zero_grad/none.py", with_comment("saved-again"), "/zero_grad/", "saved-again"),
    ("docs/ko/labs/digits.ipynb", lambda t: t.replace("**\\n", "** saved-lab\\n", 1), "/labs/digits/", "saved-lab"),
    ("torchmemo/grads.py", lambda t: t.replace('"""', '"""Saved-docstring. ', 1), "/reference/", "Saved-docstring"),
    ("docs/errors.toml", lambda t: t.replace("ko = [\n    '", "ko = [\n    'saved-advice "), "/errors/", "saved-adv"),
    ("docs/memo/claims.toml", lambda t: t.replace('"true"', '"wrong"', 1), "/memo/", "tm-wrong"),
    (
        "examples/zero_grad/path.ko.svg",
        lambda t: t.replace("<svg ", '<svg data-saved="drawing" ', 1),
        "/zero_grad/",
        'data-saved="drawing"',
    ),
]  # fmt: skip
WHOLE = [
    (
        "docs/words.toml",
        lambda t: t.replace("proof = {", 'proof = { ko = "saved-word", en = "proof" } #'),
        "/memo/",
        "saved-word",
    ),
    ("docs/en/ols.md", lambda t: re.sub(r"^# ", "# Saved-title ", t), "/en/zero_grad/", "Saved-title"),
    ("mkdocs.yml", lambda t: t.replace("site_name: torchmemo", "site_name: saved-name"), "/ols/", "saved-name"),
    ("mkdocs.en.yml", lambda t: t.replace("- Home:", "- Saved-nav:"), "/en/ols/", "Saved-nav"),
    ("docs/glossary.toml", lambda t: t.replace('means_ko = "', 'means_ko = "saved-term '), "/tensor/", "saved-term"),
    ("docs/theme/main.html", lambda t: t.replace("{%- endblock", "<!-- saved-template -->\n{%- endblock")
     .replace("{% endblock", "<!-- saved-template -->\n{% endblock"), "/ols/", "saved-template"),
]  # fmt: skip


def test_a_save_is_shown_at_once_and_leaves_nothing_stale(tmp_path):
    project, port = copy_project(tmp_path / "project"), free_port()
    with serving(project, port):
        wait_for(port, "/zero_grad/", "변화도", project)
        log = project / "serve.log"
        for name, change, path, text in QUICK:
            save(project, port, name, change, path, text)
        assert log.read_text().count("Rebuilt in") == len(QUICK), f"not all were quick:\n{log.read_text()}"
        (served,) = tmp_path.glob("project.tmp/mkdocs_*")
        again = tmp_path / "again"
        done = build(project, again, f"http://127.0.0.1:{port}/")
        assert done.returncode == 0, done.stderr
        assert differences(served, again) == []
        for name, change, path, text in WHOLE:
            save(project, port, name, change, path, text)
        render = project / "docs/sitekit/render.py"
        render.write_text(render.read_text().replace('class="tm-scroll"', 'class="tm-scroll" data-saved="code"'))
        wait_for(port, "/zero_grad/", 'data-saved="code"', project)
        assert "starting anew" in log.read_text()
        save(project, port, "docs/ko/zero_grad.md", after_rule("saved-later"), "/zero_grad/", "saved-later")


def differences(site, other):
    """Return the files in which two sites differ; archives have a time in them."""
    files = {path.relative_to(root) for root in (site, other) for path in root.rglob("*") if path.is_file()}
    return sorted(
        str(file)
        for file in files
        if file.suffix != ".gz"
        and not (
            (site / file).is_file()
            and (other / file).is_file()
            and (site / file).read_bytes() == (other / file).read_bytes()
        )
    )


@pytest.mark.parametrize("told", [True, False])
def test_a_save_is_heard_of_and_a_look_into_a_file_is_none(tmp_path, monkeypatch, told):
    """With what the system tells, and without: it may have no room for more, or a folder be of another computer."""
    file, heard, watch = tmp_path / "page.md", threading.Event(), mkdocs_rebuild.Watch()
    file.write_text("old", encoding="utf-8")
    handler = FileSystemEventHandler()
    handler.on_any_event = lambda event: heard.set()
    watch.schedule(handler, str(tmp_path), recursive=True)
    if not told:
        monkeypatch.setattr(watch.told, "start", Mock(side_effect=OSError("inotify watch limit reached")))
    watch.start()
    try:
        assert file.read_text(encoding="utf-8") == "old"
        assert not heard.wait(1.5)
        file.write_text("new", encoding="utf-8")
        assert heard.wait(10)
    finally:
        watch.stop()
        watch.join()


@pytest.fixture
def rebuilder(tmp_path, monkeypatch):
    """A server's rebuilder of a project with two scripts, whose pages cannot be shown."""
    (tmp_path / "examples/x").mkdir(parents=True)
    for name in ("a", "b"):
        (tmp_path / f"examples/x/{name}.py").write_text("old", encoding="utf-8")
    monkeypatch.setattr(mkdocs_rebuild, "Project", functools.partial(Project, tmp_path))
    made = mkdocs_rebuild.Rebuilder(Mock())
    monkeypatch.setattr(made, "_changed_pages", Mock(side_effect=ContentError("this page shows nothing")))
    return made


@pytest.mark.parametrize("meanwhile", [False, True])
def test_a_script_runs_once_and_so_does_one_that_is_saved_meanwhile(rebuilder, tmp_path, monkeypatch, meanwhile):
    first, second, ran = tmp_path / "examples/x/a.py", tmp_path / "examples/x/b.py", []

    def run(old: Project, new: Project) -> dict[str, str]:
        ran.append(old.changed(new))
        first.write_text("new\n#> printed", encoding="utf-8")
        if meanwhile:
            second.write_text("new", encoding="utf-8")
        return {}

    monkeypatch.setattr(mkdocs_rebuild.Rebuilder, "before", staticmethod(run))
    first.write_text("new", encoding="utf-8")
    for _ in range(2):  # the save, then what the run has put there
        with pytest.raises(Abort):
            rebuilder.build(Mock())
    assert ran[0] == {"examples/x/a.py"}
    assert ("examples/x/b.py" in ran[1]) == meanwhile
    assert ran[-1] == set()
    assert len(ran) == 2 + meanwhile


def test_a_mistake_is_named_and_the_next_save_mends_it(tmp_path):
    project, port = copy_project(tmp_path / "project"), free_port()
    with serving(project, port):
        wait_for(port, "/", "torchmemo", project)
        log = project / "serve.log"
        for name, old, new, message in [
            (
                "examples/zero_grad/none.py",
                "[start:none]",
                "[start:nothing]",
                "[end:none] has no [start:none] before it",
            ),
            ("examples/zero_grad/none.py", "import torch", "import torch(", "the script is not Python"),
            ("docs/ko/ols.md", "**", "", "put the rule, in bold, after the title"),
            ("mkdocs.yml", "nav:", "nav: [", "mkdocs.yml"),
            ("docs/theme/main.html", "{% extends", "{% extend", "An error happened"),
            ("docs/sitekit/expand.py", "def expand(", "def expand((", "docs/sitekit/expand.py"),
        ]:
            file, errors = project / name, log.read_text().count("An error happened")
            good = file.read_text(encoding="utf-8")
            file.write_text(good.replace(old, new), encoding="utf-8")
            deadline = time.monotonic() + 120
            while log.read_text().count("An error happened") == errors and time.monotonic() < deadline:
                time.sleep(0.1)
            assert message in log.read_text(), name
            assert "변화도" in get(port, "/zero_grad/"), "the last good site stays"
            mark = f"mended-{errors}"
            file.write_text(good, encoding="utf-8")
            page = project / "docs/en/nn.md"
            page.write_text(after_rule(mark)(page.read_text(encoding="utf-8")), encoding="utf-8")
            wait_for(port, "/en/nn/", mark, project)


def test_make_live_runs_what_is_saved_and_shows_what_came_of_it(tmp_path):
    project, port = copy_project(tmp_path / "project"), free_port()
    name, log = "examples/zero_grad/none.py", project / "serve.log"
    script = project / name
    good = script.read_text(encoding="utf-8")

    def printing(code):
        return lambda text: re.sub(r"(\[start:setup\]\n)", rf"\1{code}\n", good, count=1)

    with serving(project, port, "tests/live.py", "--port", str(port)):
        wait_for(port, "/zero_grad/", "변화도", project)
        save(project, port, name, printing("print(6 * 7)"), "/zero_grad/", "#&gt;</i></span> 42")
        assert "print(6 * 7)\n#> 42\n" in script.read_text(encoding="utf-8")
        assert "+#> 42" in log.read_text()
        save(project, port, name, printing("print(1 / 0)"), "/en/zero_grad/", "ZeroDivisionError")
        assert "none.py:4: ZeroDivisionError: division by zero" in log.read_text()
        save(project, port, name, printing("print(7 * 7)"), "/zero_grad/", "#&gt;</i></span> 49")
        assert "ZeroDivisionError" not in get(port, "/en/zero_grad/")
        script.write_text(printing("import time; time.sleep(1000)")(good), encoding="utf-8")
        time.sleep(3)
        script.write_text(good.replace("import torch\n", "import torch  # no more waiting\n"), encoding="utf-8")
        page = wait_for(port, "/zero_grad/", "no more waiting", project)
        assert "was ended by signal" not in page, "what was saved during a run did not run"
    with serving(project, port, "tests/live.py", "--port", str(port), "--check"):
        wait_for(port, "/zero_grad/", "no more waiting", project)
        save(project, port, name, printing("print(6 * 7)"), "/zero_grad/", "+#&gt; 42")
        assert "#> 42" not in script.read_text(encoding="utf-8"), "--check leaves the script as it is"


def test_an_interrupted_build_leaves_the_last_good_site(tmp_path):
    project = copy_project(tmp_path / "project")
    last_good = project / "site" / "index.html"
    last_good.parent.mkdir()
    last_good.write_text("the last good site")
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build"], cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    deadline = time.monotonic() + 120
    while not (project / "site.new/en").exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    process.wait(timeout=60)
    assert last_good.read_text() == "the last good site"
    assert not list(project.glob("site.*")), "something half built was left"


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
