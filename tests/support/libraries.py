"""Find the text of a message in the files of the installed libraries."""

from __future__ import annotations

import mmap
import platform
import re
import struct
import sysconfig
from functools import cache
from importlib import metadata
from pathlib import Path

from sitekit.error_index import Entry
from sitekit.wordings import parts, squeezed

# The library that a folder of site-packages belongs to.
FOLDERS = {
    "torch": "torch",
    "torchvision": "torchvision",
    "accelerate": "accelerate",
    "numpy": "numpy",
    "tensorboard": "tensorboard",
    "safetensors": "safetensors",
    "PIL": "pillow",
    "triton": "triton",
    "nvidia/cu13/lib": "nvidia-cuda-runtime",  # and cuBLAS
    "nvidia/cudnn/lib": "nvidia-cudnn-cu13",
    "nvidia/nccl/lib": "nvidia-nccl-cu13",
}
SITE_PACKAGES = Path(metadata.distribution("torch").locate_file("")).resolve()
STANDARD = Path(sysconfig.get_paths()["stdlib"]).resolve()  # Python's own library
_LITERALS = re.compile(r"""["']\s*(?:\\\n|\n)?\s*[fFrRbBuU]{0,2}["']""")  # two string literals in a row are one text


def literals(wording: str) -> list[str]:
    """Return the parts of a wording that are the same for everyone and long enough to be looked for."""
    found = [text for kind, text in parts(wording) if kind == "text" and len(squeezed(text)) >= 6]
    return found or [max((text for kind, text in parts(wording) if kind == "text"), key=len)]


def find(entry: Entry) -> dict[str, str] | None:
    """Return the file that has a wording of an entry, and the wording; None if no library has one."""
    for wording in (entry.read,) if entry.read else (*entry.wordings, *entry.hinted):
        for path in _files():
            if holds(path, wording):
                return _proof(path, wording)
    return None


def holds(path: Path, wording: str) -> bool:
    """Tell whether a file has every literal part of a wording."""
    if path.suffix == ".py":
        text = _source(path)
        return all(squeezed(part) in text for part in literals(wording))
    return all(_in_binary(path, part) for part in literals(wording))


def _proof(path: Path, wording: str) -> dict[str, str]:
    if path.is_relative_to(STANDARD):
        library, name = "Python", path.relative_to(STANDARD)
    else:
        name = path.relative_to(SITE_PACKAGES)
        library = next(library for folder, library in FOLDERS.items() if name.is_relative_to(folder))
    return {"library": library, "version": version(library), "file": name.as_posix(), "wording": wording}


def version(library: str) -> str:
    """Return the version that is installed."""
    if library == "Python":
        return ".".join(platform.python_version_tuple()[:2])
    return metadata.version(library).partition("+")[0]


def path_of(proof: dict[str, str]) -> Path:
    """Return the file that a proof names."""
    return (STANDARD if proof["library"] == "Python" else SITE_PACKAGES) / proof["file"]


@cache
def _files() -> list[Path]:
    """Return the files to look in: sources first, then binaries."""
    sources, binaries = [], []
    for root in (
        *(SITE_PACKAGES / folder for folder in FOLDERS),
        STANDARD / "multiprocessing",
        STANDARD / "lib-dynload",
    ):
        sources += [path for path in sorted(root.rglob("*.py")) if not {"test", "tests", "testing"} & {*path.parts}]
        binaries += [path for path in sorted(root.rglob("*.so*")) if path.is_file() and "libtorch.so" not in path.name]
    sources += [STANDARD / "pickle.py", STANDARD / "subprocess.py"]
    return sources + binaries


@cache
def _source(path: Path) -> str:
    return squeezed(_LITERALS.sub("", path.read_text(encoding="utf-8", errors="replace")))


@cache
def _read_only(path: Path) -> tuple[mmap.mmap, list[tuple[int, int]]]:
    """Return a binary and where its constants are: its code, up to half a gigabyte, has no messages."""
    with path.open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    if data[:4] != b"\x7fELF":
        return data, [(0, len(data))]
    table = struct.unpack_from("<Q", data, 0x28)[0]
    size, count, names_index = struct.unpack_from("<HHH", data, 0x3A)
    headers = [struct.unpack_from("<IIQQQQ", data, table + index * size) for index in range(count)]
    names = headers[names_index][4]
    found = []
    for name, _, _, _, offset, length in headers:
        label = data[names + name : data.find(b"\0", names + name)]
        if b"rodata" in label:
            found.append((offset, offset + length))
    return data, found or [(0, len(data))]


@cache
def _in_binary(path: Path, text: str) -> bool:
    data, spans = _read_only(path)
    return any(data.find(text.strip().encode(), start, end) >= 0 for start, end in spans)
