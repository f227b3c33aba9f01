"""Read a pasted log: its lines without what launchers, loggers and notebooks wrote around them, and its frames.

The browser reads in the same way (docs/theme/assets/explain_worker.js), by the same rules (torchmemo/errors.json). The
tests hold one against the other.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

PART = 400_000  # characters that are read at a time, from the end
OVERLAP = 8_000  # of the part after it, so that a message on the edge is whole
_BLANK = " \t\n\r\f\v"  # no other spaces: JavaScript knows more of them
_WORD = re.compile(r"[a-z0-9]+")
_NAME = re.compile(r"[a-z0-9_]+")
_ACROSS = re.compile(
    r"(?<![A-Za-z0-9])([A-Za-z0-9]{1,40})[^A-Za-z0-9\n]{0,60}\n[^A-Za-z0-9\n]{0,60}([A-Za-z0-9]{1,40})"
)


class Frame(NamedTuple):
    """A line of the reader's own code that a traceback went through."""

    file: str
    line: int | None
    function: str | None
    code: str | None


class Start(NamedTuple):
    """A line that a message begins on: "error", "end" (an interrupt), "warning" or "other"."""

    line: int
    kind: str


class Rules:
    """The rules of errors.json, compiled."""

    def __init__(self, rules: dict):
        self.clean = [(sign, re.compile(regex, re.ASCII), by, kept) for sign, regex, by, kept in rules["clean"]]
        self.prefix = re.compile(rules["prefix"], re.ASCII | re.MULTILINE)
        self.environment = re.compile(rules["environment"], re.ASCII)
        self.frames = {name: re.compile(regex, re.ASCII) for name, regex in rules["frames"].items()}
        names = ("headline", "warning", "other", "library", "arrow", "numbered", "rich_source", "raise")
        lines = (re.compile(rules[name], re.ASCII) for name in names)
        self.headline, self.warning, self.other, self.library, *places = lines
        self.arrow, self.numbered, self.rich_source, self.raised = places


def parts(text: str) -> Iterator[str]:
    """Yield a text in parts, the last one first."""
    text = re.sub("[\U00010000-\U0010ffff]", "\ufffd", text)  # two characters in JavaScript
    end = len(text)
    while end > 0:
        start = max(0, end - PART)
        if start and (line_end := text.find("\n", start, start + 2000)) >= 0:
            start = line_end + 1
        yield text[start : end + OVERLAP]
        end = start


