"""The command line: ``torchmemo explain``."""

from __future__ import annotations

import argparse
import locale
import os
import signal
import sys
from pathlib import Path

from torchmemo.errors import explain

SITE = "http://127.0.0.1:8000/"  # where `make serve` serves it
WORDS = {
    "ko": "이 사이트가 다루는 메시지가 없다.",
    "en": "This site's pages know none of these messages.",
}


def main(arguments: list[str] | None = None) -> int:
    """Explain the errors in a file, or in what is piped in, which is passed on as it comes.

    Args:
        arguments: of the command line, without the program's name; None for the process's own.

    Returns:
        The exit status: 0 where a message was found, 1 where none was.
    """
    parser = argparse.ArgumentParser(prog="torchmemo", description="What the torchmemo pages know, from a terminal.")
    commands = parser.add_subparsers(required=True, metavar="command")
    command = commands.add_parser(
        "explain",
        help="explain the error messages in a file or a pipe",
        description="Explain the error messages in a file or a pipe: python train.py 2>&1 | torchmemo explain",
    )
    command.add_argument("file", nargs="?", type=Path, help="a log; without it, standard input is read and passed on")
    set_for = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), None)  # installed or not
    ours = "ko" if (set_for or locale.getlocale()[0] or "").lower().startswith("ko") else "en"
    command.add_argument("--language", choices=["ko", "en"], default=ours, help="of the answer (default: the system's)")
    command.add_argument("--site", default=SITE, metavar="URL", help="the site's address (default: %(default)s)")
    options = parser.parse_args(arguments)

    if options.file:
        try:
            text = options.file.read_text(encoding="utf-8", errors="replace")
        except OSError as error:
            parser.error(f"cannot read {options.file}: {error.strerror}")
    else:
        text = _passed_on().decode("utf-8", errors="replace")
    found = explain(text, options.language)
    prefix = "en/" if options.language == "en" else ""
    for entry in found:
        print(f"\n{entry.message}\n    {entry.advice}\n    {options.site.rstrip('/')}/{prefix}{entry.path}")
    if not found:
        print(f"\n{WORDS[options.language]}")
    return 0 if found else 1


def _passed_on() -> bytes:
    """Write standard input to standard output as it comes, and return it."""
    # Ctrl-C is for the program before the pipe, whose last words are wanted.
    before = signal.getsignal(signal.SIGINT)
    if not sys.stdin.isatty():
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        parts = []
        # Not by lines: a progress bar has none.
        while part := sys.stdin.buffer.read1(65536):  # ty: ignore[missing-union-attribute]
            sys.stdout.buffer.write(part)
            sys.stdout.buffer.flush()
            parts.append(part)
        return b"".join(parts)
    finally:
        signal.signal(signal.SIGINT, before)


if __name__ == "__main__":
    sys.exit(main())
