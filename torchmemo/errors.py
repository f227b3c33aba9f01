"""Find what the pages know about a pasted traceback."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

# What differs from one reader's message to the next, and what it is read as. The site's search box does the same, in
# docs/theme/assets/explain.js; the tests hold one against the other.
_SAME = (
    (r"\x1b\[[0-9;]*m", " "),  # colours
    (r"\b(?:torch\.)?(?:cuda\.)?(?:float|double|half|bfloat16|complex\w*|int|long|short|char|byte|bool)tensor\b",
     " dtype "),
    (r"\b(?:torch\.)?(?:u?int(?:8|16|32|64)|b?float(?:16|32|64)?|float8\w*|double|half|complex(?:32|64|128)?|cfloat"
     r"|cdouble|c(?:omplex)?(?:float|double|half)|long|short|byte|char|bool|int)\b", " dtype "),
    (r"\b(?:cuda|cpu|mps|xpu|meta)(?::\d+)?\b", " device "),
    (r"\b0x[0-9a-f]+\b", " 0 "),
    (r"\b\d+d\b", " 0d "),
    (r"\b\d+(?:\.\d+)?(?:e[+-]?\d+)?(?:x\d+)*\b", " 0 "),
    (r"[^a-z0-9_]+", " "),
    (r"\b0(?: 0)+\b", "0"),
)  # fmt: skip
_PATTERNS = [(re.compile(pattern, re.ASCII), replacement) for pattern, replacement in _SAME]  # as JavaScript reads them


@dataclass(frozen=True)
class Explanation:
    """What a page says of a message.

    Attributes:
        message: the part of the message that does not change, as the page quotes it.
        advice: the cause or the way out.
        path: the place on the site, below the language's root, such as ``"zero_grad/#none_error"``.
    """

    message: str
    advice: str
    path: str


def normalize(text: str) -> str:
    """Return a message as the words that are the same for every reader.

    Numbers and shapes are read as ``0``, dtypes as ``dtype``, devices as ``device``; punctuation and line ends go, so
    that it does not matter where a terminal has wrapped a line.

    Args:
        text: any text, of any length.

    Returns:
        Lower-case ASCII words with one space between them, none at the ends.
    """
    text = text.lower()
    for pattern, replacement in _PATTERNS:
        text = pattern.sub(replacement, text)
    return " ".join(text.split())


def explain(text: str, language: str = "en") -> list[Explanation]:
    """Find the messages that a text contains.

    Only a message that is there whole, but for what `normalize` evens out, is found. A text with none of them gives an
    empty list rather than the nearest guess.

    Args:
        text: a traceback or a log, of any length.
        language: "ko" or "en", for the advice.

    Returns:
        What the pages know, the longest message first.

    Raises:
        ValueError: a language that the site does not have.
    """
    if language not in ("ko", "en"):
        raise ValueError(f"language must be 'ko' or 'en', not {language!r}")
    words = f" {normalize(text)} "
    found = [entry for entry in _entries() if f" {normalize(entry['message'])} " in words]
    found.sort(key=lambda entry: -len(entry["message"]))
    return [Explanation(entry["message"], entry["advice"][language], entry["path"]) for entry in found]


@cache
def _entries() -> list[dict]:
    """Return the messages of the error index; the tests write and check the file."""
    return json.loads(resources.files("torchmemo").joinpath("errors.json").read_text(encoding="utf-8"))
