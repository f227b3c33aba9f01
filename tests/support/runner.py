"""Run documented Python, and compare what it prints with the output that the page shows."""

from __future__ import annotations

import ast
import difflib
import os
import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pytest_examples import CodeExample
from pytest_examples.config import ExamplesConfig
from pytest_examples.run_code import run_code
from sitekit.project import ROOT
from sitekit.script import EXPECTED, OUTPUT

UPDATE = "Run `pytest --update-examples` if the new output is right, or fix the code."


class SnippetError(Exception):
    """A snippet that does not do what the page shows; the message names the file, the line and the way out."""


def run_python(source: str, path: Path, folder: Path, *, update: bool = False) -> str:
    """Run Python text and compare what it prints with its ``#>`` lines.

    Args:
        source: the text.
        path: the file that it stands in.
        folder: the working directory of the run, empty.
        update: take the outputs as they come, instead of comparing them with the text's.

    Returns:
        The text, with the outputs of this run.

    Raises:
        SnippetError: the text raised, or printed something else than it shows.
    """
    example = CodeExample.create(source, path=path)
    file = folder / f"{example.module_name}.py"
    file.write_text(source, encoding="utf-8")
    with _as_a_program(folder), _quick_prints():
        try:
            prints, _ = run_code(
                example=example,
                python_file=file,
                loader=None,
                config=ExamplesConfig(),
                enable_print_mock=True,
                print_callback=None,
                include_print=None,
                module_globals=None,
                call=None,
            )
        except Exception as error:
            raise SnippetError(_traceback(error, path, source)) from None
    printed = [(statement.line_no, str(statement)) for statement in prints.print_statements()]
    new = weave(source, _by_statement(source, printed, path))
    compare(source, new, path, update=update)
    return new


def weave(source: str, printed: dict[int, list[str]]) -> str:
    """Return a text with what was printed after each line (from 1) in place of the outputs that it had."""
    lines: list[str] = []
    for number, line in enumerate(source.splitlines(), 1):
        if not OUTPUT.match(line):
            lines.append(line)
        lines += printed.get(number, [])
    return "\n".join(lines) + "\n"


def compare(shown: str, new: str, path: Path, *, update: bool) -> None:
    """Fail, unless it is to be updated, where a text does not show the outputs of its run."""
    if shown == new or update:
        return
    old, now = shown.splitlines(), new.splitlines()
    number = next((n for n, (a, b) in enumerate(zip(old, now, strict=False), 1) if a != b), min(len(old), len(now)) + 1)
    difference = "\n".join(difflib.unified_diff(old, now, "before", "after", lineterm=""))
    raise SnippetError(f"{name_of(path)}:{number}: other output than the text shows\n\n{difference}\n\n{UPDATE}")


def claimed(source: str) -> str:
    """Return a text with what it is expected to print (``#?``) as if it had been printed (``#>``)."""
    return "".join(
        line.replace("#?", "#>", 1) if EXPECTED.match(line) else line for line in source.splitlines(keepends=True)
    )


def write_whole(path: Path, content: str | bytes) -> None:
    """Replace a file in one step: whoever looks, or interrupts, finds the old content or the new."""
    new = path.with_name(f"{path.name}.new")
    try:
        new.write_bytes(content.encode() if isinstance(content, str) else content)
        os.replace(new, path)
    finally:
        new.unlink(missing_ok=True)


@contextmanager
def _as_a_program(folder: Path) -> Iterator[None]:
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


@contextmanager
def _quick_prints() -> Iterator[None]:
    """Let pytest-examples find where a print stands without reading the source of all that called it.

    It asks `inspect.stack()` at each print, and needs only the files and the frames.
    """

    def stack():
        frames = traceback.walk_stack(sys._getframe(1))
        return [SimpleNamespace(frame=frame, filename=frame.f_code.co_filename) for frame, _ in frames]

    module: Any = sys.modules[run_code.__module__]
    old = module.inspect
    module.inspect = SimpleNamespace(stack=stack)
    try:
        yield
    finally:
        module.inspect = old


def _by_statement(source: str, printed: list[tuple[int, str]], path: Path) -> dict[int, list[str]]:
    """Return the output lines by the last line of the statement that printed them."""
    statements = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.stmt)]
    found: dict[int, list[str]] = {}
    last = 0
    for number, text in printed:
        around = [node for node in statements if node.lineno <= number <= (node.end_lineno or 0)]
        statement = max(around, key=lambda node: (node.lineno, node.col_offset))
        where = f"{name_of(path)}:{statement.lineno}"
        if "\n" in text:
            raise SnippetError(f"{where}: an output is longer than one line: print less, or line by line")
        end = statement.end_lineno or statement.lineno
        if end in found and end != last:
            raise SnippetError(
                f"{where}: this print takes turns with another, so no order of their outputs is right. "
                "Let one `print` in a loop say all of a round, or split the loop."
            )
        found.setdefault(end, []).append(f"{' ' * statement.col_offset}#> {text}".rstrip())
        last = end
    return found


def _traceback(error: Exception, path: Path, source: str) -> str:
    """Return where a snippet raised, in its own file, and what."""
    number, trace = 0, error.__traceback__
    while trace:  # pytest-examples gives the snippet's own frames the file's name and lines
        if trace.tb_frame.f_code.co_filename == str(path):
            number = trace.tb_lineno
        trace = trace.tb_next
    if not number and isinstance(error, SyntaxError):
        number = error.lineno or 0
    lines = source.splitlines()
    shown = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    return f"{name_of(path)}:{number}: {type(error).__name__}: {error}\n\n    {shown}"


def name_of(path: Path) -> str:
    """Return a path as messages name it."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else str(path)
