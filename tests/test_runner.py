"""The runner can fail: each way in which a page could lie is caught, with the file, the line and the way out."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time

import pytest
from sitekit import ContentError
from sitekit.project import ROOT, Project
from sitekit.records import CUDA_RUNS, FACTS, last_cuda_run
from sitekit.script import Script
from support import proof
from support.fences import mistakes
from support.pages import read_page
from support.runner import SnippetError, run_python, write_whole
from support.shell import copy_project, left_running, run_shell, run_shell_script

WHOLE = '"""Doc."""\n\n# --8<-- [start:a]\nprint(1)\n#> 1\n# --8<-- [end:a]\n'


def script(tmp_path, text):
    path = tmp_path / "script.py"
    path.write_text(text, encoding="utf-8")
    return path


def read(path):
    return Script(path, path.name, path.read_text(encoding="utf-8"))


def run(text, tmp_path, **options):
    folder = tmp_path / "run"
    folder.mkdir(exist_ok=True)
    return run_python(text, script(tmp_path, text), folder, **options)


def test_a_right_output_passes(tmp_path):
    assert run(WHOLE, tmp_path) == WHOLE


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "x = 1\nprint(2)\n#> 1\n",
            r"script.py:3: other output[\s\S]*-#> 1[\s\S]*\+#> 2[\s\S]*--update-examples",
        ),
        ("print(2)\n", r"script.py:2: other output[\s\S]*\+#> 2"),
        (
            "x = 1\n#> 1\n",
            r"script.py:2: other output[\s\S]*-#> 1",
        ),
        (
            "if False:\n    print(1)\n    #> 1\n",
            r"script.py:3: other output[\s\S]*-    #> 1",
        ),
        (
            "x = 1\nraise ValueError('no')\n",
            r"script.py:2: ValueError: no\n\n    raise ValueError\('no'\)",
        ),
        (
            "def f():\n    return 1 / 0\n\n\nf()\n",
            r"script.py:2: ZeroDivisionError: division by zero\n\n    return 1 / 0",
        ),
        ("x = 1\nx = = 2\n", r"script.py:2: SyntaxError: invalid syntax[\s\S]*x = = 2"),
        ("import nothing_of_this_name\n", r"script.py:1: ModuleNotFoundError: No module named"),
        ("import warnings\nwarnings.warn('old')\n", r"script.py:2: UserWarning: old"),
        (
            "for i in range(2):\n    print(i)\n    #> 0\n    print(-i)\n    #> 0\n",
            r"script.py:2: this print takes turns with another.*Let one `print` in a loop say all of a round",
        ),
        ("print('a\\nb')\n", r"script.py:1: an output is longer than one line: print less"),
    ],
    ids=[
        "changed",
        "missing",
        "stale",
        "never",
        "raises",
        "function",
        "syntax",
        "import",
        "warning",
        "turns",
        "multi-line",
    ],
)
def test_what_does_not_run_as_shown_fails(text, message, tmp_path):
    with pytest.raises(SnippetError, match=message):
        run(text, tmp_path)


def test_update_writes_what_a_second_run_accepts(tmp_path):
    stale = "x = 1\n#> gone\nfor i in range(2):\n    print(i)\n    #> 7\nprint(\n    x,\n)\nprint()\n"
    new = run(stale, tmp_path, update=True)
    shown = "x = 1\nfor i in range(2):\n    print(i)\n    #> 0\n    #> 1\nprint(\n    x,\n)\n#> 1\nprint()\n#>\n"
    assert new == shown
    assert run(new, tmp_path) == new
    assert run(new, tmp_path, update=True) == new


def test_a_file_is_old_or_new_never_half(tmp_path, monkeypatch):
    path = script(tmp_path, "old")

    def fail(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", fail)
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interrupted_update_leaves_the_scripts_whole(tmp_path):
    """Ctrl-C while a script runs: nothing of its half output is written, and pytest stops."""
    copy, started = copy_project(tmp_path / "project"), tmp_path / "started"
    slow = copy / "examples/zero_grad/naming.py"
    wait = f"print('half')\nimport time; open({str(started)!r}, 'w').close(); time.sleep(60)\ntry:"
    text = slow.read_text(encoding="utf-8").replace("try:", wait, 1)
    slow.write_text(text, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--update-examples",
        "-k",
        "zero_grad",
        "tests/test_snippets.py",
    ]
    process = subprocess.Popen(command, cwd=copy, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        deadline = time.monotonic() + 120
        while not started.exists() and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        output, _ = process.communicate(timeout=30)
    finally:
        process.kill()
        process.communicate()
    assert started.exists()
    assert "interrupted" in output
    assert slow.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("# --8<-- [end:a]\n", "", r"script.py:3: section 'a' has no \[end:a\]"),
        (
            "# --8<-- [start:a]\n",
            "",
            r"script.py:3: this line is in no section, so no page can show it",
        ),
        ("[end:a]", "[end:b]", r"script.py:6: \[end:b\] has no \[start:b\] before it"),
        ("print(1)\n#> 1\n", "", r"script.py:4: section 'a' is empty"),
        (
            "print(1)\n",
            "# --8<-- [start:b]\n",
            r"script.py:4: section 'a' \(line 3\) needs its \[end:a\] first",
        ),
        ('"""Doc."""', "x = 1", r"script.py:1: begin the script with a docstring"),
        ("[start:a]", "[start: a]", r"script.py:3: write section marks as"),
        ("print(1)", "print(1", r"script.py:4: the script is not Python"),
        (WHOLE[12:], "", r"script.py:1: the script has no section"),
        (WHOLE, WHOLE + WHOLE[12:], r"script.py:7: section 'a' comes twice"),
    ],
)
def test_a_script_that_cannot_be_shown_whole_fails(old, new, message, tmp_path):
    assert read(script(tmp_path, WHOLE)).sections == {"a": range(4, 6)}
    with pytest.raises(ContentError, match=message):
        _ = read(script(tmp_path, WHOLE.replace(old, new, 1))).sections


INCLUDED = '--8<-- "examples/zero_grad/order.py:order"'


@pytest.mark.parametrize(
    ("fence", "message"),
    [
        (f"python\n{INCLUDED}", None),
        (f"python\n{INCLUDED.replace('order.py', 'gone.py')}", "there is no examples/zero_grad/gone.py"),
        (f"python\n{INCLUDED.replace(':order', ':gone')}", r"order.py has no section 'gone'. It has: setup, order"),
        (f"python\n{INCLUDED}\nprint(1)", "a fence holds include lines or code, not both"),
        (f"python\n{INCLUDED}\n{INCLUDED.replace('order.py:order', 'none.py:none')}", "a fence shows one script"),
        (f"bash\n{INCLUDED}", "order.py is not bash"),
        ("python\nprint(1)", "Python on a page does not run. Put it into a script of examples/zero_grad/"),
        ("console\n$ ls", "'console' is no language of fences here"),
        ("\nls", "'' is no language of fences here"),
    ],
)
def test_a_fence_that_shows_what_has_not_run_fails(fence, message, tmp_path):
    source = tmp_path / "zero_grad.md"
    source.write_text(f"# x {{ #x }}\n\n```{fence}\n```\n", encoding="utf-8")
    page = read_page(source, "ko")
    page.path = ROOT / "docs/ko/zero_grad.md"
    found = mistakes(page, page.fences[0])
    assert len(found) == bool(message)
    assert all(re.match(rf"docs/ko/zero_grad.md:[34]: .*{message}", mistake) for mistake in found), found


def test_code_outside_a_fence_is_refused(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("# x { #x }\n\nText.\n\n    print(1 / 0)\n", encoding="utf-8")
    with pytest.raises(AssertionError, match=r"page\.md: code outside a fence would never run: 'print\(1 / 0\)"):
        read_page(page, "ko")


def test_requirements_are_known(tmp_path):
    assert read(script(tmp_path, '"""Doc.\n\nRequires: cuda\n"""\n')).requires == "cuda"
    assert read(script(tmp_path, WHOLE)).requires is None
    with pytest.raises(SnippetError, match=r"'Requires: tpu' is not known\. Use one of: cuda, multi_gpu"):
        proof.missing_hardware("tpu")


def test_shell_runs_in_a_copy_and_fails_when_it_fails(tmp_path):
    run_shell(
        "test -f mkdocs.yml && python -c 'import torchmemo'\necho gone > README.md",
        "p.md:1",
        tmp_path,
    )
    assert (ROOT / "README.md").read_text(encoding="utf-8").startswith("# torchmemo")
    with pytest.raises(SnippetError, match=r"p.md:1: exit status 3:\n\necho hm; exit 3\n\nhm"):
        run_shell("echo hm; exit 3", "p.md:1", tmp_path / "b")


def test_shell_runs_again_what_gloo_aborted_and_nothing_else(tmp_path):
    ran = tmp_path / "ran"
    aborted = "echo 'terminate called without an active exception' >&2; exit 1"
    count = f"echo >> {ran}\n"
    path = tmp_path / "script.sh"
    once = f"{count}[ $(wc -l < {ran}) = 2 ] || {{ {aborted}; }}\necho done\n#> done\n"
    assert run_shell_script(once, path, tmp_path / "a") == once
    for ending, times in [(aborted, 3), ("exit 1", 1)]:
        ran.unlink()
        with pytest.raises(SnippetError, match="exit status 1"):
            run_shell(f"{count}{ending}", "p.md:1", tmp_path / ending[:4])
        assert len(ran.read_text()) == times


def test_shell_ends_what_takes_too_long(tmp_path, monkeypatch):
    monkeypatch.setattr("support.shell.TIMEOUT", 1)
    with pytest.raises(SnippetError, match=r"p\.md:1: no end after 1 s"):
        run_shell("sleep 61.25 & setsid --wait sleep 61.25", "p.md:1", tmp_path)  # setsid: as torchrun does
    assert not left_running(str(tmp_path / "0")), "a process was left running"


def test_shell_ends_what_outlives_its_parent(tmp_path):
    code = "from subprocess import *; Popen(['sleep', '60'], start_new_session=True, stdout=DEVNULL, stderr=DEVNULL)"
    run_shell(f'python -c "{code}"', "p.md:1", tmp_path)
    assert not left_running(str(tmp_path / "0")), "a process was left running"


def test_shell_ends_a_server_once_it_answers(tmp_path):
    run_shell("mkdir empty\ntensorboard --logdir=empty --port=0", "p.md:1", tmp_path)
    with pytest.raises(SnippetError, match=r"p\.md:1: the server ended, or named no address[\s\S]*logdir"):
        run_shell("tensorboard --no-such-option", "p.md:1", tmp_path / "b")
    assert not left_running(str(tmp_path)), "a server was left running"


SHELL = (
    "# Doc.\n\n# --8<-- [start:a]\necho one; echo two\n#> one\n#> two\necho \\\n  three\n#> three\n# --8<-- [end:a]\n"
)


def test_a_shell_scripts_outputs_are_compared_and_written(tmp_path):
    path = tmp_path / "script.sh"
    path.write_text(SHELL, encoding="utf-8")
    assert read(path).sections == {"a": range(4, 10)}
    assert run_shell_script(SHELL, path, tmp_path / "a") == SHELL
    bare = SHELL.replace("#> one\n#> two\n", "").replace("three\n#> three", "three\n#> four")
    with pytest.raises(
        SnippetError, match=r"script.sh:5: other output[\s\S]*\+#> one[\s\S]*-#> four[\s\S]*--update-examples"
    ):
        run_shell_script(bare, path, tmp_path / "b")
    assert run_shell_script(bare, path, tmp_path / "c", update=True) == SHELL
    with pytest.raises(SnippetError, match=r"script.sh:4: exit status 7:[\s\S]*why"):
        run_shell_script(SHELL.replace("echo two", "echo why >&2; exit 7"), path, tmp_path / "d")


def test_fences_are_found_where_they_stand(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(
        "# x { #x }\n\n```python\n1\n```\n\n"
        '!!! memo "m"\n\n    ```bash\n    true\n    ```\n\n'
        "## y { #y }\n\n~~~text\n```\n~~~\n",
        encoding="utf-8",
    )
    fences = read_page(page, "ko").fences
    assert [(f.language, f.source, f.line, f.heading) for f in fences] == [
        ("python", "1", 3, "x"),
        ("bash", "true", 9, "x"),
        ("text", "```", 15, "y"),
    ]


CUDA = '"""Doc.\n\nRequires: cuda\n"""\n# --8<-- [start:a]\nprint(1)\n# --8<-- [end:a]\n'


@pytest.fixture
def device(tmp_path, monkeypatch):
    """A pretended CUDA device, and a function that proves a text with it, and gives its file's text and its record."""
    monkeypatch.setattr("torch.cuda.is_available", lambda: True)
    monkeypatch.setattr("torch.cuda.device_count", lambda: 1)
    monkeypatch.setattr("torch.cuda.get_device_name", lambda: "a pretended device")
    path = tmp_path / "examples/x/cuda.py"
    path.parent.mkdir(parents=True)
    folder = tmp_path / "run"
    folder.mkdir()

    def prove(text, **options):
        path.write_text(text, encoding="utf-8")
        project = Project(tmp_path)
        proof.prove(project, project.script("examples/x/cuda.py"), folder, **options)
        project = Project(tmp_path)
        kept = project.script("examples/x/cuda.py")
        return kept.text, last_cuda_run(project, kept)

    return prove


