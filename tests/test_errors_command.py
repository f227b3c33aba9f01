"""`torchmemo explain` in a terminal, and the extension of a notebook."""

from __future__ import annotations

import fcntl
import io
import json
import os
import pty
import signal
import subprocess
import sys
import termios
import time

import pytest
from sitekit.project import ROOT

from torchmemo.__main__ import decoded, main

COMMAND = [sys.executable, "-m", "torchmemo", "explain", "--language", "en"]
LOG = b"epoch 1\nValueError: optimizer got an empty parameter list\n"


@pytest.fixture
def piped(monkeypatch):
    """Run the command on what is piped in; return the exit status and what it prints."""

    def run(data: bytes, *arguments: str) -> tuple[int, str]:
        stdin = io.TextIOWrapper(io.BytesIO(data))
        stdout = io.TextIOWrapper(io.BytesIO(), write_through=True)
        monkeypatch.setattr(sys, "stdin", stdin)
        monkeypatch.setattr(sys, "stdout", stdout)
        status = main(["explain", *arguments])
        return status, stdout.buffer.getvalue().decode("utf-8", "replace")

    return run


def test_the_command_passes_on_what_it_reads_and_answers(piped, monkeypatch, capfdbinary, tmp_path):
    status, text = piped(LOG, "--language", "en")
    assert status == 0
    assert text.startswith("epoch 1\nValueError: optimizer got an empty parameter list\n\noptimizer got")
    assert "http://127.0.0.1:8000/en/sequential_modulelist/#optimizer" in text
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")  # of the reader, whether the machine has it or not
    status, text = piped(b"optimizer got an empty parameter list")
    assert "http://127.0.0.1:8000/sequential_modulelist/#optimizer" in text
    status, text = piped(b"\xf0\xff all is well\n", "--language", "ko", "--site", "https://memo.example/x")
    assert (status, text.splitlines()[-1]) == (1, "이 글에는 이 사이트가 아는 메시지가 없다.")
    log = tmp_path / "train.log"
    log.write_bytes(b"optimizer got an empty parameter list")
    status, text = piped(b"", str(log), "--site", "https://memo.example/x/", "--language", "ko")
    assert "https://memo.example/x/sequential_modulelist/#optimizer" in text
    with pytest.raises(SystemExit) as stopped:
        main(["explain", str(tmp_path / "none.log")])
    assert stopped.value.code == 2
    assert b"cannot read" in capfdbinary.readouterr().err


def test_the_status_says_whether_the_error_is_known(piped):
    warning = b"/x.py:1: UserWarning: The given NumPy array is not writable, and so on\n"
    assert piped(warning, "--language", "en")[0] == 0
    status, text = piped(warning + b"KeyError: 'x'\n", "--language", "en")
    assert status == 1
    assert "The error itself is not one that the site knows: KeyError: 'x'" in text
    assert "not writable" in text
    assert piped(b"", "--language", "en")[0] == 1


def test_json_is_for_programs(piped):
    text = b'  File "/x/train.py", line 7, in f\n    y = net(x)\n' + LOG[8:]
    status, printed = piped(text, "--json", "--language", "en")
    said = json.loads(printed)  # and nothing else is printed
    assert status == 0
    assert said["unknown"] is None
    (answer,) = said["answers"]
    assert answer["id"] == "empty_parameters"
    assert answer["url"].endswith("/en/sequential_modulelist/#optimizer")
    assert answer["own"] == {"file": "/x/train.py", "line": 7, "function": "f", "code": "y = net(x)"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_log_may_be_in_any_encoding_of_windows(encoding, tmp_path, piped):
    said = "ValueError: optimizer got an empty parameter list\n"
    assert "optimizer got an empty" in decoded(said.encode(encoding))
    log = tmp_path / "train.log"
    log.write_bytes(said.encode(encoding))
    assert piped(b"", str(log))[0] == 0


def test_bad_bytes_are_no_error(piped):
    for data in (b"", b"\0" * 100_000, bytes(range(256)) * 400, b"\xff\xfe", b"\xff"):
        assert piped(data, "--json")[0] == 1


def test_the_command_shows_a_progress_bar_and_outlives_the_ctrl_c_that_ends_the_program_before_it():
    process = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
    try:
        process.stdin.write(b"\r50%")
        process.stdin.flush()
        assert process.stdout.read(4) == b"\r50%"  # there was no end of line to wait for
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(b"\n" + LOG, timeout=60)
    finally:
        process.kill()
        process.wait()
    assert (process.returncode, errors) == (0, b"")
    assert b"sequential_modulelist/#optimizer" in output


def test_who_reads_no_more_is_no_error():
    for data in (LOG, b"\n".join([LOG] * 20_000)):
        process = subprocess.Popen(
            COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
        )
        process.stdout.close()  # as `| head` does when it has enough
        _, errors = process.communicate(data, timeout=60)
        assert (process.returncode, errors) == (0, b"")


@pytest.mark.parametrize(("typed", "status"), [(LOG + b"\x04", 0), (b"\x03", 130)])
def test_a_terminal_is_asked_for_a_paste_and_ctrl_c_leaves(typed, status):
    terminal, other = pty.openpty()
    process = subprocess.Popen(
        COMMAND,
        stdin=other,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # so that Ctrl-C in it reaches the command
    )
    os.close(other)
    try:
        assert process.stderr.readline() == b"Paste the traceback, then press Ctrl-D.\n"
        os.write(terminal, typed)
        output, errors = process.communicate(timeout=60)
    finally:
        process.kill()
        process.wait()
        os.close(terminal)
    assert process.returncode == status, errors
    assert b"Traceback" not in errors
    assert output.count(b"optimizer got an empty parameter list") == (1 if status == 0 else 0)  # not passed on


def test_explain_needs_no_torch_and_starts_in_a_tenth_of_its_time(tmp_path):
    log = tmp_path / "train.log"
    log.write_bytes(LOG)
    check = """import sys, torchmemo.__main__
status = torchmemo.__main__.main(["explain", sys.argv[1]])
assert not {"torch", "numpy"} & {*sys.modules}
sys.exit(status)"""

    def seconds(*command: str) -> float:
        best = float("inf")
        for _ in range(3):
            before = time.perf_counter()
            subprocess.run([sys.executable, *command], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
            best = min(best, time.perf_counter() - before)
        return best

    subprocess.run([sys.executable, "-c", check, str(log)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    explain, torch = seconds("-m", "torchmemo", "explain", str(log)), seconds("-c", "import torch")
    assert explain < torch / 10, f"{explain:.2f} s against {torch:.2f} s"


def test_a_notebook_explains_each_error_it_knows(capsys):
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell.instance()
    try:
        shell.run_line_magic("load_ext", "torchmemo")
        shell.run_cell("raise ValueError('optimizer got an empty parameter list')")
        shown = capsys.readouterr().out
        assert "sequential_modulelist/#optimizer" in shown
        assert shown.index("Traceback") < shown.index("sequential_modulelist/#optimizer")
        shell.run_cell("1 / 0")
        assert "127.0.0.1" not in capsys.readouterr().out
        shell.run_line_magic("load_ext", "torchmemo")  # twice is as once
        shell.run_line_magic("unload_ext", "torchmemo")
        shell.run_cell("raise ValueError('optimizer got an empty parameter list')")
        assert "127.0.0.1" not in capsys.readouterr().out
    finally:
        InteractiveShell.clear_instance()
