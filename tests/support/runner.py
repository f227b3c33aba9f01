"""Run documented Python, and hold what it prints against the output that the page shows."""

from __future__ import annotations

import ast
import os
import re
import signal
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytest_examples import CodeExample, EvalExample
from sitekit.script import ROOT

OUTPUT = re.compile(r"^ *#>")
UPDATE = "Run `pytest --update-examples` if the new output is right, or mend the code."


class SnippetError(Exception):
    """A snippet that does not do what the page shows; the message names the file, the line and the way out."""


def run_python(
    source: str,
    path: Path,
    folder: Path,
    request: pytest.FixtureRequest,
    *,
    line: int = 0,
    update: bool = False,
) -> str:
    """Run Python text and hold what it prints against its ``#>`` lines.

    Args:
        source: the text.
        path: the file that it stands in.
        folder: the working directory of the run, empty.
        request: of the test that runs it.
        line: the line of `path` before the text's first.
        update: take the outputs as they come, instead of holding them against the text's.

    Returns:
        The text, with the outputs of this run.

    Raises:
        SnippetError: the text raised, or printed something else than it shows.
    """
    evaluate = EvalExample(tmp_path=folder, pytest_request=request)
    evaluate.set_config(line_length=10_000)  # no output is wrapped
    printed = []

    def record(file, frame, args):
        if own := file.samefile(frame.filename):
            printed.append(frame.lineno)
        return own

    evaluate.include_print = record
    if update:
        source = "".join(text for text in source.splitlines(keepends=True) if not OUTPUT.match(text))
    example = CodeExample.create(source, path=path, start_line=line)
    run = evaluate.run_print_update if update else evaluate.run_print_check
    with _as_a_program(folder):
        try:
            run(example, rewrite_assertions=False)
        except pytest.exit.Exception:
            raise
        except pytest.fail.Exception as difference:
            if not difference.msg.startswith("Print output changed"):  # it took too long
                raise
            where = f"{name_of(path)}:{line + _first_difference(difference.msg)}"
            raise SnippetError(f"{where}: other output than the text shows\n\n{difference.msg}\n\n{UPDATE}") from None
        except Exception as error:
            raise SnippetError(_traceback(error, path)) from None
    for number in _outputs_without_print(example.source, set(printed)) if not update else ():
        raise SnippetError(
            f"{name_of(path)}:{line + number}: this '#>' stands after a line that prints nothing. "
            "Delete it, or run `pytest --update-examples`."
        )
    if re.search(r"^ *'''$", example.source, re.MULTILINE):
        raise SnippetError(f"{name_of(path)}: an output is longer than one line: print less, or line by line")
    shown = sum(bool(OUTPUT.match(text)) for text in example.source.splitlines())
    if shown != len(printed):  # pytest-examples keeps the first round of prints that take turns
        raise SnippetError(
            f"{name_of(path)}: {len(printed)} outputs were printed, and {shown} are shown. "
            "Let one `print` in a loop say all of a round, or split the loop."
        )
    return example.source


def write_whole(path: Path, content: str | bytes) -> None:
    """Replace a file in one step: whoever looks, or interrupts, finds the old content or the new."""
    new = path.with_name(f"{path.name}.new")
    try:
        new.write_bytes(content.encode() if isinstance(content, str) else content)
        os.replace(new, path)
    finally:
        new.unlink(missing_ok=True)


@contextmanager
def _as_a_program(folder: Path):
    """Give a snippet its own folder, and give back what it takes from the process."""
    main, old_folder, environment = sys.modules["__main__"], Path.cwd(), dict(os.environ)

    def stop(signum, frame):  # pytest-examples swallows a KeyboardInterrupt and goes on with half an output
        pytest.exit("interrupted")

    old_handler = signal.signal(signal.SIGINT, stop)
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(old_folder)
        os.environ.clear()
        os.environ.update(environment)
        if accelerate := sys.modules.get("accelerate"):  # a process has one of these, and keeps its first settings
            accelerate.state.AcceleratorState._reset_state(reset_partial_state=True)
            accelerate.state.GradientState._reset_state()
        sys.modules["__main__"] = main
        signal.signal(signal.SIGINT, old_handler)


def _outputs_without_print(source: str, printed: set[int]) -> list[int]:
    """Return the lines (from 1) of the outputs that follow no statement that printed."""
    ends = {
        node.end_lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Expr) and printed & set(range(node.lineno, node.end_lineno + 1))
    }
    lines = source.splitlines()
    return [
        number
        for number, text in enumerate(lines, 1)
        if OUTPUT.match(text) and not OUTPUT.match(lines[number - 2]) and number - 1 not in ends
    ]


def _first_difference(diff: str) -> int:
    """Return the line (from 1) of the old text at which a unified diff first differs."""
    number = 0
    for text in map(str.strip, diff.splitlines()):
        if found := re.match(r"@@ -(\d+)", text):
            number = int(found[1])
        elif number and text[:1] in ("+", "-"):
            return number
        elif number:
            number += 1
    return number


def _traceback(error: Exception, path: Path) -> str:
    """Return where a snippet raised, in its own file, and what."""
    number, trace = 0, error.__traceback__
    while trace:  # pytest-examples gives the snippet's own frames the file's name and lines
        if trace.tb_frame.f_code.co_filename == str(path):
            number = trace.tb_lineno
        trace = trace.tb_next
    if not number and isinstance(error, SyntaxError):
        number = error.lineno
    lines = path.read_text(encoding="utf-8").splitlines()
    shown = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    return f"{name_of(path)}:{number}: {type(error).__name__}: {error}\n\n    {shown}"


def name_of(path: Path) -> str:
    """Return a path as messages name it."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else str(path)
