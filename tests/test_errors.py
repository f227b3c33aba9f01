"""Pasted tracebacks find their page: in Python, on the command line and in the browser, and others find none."""

from __future__ import annotations

import ast
import io
import json
import re
import signal
import subprocess
import sys

import numpy as np
import pytest
from sitekit.error_index import records
from sitekit.project import ROOT, Project
from support.pages import scripts
from support.runner import write_whole
from support.tracebacks import LITERAL, PASTED, STRANGERS, traceback_of

from torchmemo.__main__ import main
from torchmemo.errors import explain, normalize

RECORD = ROOT / "torchmemo" / "errors.json"


def test_the_package_knows_what_the_pages_say(request):
    new = json.dumps(records(Project()), ensure_ascii=False, indent=1) + "\n"
    if request.config.getoption("update_examples"):
        write_whole(RECORD, new)
    assert RECORD.read_text(encoding="utf-8") == new, "torchmemo/errors.json is old: run `pytest --update-examples`"


def test_each_message_says_enough_to_be_told_from_others():
    for entry in records(Project()):
        words = normalize(entry["message"]).split()
        assert len(words) > 3 or len("".join(words)) > 20, f"'{entry['message']}' would be found in too many texts"


def caught_errors():
    """Yield each line that a script printed out of an `except` block."""
    for script in scripts():
        if script.is_shell or script.needs_cuda:
            continue
        lines = script.lines
        for node in ast.walk(script.tree):
            if isinstance(node, ast.ExceptHandler) and node.name:
                for inner in ast.walk(node):
                    printed = isinstance(inner, ast.Call) and ast.unparse(inner.func) == "print"
                    if printed and any(isinstance(n, ast.Name) and n.id == node.name for n in ast.walk(inner)):
                        number = inner.end_lineno
                        while number < len(lines) and lines[number].lstrip().startswith("#>"):
                            yield script, lines[number].lstrip().removeprefix("#>").strip()
                            number += 1


def test_each_error_that_a_script_prints_is_in_the_index():
    missing = [f"{script.name}: {line}" for script, line in caught_errors() if not explain(line)]
    assert not missing, "add to the page's table under #messages:\n" + "\n".join(missing)


@pytest.mark.parametrize(("part", "code"), [pytest.param(*case, id=case[0]) for case in PASTED])
def test_a_pasted_traceback_is_found(part, code, tmp_path):
    text = traceback_of(code, tmp_path)
    assert any(part in entry.message for entry in explain(text)), text


@pytest.mark.parametrize(("part", "text"), [pytest.param(*case, id=case[0]) for case in LITERAL])
def test_a_message_of_another_machine_or_version_is_found(part, text):
    assert any(part in entry.message for entry in explain(text))


def test_most_messages_are_pasted_here():
    assert len({entry["message"] for entry in records(Project())}) >= 60
    pasted = {
        entry["message"] for entry in records(Project()) for part, _ in PASTED + LITERAL if part in entry["message"]
    }
    assert len(pasted) > 0.9 * len({entry["message"] for entry in records(Project())})


@pytest.mark.parametrize("code", STRANGERS)
def test_a_traceback_that_belongs_to_no_page_is_not(code, tmp_path):
    assert explain(traceback_of(code, tmp_path)) == []


def test_a_wrapped_and_coloured_message_of_an_older_version_is_found():
    text = "\x1b[31mRuntimeError\x1b[0m: mat1 and mat2 shapes\n    cannot be\r\n multiplied (64x784 and 10x128)"
    assert [entry.path for entry in explain(text)] == ["sequential_modulelist/#mismatch"]


def test_a_large_paste_is_searched_whole_and_noise_finds_nothing():
    noise = np.random.default_rng(0).integers(0, 256, 10_000_000, dtype=np.uint8).tobytes().decode("utf-8", "replace")
    assert explain(noise) == []
    log = "epoch 1, loss 0.5, lr 1e-3 at /data/run\n" * 250_000
    assert explain(log) == []
    assert explain(log + "optimizer got an empty parameter list")


def test_a_korean_particle_hides_no_message():
    for entry in records(Project()):
        assert explain(f"오류가 {entry['message']}라고 나온다"), entry["message"]
    assert normalize("cpu에서 10개의 float32를") == "device 0 dtype"


def test_both_languages_answer_in_their_own():
    ko, en = (explain("optimizer got an empty parameter list", language)[0] for language in ("ko", "en"))
    assert ko.path == en.path
    assert re.search("[가-힣]", ko.advice)
    assert not re.search("[가-힣]", en.advice)
    with pytest.raises(ValueError, match="language must be 'ko' or 'en', not 'fr'"):
        explain("", "fr")


def test_the_command_passes_on_what_it_reads_and_answers(monkeypatch, capfdbinary, tmp_path):
    def piped(data, *arguments):
        stdin = io.TextIOWrapper(io.BytesIO(data))
        stdout = io.TextIOWrapper(io.BytesIO(), write_through=True)
        monkeypatch.setattr(sys, "stdin", stdin)
        monkeypatch.setattr(sys, "stdout", stdout)
        status = main(["explain", *arguments])
        return status, stdout.buffer.getvalue().decode("utf-8", "replace")

    status, text = piped(b"epoch 1\nValueError: optimizer got an empty parameter list\n", "--language", "en")
    assert status == 0
    assert text.startswith("epoch 1\nValueError: optimizer got an empty parameter list\n\noptimizer got")
    assert "http://127.0.0.1:8000/en/sequential_modulelist/#optimizer" in text
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")  # of the reader, whether the machine has it or not
    status, text = piped(b"optimizer got an empty parameter list")
    assert "http://127.0.0.1:8000/sequential_modulelist/#optimizer" in text
    status, text = piped(b"\xff\xfe\x00 all is well\n", "--language", "ko", "--site", "https://memo.example/x")
    assert (status, text.splitlines()[-1]) == (1, "이 사이트가 다루는 메시지가 없다.")
    log = tmp_path / "train.log"
    log.write_bytes(b"optimizer got an empty parameter list")
    status, text = piped(b"", str(log), "--site", "https://memo.example/x/", "--language", "ko")
    assert "https://memo.example/x/sequential_modulelist/#optimizer" in text
    with pytest.raises(SystemExit):
        main(["explain", str(tmp_path / "none.log")])
    assert b"cannot read" in capfdbinary.readouterr().err


def test_the_command_shows_a_progress_bar_and_outlives_the_ctrl_c_that_ends_the_program_before_it():
    command = [sys.executable, "-m", "torchmemo", "explain", "--language", "en"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        process.stdin.write(b"\r50%")
        process.stdin.flush()
        assert process.stdout.read(4) == b"\r50%"  # there was no end of line to wait for
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(b"\nValueError: optimizer got an empty parameter list\n", timeout=60)
    finally:
        process.kill()
        process.wait()
    assert (process.returncode, errors) == (0, b"")
    assert b"sequential_modulelist/#optimizer" in output