def test_a_run_on_cuda_is_recorded_and_an_edit_makes_the_record_stale(device, tmp_path):
    with pytest.raises(SnippetError, match=r"other output[\s\S]*\+#> 1"):
        device(CUDA)
    assert not (tmp_path / CUDA_RUNS).exists(), "a run that only checks records nothing"
    text, run = device(CUDA, update=True)
    assert text == CUDA.replace("print(1)", "print(1)\n#> 1")
    assert set(run) == {*FACTS, "sha256"}
    assert run["device"] == "a pretended device"
    project = Project(tmp_path)
    edited = Script(tmp_path / "examples/x/cuda.py", "examples/x/cuda.py", text.replace("print(1)", "print(2)"))
    assert last_cuda_run(project, edited) is None
    record = tmp_path / CUDA_RUNS
    kept = record.read_text()
    for fact in FACTS:
        runs = json.loads(kept)
        runs["examples/x/cuda.py"][fact] = "another"
        record.write_text(json.dumps(runs))
        project = Project(tmp_path)
        script = project.script("examples/x/cuda.py")
        assert last_cuda_run(project, script) is None, f"a record whose {fact} was edited is no record"
    record.write_text(kept)
    with pytest.raises(SnippetError, match="ZeroDivisionError"):
        device(text.replace("print(1)", "print(1 / 0)"), update=True)
    assert record.read_text() == kept, "a run that failed is no record"


def test_what_cuda_code_is_expected_to_print_is_compared_with_what_it_prints(device, tmp_path):
    expecting = CUDA.replace("print(1)", "print(1)\n#? 1")
    shown = CUDA.replace("print(1)", "print(1)\n#> 1")
    assert device(expecting) == (expecting, None)
    text, run = device(expecting, update=True)
    assert text == shown, "what was expected is what was printed"
    assert run
    (tmp_path / CUDA_RUNS).unlink()
    for wrong in (expecting.replace("#? 1", "#? 2"), shown.replace("#> 1", "#> 2"), f"{expecting}print(3)\n"):
        for options in ({}, {"update": True}):
            with pytest.raises(SnippetError, match=r"other output[\s\S]*nothing is kept[\s\S]*--accept-outputs"):
                device(wrong, **options)
            assert (tmp_path / "examples/x/cuda.py").read_text() == wrong
            assert not (tmp_path / CUDA_RUNS).exists()
    text, run = device(expecting.replace("#? 1", "#? 2"), update=True, accept=True)
    assert text == shown
    assert run
