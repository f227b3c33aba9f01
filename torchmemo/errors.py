"""Find what the pages know about a pasted traceback. Nothing here needs torch, which may be what does not load."""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from torchmemo.pastes import Frame, Paste, Rules, parts

_FAR = 60  # lines: what is further apart is no one message


_KINDS = ("cause", "error", "wrapper", "warning")  # the order of the answers
_ENDS = ("rror", "xception", "nsupported", "Iteration", "Fail", "Timeout", "Abort")  # in the names of errors


@dataclass(frozen=True)
class Explanation:
    """What the site knows of a message.

    Attributes:
        id: the entry's name in the index of errors.
        message: the part of the message that is the same for everyone.
        cause: what the message means, and what it usually comes from.
        fix: the way out.
        path: the place on the site, below the language's root, such as ``"zero_grad/#none_error"``.
        kind: "error", "warning", "cause" for what a later error only reports, or "wrapper" for a message that only
            reports the failure of something else.
        own: the last line of the reader's own code before the message, where the text shows one.
    """

    id: str
    message: str
    cause: str
    fix: str
    path: str
    kind: str = "error"
    own: Frame | None = None


@dataclass(frozen=True)
class Reading:
    """What a text says.

    Attributes:
        answers: the messages that the site knows: errors, the one nearest the end first, then warnings.
        unknown: the line of the last error, where the site does not know it.
        own: the last line of the reader's own code before that error.
    """

    answers: list[Explanation] = field(default_factory=list)
    unknown: str | None = None
    own: Frame | None = None


class _Found(NamedTuple):
    """One place where the text has an entry's message."""

    line: int
    entry: dict
    weight: int


def explain(text: str, language: str = "en") -> list[Explanation]:
    """Find the messages that a text contains.

    Names of classes and variables, paths and sizes may differ; dtypes, devices and numbers where they do not decide. A
    text with no message of the site's gives an empty list rather than the nearest guess.

    Args:
        text: a traceback or a log, of any length.
        language: "ko" or "en", for the advice.

    Returns:
        One answer a message, first the errors, the one nearest the end before the others, then warnings.

    Raises:
        ValueError: a language that the site does not have.
    """
    return read(text, language).answers


def read(text: str, language: str = "en") -> Reading:
    """Find the messages that a text contains, and the error that it ends with where that is none of them.

    Args:
        text: a traceback or a log, of any length.
        language: "ko" or "en", for the advice.

    Raises:
        ValueError: a language that the site does not have.
    """
    if language not in ("ko", "en"):
        raise ValueError(f"language must be 'ko' or 'en', not {language!r}")
    data, rules = _data()
    found, seen, unknown, ended = [], set(), (None, None), False
    for part in parts(text):
        paste = Paste(part, rules)
        answers = _answers(paste, data["entries"], seen)
        found += [(entry, _own(paste, line)) for line, entry in answers]
        seen |= {entry["id"] for _, entry in answers}
        if not ended and any(word in part for word in _ENDS):
            ended, unknown = _last(paste, answers)
    found.sort(key=lambda answer: _KINDS.index(answer[0]["kind"]))
    answers = [
        Explanation(entry["id"], entry["message"], *entry["says"][language], entry["path"], entry["kind"], own)
        for entry, own in found
    ]
    return Reading(answers, *unknown)


def _answers(paste: Paste, entries: list[dict], seen: set[str]) -> list[tuple[int, dict]]:
    """Return the messages of one part, one answer each, the last first."""
    words, found = paste.words, []
    for entry in entries:
        if entry["id"] in seen:
            continue
        for pattern in entry["patterns"]:
            if words.issuperset(pattern["words"]) and (not pattern.get("hinted") or _signs(paste, entry["needs"])):
                found += [_Found(line, entry, pattern["weight"]) for line in paste.find(pattern)]
    best = {}
    for message in _messages(found, paste):
        line, entry, _ = max(message, key=lambda one: (one.entry["kind"] in ("cause", "error"), one.weight, one.line))
        best.setdefault(entry["id"], (line, entry))
    return sorted(best.values(), key=lambda answer: -answer[0])


def _signs(paste: Paste, needs: list[str]) -> bool:
    """Tell whether a text is about what a message that is not torch's own has to be about, or is that message alone."""
    if "<alone>" in needs and len(alone := paste.lower.strip(" \t\r\n")) < 200 and "\n" not in alone:
        return True
    return any(all(part in paste.lower for part in sign.split(" && ")) for sign in needs)


def _messages(found: list[_Found], paste: Paste) -> list[list[_Found]]:
    """Group what was found by the message that it stands in, the last message first."""
    if not found:
        return []
    starts, groups = [start.line for start in paste.starts], []
    for one in sorted(found, key=lambda one: -one.line):
        block = bisect_right(starts, one.line)  # 0: before the first
        if groups and groups[-1][0] == block:
            apart = groups[-1][1][-1].line - one.line
            if apart <= (_FAR if block else 2):
                groups[-1][1].append(one)
                continue
        groups.append((block, [one]))
    return [group for _, group in groups]


def _last(paste: Paste, answers: list[tuple[int, dict]]) -> tuple[bool, tuple[str | None, Frame | None]]:
    """Tell whether a part has an error, and return the last one's line where no answer is to it."""
    for index in range(len(paste.starts) - 1, -1, -1):
        start = paste.starts[index]
        if start.kind == "error":
            after = [later.line for later in paste.starts[index + 1 :]]
            end = min([len(paste.lines), start.line + _FAR, *after])
            if any(start.line <= line < end and entry["kind"] != "warning" for line, entry in answers):
                return True, (None, None)
            return True, (paste.lines[start.line].strip(" \t\n\r\f\v")[:300], _own(paste, start.line))
    return False, (None, None)


def _own(paste: Paste, line: int) -> Frame | None:
    """Return the last frame of the reader's own before a line, no further back than the error before it."""
    begun = [start for start in paste.starts if start.line <= line]
    head = begun[-1].line if begun and begun[-1].kind != "other" else line
    since = max((start.line for start in begun if start.kind != "other" and start.line < head), default=-1)
    near = [frame for number, frame in paste.frames if since < number <= line]
    after = [frame for number, frame in paste.frames if line < number <= line + 6 and frame.code is None]
    return near[-1] if near else (after[0] if after else None)


@cache
def _data() -> tuple[dict, Rules]:
    """Return the index of errors and its rules; the tests write and check the file."""
    data = json.loads(Path(__file__).with_name("errors.json").read_text(encoding="utf-8"))
    return data, Rules(data["rules"])