class Paste:
    """One part of a pasted text."""

    def __init__(self, text: str, rules: Rules):
        self._rules = rules
        for sign, pattern, by, kept in rules.clean:
            if sign in text and not (sign == "" and text.isascii()):
                text = pattern.sub(lambda found, by=by: found[1] or by, text) if kept else pattern.sub(by, text)
        rich = [rules.rich_source.match(line) for line in text.split("\n")] if "\u2502" in text else None
        self.raw = text.split("\n")
        self.text = rules.prefix.sub("", text)
        self.lines = _without_common_start(self.text.split("\n"))
        self._rich = {number for number, found in enumerate(rich or ()) if found}

    @cached_property
    def words(self) -> set[str]:
        """The words of the text, those included that a line end may have broken."""
        text = "\n".join(self.lines)
        return set(_WORD.findall(text.lower())) | {(a + b).lower() for a, b in _ACROSS.findall(text)}

    @cached_property
    def lower(self) -> str:
        """The text in lower case, with what stands before each line: a logger's prefix may name the library.

        It is without the names of environments, which say nothing of what failed.
        """
        return self._rules.environment.sub("", "\n".join(self.raw).lower())

    @cached_property
    def source(self) -> set[int]:
        """The numbers of the lines that show source code, which says nothing of what happened."""
        rules, found = self._rules, set(self._rich)
        inside = False
        for number, line in enumerate(self.raw):
            if "\u256d" in line and "Traceback" in line:
                inside = True
            elif inside and "\u2570" in line:
                inside = False
            elif inside:
                found.add(number)
        for number, line in enumerate(self.lines):
            if arrow := rules.arrow.match(line):
                found.add(number)
                for step in (-1, 1):
                    found.update(self._numbered(number, int(arrow[1]), step))
            elif rules.frames["python"].match(line):
                found.update(self._shown(number + 1))
            elif rules.raised.match(line):
                found.update(self._until_closed(number))
        return found

    def _numbered(self, number: int, count: int, step: int) -> Iterator[int]:
        """Yield the lines around an arrow that go on with its count."""
        while 0 <= (number := number + step) < len(self.lines):
            line = self.lines[number]
            shown = self._rules.numbered.match(line)
            if line.strip(_BLANK) == "(...)":
                yield number
            elif shown and 0 < (int(shown[1]) - count) * step < 60:
                count = int(shown[1])
                yield number
            else:
                return

    def _shown(self, number: int) -> Iterator[int]:
        """Yield the lines of code below a frame."""
        first = True
        while number < len(self.lines):
            line = self.lines[number]
            indented = line.startswith("    ") or line.startswith("\t")
            if not line.strip(_BLANK) or self.is_start(line) or self._rules.frames["python"].match(line):
                return
            if not first and not indented:
                return
            yield number
            number, first = number + 1, False

    def _until_closed(self, number: int) -> Iterator[int]:
        """Yield the lines of a statement that raises."""
        depth = 0
        for at in range(number, min(number + 12, len(self.lines))):
            if at > number and self.is_start(self.lines[at]):
                return
            depth += self.lines[at].count("(") - self.lines[at].count(")")
            yield at
            if depth <= 0:
                return

    def is_start(self, line: str) -> bool:
        """Tell whether a line begins a message."""
        return any(pattern.match(line) for pattern in (self._rules.headline, self._rules.warning))

    @cached_property
    def starts(self) -> list[Start]:
        """The lines that messages begin on."""
        found = []
        for number, line in enumerate(self.lines):
            if number in self.source:
                continue
            if headline := self._rules.headline.match(line):
                ended = headline[1] in ("KeyboardInterrupt", "SystemExit")
                found.append(Start(number, "end" if ended else "error"))
            elif self._rules.warning.match(line):
                found.append(Start(number, "warning"))
            elif self._rules.other.match(line) or self._rules.other.match(self.raw[number]):
                found.append(Start(number, "other"))
        return found

    @cached_property
    def _squeezed(self) -> tuple[str, list[int], set[int]]:
        """The text without spaces and signs; where each line begins in it; where a word begins or ends."""
        words, starts, length = [], [], 0
        for number, line in enumerate(self.lines):
            starts.append(length)
            if number not in self.source:
                of_line = [name.replace("_", "") for name in _NAME.findall(line.lower())]
                words += of_line
                length += sum(map(len, of_line))
        return "".join(words), starts, {0, *itertools.accumulate(map(len, words))}

    def find(self, pattern: dict, most: int = 40) -> Iterator[int]:
        """Yield the numbers of the lines on which a pattern is found, the last first."""
        text, lines, edges = self._squeezed
        starts = [lines[start.line] for start in self.starts]
        regex, anchor = re.compile(pattern["regex"]), pattern["anchor"]
        at, seen = len(text), set()
        for _ in range(most):
            at = text.rfind(anchor, 0, at)
            if at < 0:
                return
            block = bisect_right(starts, at)  # a message is in one block: it is not the end of the one before, too
            low = max(at - pattern["before"], starts[block - 1] if block else 0)
            high = min(at + pattern["after"], starts[block] if block < len(starts) else len(text))
            for _ in range(50):
                found = regex.search(text, low, high)
                if not found or found.start() > at:
                    break
                begins, ends = found.span()
                if pattern["ends"] and ends not in edges and (shorter := regex.match(text, begins, ends - 1)):
                    ends = shorter.end()  # Adam, where the next word begins with a w, is not AdamW
                whole = (not pattern["starts"] or begins in edges) and (not pattern["ends"] or ends in edges)
                if whole and at < ends:
                    line = bisect_right(lines, at) - 1
                    if line not in seen:
                        seen.add(line)
                        yield line
                    break
                low = begins + 1
            at += len(anchor) - 1

    @cached_property
    def frames(self) -> list[tuple[int, Frame]]:
        """The frames that are in no library, each with the number of the line that names it."""
        kinds, found = self._rules.frames, []
        for number, line in enumerate(self.lines):
            if shown := kinds["python"].match(line):
                frame = Frame(shown[1].strip(_BLANK), int(shown[2]), shown[3], self._code(number))
            elif shown := kinds["ipython"].match(line) or kinds["cell"].match(line):
                arrow = self._arrow(number)
                frame = Frame(shown[1].strip(_BLANK), int(arrow[1]) if arrow else None, None, self._arrow_code(arrow))
            elif shown := kinds["pytest"].match(line):
                frame = Frame(shown[1], int(shown[2]), None, None)
            elif shown := kinds["rich"].match(self.raw[number]):
                frame = Frame(shown[1], int(shown[2]), shown[3], None)
            elif (shown := self._rules.warning.match(line)) and (place := re.match(r"(.+?):(\d+): ", line, re.ASCII)):
                frame = Frame(place[1].strip(_BLANK), int(place[2]), None, None)
            else:
                continue
            if not self._rules.library.search(frame.file):
                found.append((number, frame))
        return found

    def _code(self, number: int) -> str | None:
        """Return the code that stands below a frame."""
        if arrow := self._arrow(number):
            return self._arrow_code(arrow)
        below = self.lines[number + 1].strip(_BLANK) if number + 1 in self.source else ""
        return below[:200] or None

    def _arrow(self, number: int) -> re.Match | None:
        """Return the arrow in the lines below a frame of a notebook."""
        for line in self.lines[number + 1 : number + 12]:
            if arrow := self._rules.arrow.match(line):
                return arrow
            if not self._rules.numbered.match(line):
                return None
        return None

    def _arrow_code(self, arrow: re.Match | None) -> str | None:
        return (arrow.string[arrow.end() :].strip(_BLANK)[:200] or None) if arrow else None


def _without_common_start(lines: list[str]) -> list[str]:
    """Take away what a launcher that nobody knows wrote before every line, where only its numbers differ."""
    last = itertools.islice((line for line in reversed(lines) if line.strip(_BLANK)), 60)
    shapes = [re.sub(r"\d+", "0", line[:80], flags=re.ASCII) for line in last]
    if len(shapes) < 3:
        return lines
    same = 0
    low, high = min(shapes), max(shapes)
    while same < min(len(low), len(high)) and low[same] == high[same]:
        same += 1
    found = re.match(r"(?:.*[^A-Za-z0-9_ \t])?", low[:same])  # ends with a sign
    start = found[0] if found else ""
    if len(start.strip(_BLANK)) < 3:
        return lines
    pattern = re.compile(re.escape(start).replace("0", r"\d+"), re.ASCII)
    return [pattern.sub("", line, count=1) if pattern.match(line) else line for line in lines]
