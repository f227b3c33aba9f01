"""Turn the wordings of docs/errors.toml into the patterns that Python and the browser both look for.

A wording is what the message says, with slots where readers' messages differ: ``<n>`` a number, ``<w>`` one name,
``<*>`` anything short, ``<dtype>`` a dtype in any of its spellings, ``<t>`` the ``Float`` of ``torch.FloatTensor``; and
``{one|another}`` where the wording itself differs. A choice of one, ``{Long}``, is what the library
puts in at run time. A pattern sees the message without spaces, signs and case, so that it
does not matter where a terminal has wrapped it, or what a log file has done to the quotation marks.
"""

from __future__ import annotations

import re
from functools import cache

from sitekit import ContentError

_KINDS = "float64|float32|float16|bfloat16|float8[a-z0-9]{1,10}|double|float|half|longint|long|unsignedchar|signedchar"
_KINDS += "|uint64|uint32|uint16|uint8|int64t|int64|int32|int16|int8|int|short|char|byte|bool"
_KINDS += "|complex(?:128|64|32|float|double|half)|cfloat|cdouble|quint8|qint8|qint32"
SLOTS = {  # as they look without spaces and signs, and how many characters they may take
    "n": (r"\d{1,40}", 40),
    "w": (r"[a-z0-9]{1,80}?", 80),
    "*": (r"[a-z0-9]{0,400}?", 400),
    "dtype": (rf"(?:torch)?(?:struct)?(?:c10)?(?:{_KINDS})(?:tensor|type)?", 40),
    "t": ("(?:float|double|half|bfloat16|long|int|short|char|byte|bool)", 10),
}
_PART = re.compile(r"<(?P<slot>n|w|\*|dtype|t)>|\{(?P<choice>[^{}]*)\}")


def parts(wording: str) -> list[tuple[str, str]]:
    """Split a wording into ("text", literal), ("slot", name) and ("choice", "one|another")."""
    found, end = [], 0
    for part in _PART.finditer(wording):
        if part.start() > end:
            found.append(("text", wording[end : part.start()]))
        found.append(("slot", part["slot"]) if part["slot"] else ("choice", part["choice"]))
        end = part.end()
    if end < len(wording):
        found.append(("text", wording[end:]))
    return found


def shown(wording: str) -> str:
    """Return a wording as a reader knows it: with an ellipsis for a slot, and the first of what it may say."""
    texts = {"text": lambda value: value, "slot": lambda value: "…", "choice": lambda value: value.split("|")[0]}
    return "".join(texts[kind](value) for kind, value in parts(wording))


def squeezed(text: str) -> str:
    """Return a text's ASCII letters and digits alone, in lower case."""
    return re.sub(r"[^a-z0-9]+", "", text.lower())


@cache
def pattern(wording: str) -> dict:
    """Return what is looked for, by the name that the readers of errors.json know it under.

    Returns:
        `regex`, for a text without spaces and signs; `words`, which such a text holds if it holds the message;
        `anchor`, the longest part that is the same for everyone, with `before` and `after`, how far the message may
        reach from it; `weight`, how many characters decide; `starts` and `ends`, whether a word begins and ends there.

    Raises:
        ContentError: a wording with too little in it that is its own.
    """
    found = _without_ends(parts(wording))
    regex, widths, texts = "", [], []
    for kind, value in found:
        if kind == "slot":
            regex, width = regex + SLOTS[value][0], SLOTS[value][1]
        elif kind == "choice":
            choices = sorted(map(squeezed, value.split("|")), key=lambda choice: (-len(choice), choice))
            regex, width = regex + f"(?:{'|'.join(choices)})", max(map(len, choices))
        else:
            regex, width = regex + squeezed(value), len(squeezed(value))
            texts.append((len(widths), squeezed(value)))
        widths.append(width)
    if not texts:
        raise ContentError(f"docs/errors.toml: the wording '{wording}' has nothing that is the same for everyone")
    index, anchor = max(texts, key=lambda text: len(text[1]))
    weight = sum(len(text) for _, text in texts) + sum(
        min(len(squeezed(choice)) for choice in value.split("|")) for kind, value in found if kind == "choice"
    )
    return {
        "regex": regex,
        "words": _words(parts(wording)),
        "anchor": anchor,
        "before": sum(widths[:index]),
        "after": sum(widths[index:]),
        "weight": weight,
        "starts": found[0] == parts(wording)[0],
        "ends": found[-1] == parts(wording)[-1],
    }


def _without_ends(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Drop the slots that a wording begins and ends with, and the signs around them: anything may stand there."""
    kept = [
        index for index, (kind, value) in enumerate(found) if kind == "choice" or (kind == "text" and squeezed(value))
    ]
    if not kept:
        return []
    first = kept[0] if any(kind == "slot" for kind, _ in found[: kept[0]]) else 0
    last = kept[-1] if any(kind == "slot" for kind, _ in found[kept[-1] :]) else len(found) - 1
    return found[first : last + 1]


def _words(found: list[tuple[str, str]]) -> list[str]:
    """Return the words of a wording that stand by themselves in every message: none that touches a slot."""
    words = []
    for index, (kind, value) in enumerate(found):
        if kind == "text":
            text = value.lower()
            if index and text[:1].isalnum():
                text = re.sub(r"^[a-z0-9]+", "", text)
            if index + 1 < len(found) and text[-1:].isalnum():
                text = re.sub(r"[a-z0-9]+$", "", text)
            words += [word for word in re.findall(r"[a-z0-9]+", text) if len(word) > 1]
    return list(dict.fromkeys(words))
