"""The command line: ``torchmemo explain``. It needs no torch, which may be what does not load."""

from __future__ import annotations

import argparse
import json
import locale
import os
import signal
import sys
from pathlib import Path
from typing import IO

from torchmemo import __version__
from torchmemo.errors import Frame, Reading, read

SITE = "http://127.0.0.1:8000/"  # where `make serve` serves it
WORDS = {
    "ko": {
        "none": "이 글에는 이 사이트가 아는 메시지가 없다.",
        "unknown": "오류 자체는 이 사이트가 모르는 메시지다: {}",
        "own": "내 코드의 줄: {}",
        "paste": "traceback을 붙여 넣고 {}를 누른다.",
    },
    "en": {
        "none": "The site knows no message in this text.",
        "unknown": "The error itself is not one that the site knows: {}",
        "own": "Your line: {}",
        "paste": "Paste the traceback, then press {}.",
    },
}
STATUS = "exit status: 0 if the error is known, 1 if it is not, 2 if the command or the file is wrong"


def main(arguments: list[str] | None = None) -> int:
    """Explain the errors in a file, in what is piped in (which is passed on as it comes), or in what is pasted.

    Args:
        arguments: of the command line, without the program's name; None for the process's own.

    Returns:
        The exit status, 0 where the error is known (where there is none, a warning) and 1 where it is not.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.file:
        try:
            data = options.file.read_bytes()
        except OSError as error:
            parser.error(f"cannot read {options.file}: {error.strerror}")
    else:
        data = _standard_input(options)
    reading = read(decoded(data), options.language)
    said = _as_json(reading, options) if options.json else _as_text(reading, options)
    _write(sys.stdout, f"{said}\n")
    known = [answer for answer in reading.answers if answer.kind != "warning" or not reading.unknown]
    return 0 if known else 1


def decoded(data: bytes) -> str:
    """Return a log's bytes as text: Windows writes UTF-16 where its shell redirects an output."""
    head = data[:4096]
    half = len(head) / 2 or 1
    if head[:2] == b"\xff\xfe" or head[1::2].count(0) / half > 0.3:
        encoding = "utf-16-le"
    elif head[:2] == b"\xfe\xff" or head[::2].count(0) / half > 0.3:
        encoding = "utf-16-be"
    else:
        encoding = "utf-8"
    return data.decode(encoding, errors="replace")


def system_language() -> str:
    """Return "ko" where the system speaks Korean, whether that locale is installed or not, or else "en"."""
    set_for = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), None)
    return "ko" if (set_for or locale.getlocale()[0] or "").lower().startswith("ko") else "en"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="torchmemo", description="What the torchmemo pages know, from a terminal.")
    parser.add_argument("--version", action="version", version=f"torchmemo {__version__}")
    commands = parser.add_subparsers(required=True, metavar="command")
    command = commands.add_parser(
        "explain",
        help="explain the errors in a file, a pipe, or what is pasted",
        description="Explain the errors in a file or a pipe: python train.py 2>&1 | torchmemo explain",
        epilog=STATUS,
    )
    command.add_argument("file", nargs="?", type=Path, help="a log; without it, standard input is read and passed on")
    command.add_argument(
        "--language", choices=["ko", "en"], default=system_language(), help="of the answer (default: the system's)"
    )
    command.add_argument("--site", default=SITE, metavar="URL", help="the site's address (default: %(default)s)")
    command.add_argument("--json", action="store_true", help="print the answers as JSON, and nothing else")
    return parser


def _address(path: str, options: argparse.Namespace) -> str:
    prefix = "en/" if options.language == "en" else ""
    return f"{options.site.rstrip('/')}/{prefix}{path}"


def _as_text(reading: Reading, options: argparse.Namespace) -> str:
    """Return the answers for a reader."""
    words, parts = WORDS[options.language], []
    if reading.unknown:
        parts.append([words["unknown"].format(reading.unknown), *_own(reading.own, words)])
    elif not reading.answers:
        parts.append([words["none"]])
    for answer in reading.answers:
        said = [answer.cause, answer.fix, *_own(answer.own, words), _address(answer.path, options)]
        parts.append([answer.message, *(f"    {line}" for line in said if line)])
    return "\n" + "\n\n".join("\n".join(part) for part in parts)


def _own(frame: Frame | None, words: dict[str, str]) -> list[str]:
    """Return the line of the reader's own, if the text shows one."""
    if not frame:
        return []
    file = Path(frame.file)
    name = file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else frame.file
    place = f"{name}:{frame.line}" if frame.line else name
    return [words["own"].format(place) + (f"  {frame.code}" if frame.code else "")]


def _as_json(reading: Reading, options: argparse.Namespace) -> str:
    """Return the answers for a program."""
    answers = [
        {
            "id": answer.id,
            "kind": answer.kind,
            "message": answer.message,
            "cause": answer.cause,
            "fix": answer.fix,
            "url": _address(answer.path, options),
            "own": answer.own and answer.own._asdict(),
        }
        for answer in reading.answers
    ]
    whole = {"answers": answers, "unknown": reading.unknown, "own": reading.own and reading.own._asdict()}
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _standard_input(options: argparse.Namespace) -> bytes:
    """Return what is piped in or pasted."""
    if not sys.stdin.isatty():
        return _passed_on(to=None if options.json else sys.stdout.buffer)
    key = "Ctrl-Z, Enter" if sys.platform == "win32" else "Ctrl-D"
    try:
        print(WORDS[options.language]["paste"].format(key), file=sys.stderr)
        return sys.stdin.buffer.read()
    except KeyboardInterrupt:
        sys.exit(130)  # as a shell says of a command that Ctrl-C ended


def _passed_on(to) -> bytes:
    """Read standard input, writing it to an output as it comes."""
    # Ctrl-C is for the program before the pipe, whose last words are wanted.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        parts = []
        # Not by lines: a progress bar has none.
        while part := sys.stdin.buffer.read1(65536):  # ty: ignore[missing-union-attribute]
            if to:
                _write(to, part)
            parts.append(part)
        return b"".join(parts)
    finally:
        signal.signal(signal.SIGINT, before)


def _write(to: IO, data: str | bytes) -> None:
    """Write at once; where nobody reads any more, as after ``| head``, write to nowhere from then on."""
    try:
        to.write(data)
        to.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), to.fileno())


if __name__ == "__main__":
    sys.exit(main())
