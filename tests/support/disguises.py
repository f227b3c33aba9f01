"""Messages of the index as readers might paste them: filled in, in a traceback, and disguised."""

from __future__ import annotations

import html
import json
import random
import re
import textwrap

from sitekit.error_index import Entry
from sitekit.wordings import parts

FILLED = {
    "n": ["3", "17", "224", "4096"],
    "w": ["encoder", "_ConvHead2", "layers_0_weight", "MyNet"],
    "*": ["3, 224, 224", "net.conv1", "0", "'x'"],
    "dtype": ["float", "c10::Half", "torch.float64", "unsigned char", "torch.HalfTensor", "BFloat16"],
    "t": ["Float", "Half", "Double"],
}
TRACEBACK = """Traceback (most recent call last):
  File "/home/reader/project/train.py", line {line}, in main
    loss = model(batch["x"])  # torch
  File "/opt/venv/lib/python3.12/site-packages/torch/nn/modules/module.py", line 1751, in _call_impl
    return forward_call(*args, **kwargs)
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
{message}
"""


def message(wording: str, chance: random.Random) -> str:
    """Return a message with a wording, its slots filled and its choices made."""
    text = ""
    for kind, value in parts(wording):
        if kind == "slot":
            text += chance.choice(FILLED[value])
        else:
            text += chance.choice(value.split("|")) if kind == "choice" else value
    return text


def pasted(entry: Entry, wording: str, chance: random.Random) -> str:
    """Return a traceback (for a warning, its two lines) with a message of an entry, and what it needs beside it."""
    said = message(wording, chance)
    if wording in entry.hinted:
        said += "".join(f"\n# {part}" for part in entry.needs[0].split(" && "))
    if entry.kind == "warning":
        return f"/home/reader/project/train.py:{chance.randint(1, 300)}: UserWarning: {said}\n  run()\n"
    headed = re.match(r"[\w.]*(?:Error|Exception|Unsupported)\b", said)
    return TRACEBACK.format(line=chance.randint(1, 300), message=said if headed else f"RuntimeError: {said}")


def rank(text: str, chance: random.Random) -> str:
    number = chance.randint(0, 7)
    return "\n".join(f"[rank{number}]: {line}" for line in text.split("\n"))


def container(text: str, chance: random.Random) -> str:
    return "\n".join(f"trainer-{chance.randint(0, 1)}  | {line}" for line in text.split("\n"))


def logger(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    return "\n".join(f"2025-03-0{1 + n % 9} 12:00:{n % 60:02d},123 - train - ERROR - {x}" for n, x in enumerate(lines))


def launcher(text: str, chance: random.Random) -> str:
    return "\n".join(f"<node-{chance.randint(10, 99)}.gpu> {line}" for line in text.split("\n"))


def wrapped(text: str, chance: random.Random) -> str:
    """As a narrow terminal's text is copied: broken anywhere, inside words as well."""
    width = chance.randint(37, 90)
    return "\n".join(line[at : at + width] for line in text.split("\n") for at in range(0, len(line) or 1, width))


def folded(text: str, chance: random.Random) -> str:
    """As mail and forums fold it, between words."""
    width = chance.randint(40, 90)
    return "\n".join(textwrap.fill(line, width, drop_whitespace=False) for line in text.split("\n"))


def colored(text: str, chance: random.Random) -> str:
    return re.sub(r"\b(\w*Error|\d+)\b", "\x1b[1;31m\\1\x1b[0m", text)


def half_colored(text: str, chance: random.Random) -> str:
    """As a log viewer shows colors: without the character that begins them."""
    return colored(text, chance).replace("\x1b", "")


def as_json(text: str, chance: random.Random) -> str:
    return json.dumps({"level": "error", "log": text, "stream": "stderr"})


def as_html(text: str, chance: random.Random) -> str:
    return f'<pre><span class="ansi-red-fg">{html.escape(text)}</span></pre>'


def as_markdown(text: str, chance: random.Random) -> str:
    return "\n".join(f"> {line}" for line in text.replace("_", "\\_").replace("*", "\\*").split("\n"))


def spaced(text: str, chance: random.Random) -> str:
    """With characters that cannot be seen, as copied from a web page."""
    return "".join(c + ("\u200b" if chance.random() < 0.05 else "") for c in text)


def windows(text: str, chance: random.Random) -> str:
    text = text.replace("/home/reader/project/", "C:\\new\\project\\").replace(
        "/opt/venv/lib/python3.12/", "C:\\Py\\Lib\\"
    )
    return text.replace("\n", "\r\n")


def in_a_log(text: str, chance: random.Random) -> str:
    before = "".join(f"epoch {n} loss {chance.random():.4f}\n" for n in range(chance.randint(1, 200)))
    return f"{before}{text}\nwandb: Synced 5 files\n"


def in_korean(text: str, chance: random.Random) -> str:
    return f"학습을 돌렸더니 아래 오류가 난다.\n```\n{text}\n```\n어떻게 고쳐야 하나요?"


def notebook(text: str, chance: random.Random) -> str:
    """As a notebook shows it: torch's own source around the arrow, which says other messages."""
    last = text.rstrip("\n").split("\n")[6:] if text.startswith("Traceback") else [text]
    name = last[0].partition(":")[0]
    return f"""---------------------------------------------------------------------------
{name}                              Traceback (most recent call last)
Cell In[7], line 3
      1 for batch in loader:
      2     # CUDA out of memory
----> 3     loss = model(batch["x"])  # torch

File ~/venv/lib/python3.11/site-packages/torch/nn/modules/module.py:1532, in Module._wrapped_call_impl(self, *args)
   1530     return self._compiled_call_impl(*args, **kwargs)
   1531 else:
-> 1532     raise TypeError("img should be Tensor Image. Got {{}}".format(type(args)))
   1533     # stack expects each tensor to be equal size

""" + "\n".join(last)


DISGUISES = [
    rank, container, logger, launcher, wrapped, folded, colored, half_colored, as_json, as_html, as_markdown, spaced,
    windows, in_a_log, in_korean, notebook,
]  # fmt: skip
