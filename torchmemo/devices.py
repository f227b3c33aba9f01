"""Which devices there are, which of them a program sees, and why it sees none."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING or find_spec("torch"):  # parse_visible_devices needs none
    import torch


@dataclass(frozen=True)
class Device:
    """One accelerator that the program can use.

    Attributes:
        index: as torch counts, after CUDA_VISIBLE_DEVICES.
        name: the vendor's, or None where the backend has none.
        memory: in bytes, or None where the backend does not say.
        capability: CUDA's compute capability, such as "9.0", or None elsewhere.
        problem: why it computes nothing, or None where it added two numbers when asked.
    """

    index: int
    name: str | None
    memory: int | None
    capability: str | None
    problem: str | None = None


@dataclass(frozen=True)
class DeviceReport:
    """What a program finds on its machine.

    Attributes:
        torch: its version.
        built_for: what torch was built for, such as "CUDA 13.2", or "CPU".
        visible: CUDA_VISIBLE_DEVICES as the environment has it (HIP_VISIBLE_DEVICES, where torch was built for ROCm and
            that is set), or None.
        devices: those that torch sees, none on a machine without; one that computes nothing says why.
        use: the device to compute on: "cuda", "mps", ..., "cpu"; with an index where the first does not compute.
        problem: why no accelerator computes, with the cause that torch gives, or None where one does.
    """

    torch: str
    built_for: str
    visible: str | None
    devices: tuple[Device, ...]
    use: str
    problem: str | None


def parse_visible_devices(text: str | None, available: int | Sequence[str]) -> list[int]:
    """Return which devices CUDA_VISIBLE_DEVICES leaves, in the order in which a program counts them.

    The first entry that names no device ends the list, and the ones before it count (CUDA's guide). A device that is
    named twice leaves none at all, and spaces and letters after a number are ignored (torch; the guide does not say).
    ROCm's and XPU's own variables are not read here.

    Args:
        text: the variable's value, or None where it is not set, which leaves all.
        available: the number of devices, or their UUIDs as ``nvidia-smi -L`` prints them, which entries such as
            ``"GPU-8932f937"`` need.

    Returns:
        Indices into the machine's own devices, in the program's order.

    Raises:
        TypeError: `available` is one text, not a list of them.
        ValueError: a number of devices under 0; the text begins with ``MIG-``, since slices of a device are not listed
            here; it begins with ``GPU-`` where only a number of devices is known.

    Source:
        CUDA C++ Programming Guide 13, CUDA environment variables; torch 2.15, torch.cuda._parse_visible_devices.
    """
    if isinstance(available, str):
        raise TypeError(f"available must be a number or a list of UUIDs, not one text: pass [{available!r}]")
    if isinstance(available, int) and available < 0:
        raise ValueError(f"available must be 0 or more, not {available}")
    uuids, count = (None, available) if isinstance(available, int) else (list(available), len(available))
    if text is None:
        return list(range(count))
    if text.startswith("MIG-"):
        raise ValueError(f"{text!r} names a slice of a device (MIG): ask nvidia-smi -L which device it belongs to")
    found: list[int] = []
    by_uuid = text.startswith("GPU-")
    if by_uuid and uuids is None:
        raise ValueError(f"{text!r} names devices by UUID: pass the UUIDs that nvidia-smi -L prints, not their number")
    for entry in text.split(","):
        if by_uuid:
            same = [
                index for index, uuid in enumerate(uuids or []) if entry.startswith("GPU-") and uuid.startswith(entry)
            ]
            index = same[0] if len(same) == 1 else -1
        else:
            number = re.match(r"\s*[+-]?[0-9]+", entry)  # what follows the digits is not looked at
            index = int(number[0]) if number else -1
        if not 0 <= index < count:
            break
        if index in found:
            return []
        found.append(index)
    return found


def device_report() -> DeviceReport:
    """Find out what there is to compute on, by computing on it.

    With torch installed, it raises nothing on any machine: what torch raises becomes the report's `problem`, with its
    cause. Asking starts CUDA, so call it after CUDA_VISIBLE_DEVICES is set.

    Returns:
        The report. A device counts as usable once it has added two numbers. A GPU that is too old for this torch is
        seen, and runs nothing.

    Raises:
        ImportError: torch is not installed.

    Source:
        PyTorch 2.15 documentation, torch.accelerator.
    """
    if not find_spec("torch"):
        raise ImportError(
            "torch is not installed for this Python, so there is nothing to ask: pip install 'torchmemo[torch]', or "
            "the build of torch that suits the machine",
            name="torch",
        )
    kind, built_for, devices, problem = None, "CPU", [], None
    try:
        built = torch.accelerator.current_accelerator()  # what torch was built for, whether it is there or not
        kind = built.type if built else None
        built_for = _built_for(kind)
        if kind is None:
            problem = "this torch was built for the CPU alone; install one that was built for the accelerator"
        else:
            devices = _devices(kind, built_for)
    except Exception as error:  # CUDA raises more kinds than one
        problem = _said(error)
    working = [device for device in devices if not device.problem]
    if devices and not working:
        problem = devices[0].problem
    use = "cpu"
    if working and kind:
        use = kind if working[0] == devices[0] else f"{kind}:{working[0].index}"
    return DeviceReport(
        torch=torch.__version__,
        built_for=built_for,
        visible=(os.environ.get("HIP_VISIBLE_DEVICES") if torch.version.hip else None)
        or os.environ.get("CUDA_VISIBLE_DEVICES"),
        devices=tuple(devices),
        use=use,
        problem=problem,
    )


def _built_for(kind: str | None) -> str:
    """Return what torch was built for, with its version where it has one."""
    if kind != "cuda":
        return kind.upper() if kind else "CPU"
    return f"ROCm {torch.version.hip}" if torch.version.hip else f"CUDA {torch.version.cuda}"


def _devices(kind: str, built_for: str) -> list[Device]:
    """Ask a backend for its devices, each of which may fail by itself."""
    if kind == "cuda":
        torch.cuda.init()  # says why it cannot, where is_available() says no
    if not torch.accelerator.is_available():
        raise RuntimeError(f"torch finds no {built_for.split()[0]} device")
    return [_device(kind, index) for index in range(torch.accelerator.device_count())]


def _device(kind: str, index: int) -> Device:
    """Ask a backend for what it knows of a device, not every one of which has every question, and add two numbers."""
    properties, problem = None, None
    try:
        if ask := getattr(torch.get_device_module(kind), "get_device_properties", None):
            properties = ask(index)
        _add(torch.device(kind, index))
    except Exception as error:
        problem = _said(error)
    major, minor = (getattr(properties, part, None) for part in ("major", "minor"))
    return Device(
        index=index,
        name=getattr(properties, "name", None),
        memory=getattr(properties, "total_memory", None),
        capability=None if major is None or minor is None or torch.version.hip else f"{major}.{minor}",
        problem=problem,
    )


def _add(device: torch.device) -> None:
    """Run one kernel on a device, and look at what it gives."""
    if (found := (torch.ones(2, device=device) + 1).sum().item()) != 4:
        raise RuntimeError(f"1 + 1 + 1 + 1 is {found} on {device}")


def _said(error: BaseException) -> str:
    """Return what an error says, and what caused it, in one line."""
    said = []
    seen: BaseException | None = error
    for _ in range(3):
        if seen is None:
            break
        words = " ".join(str(seen).strip().split("\n\n")[0].split()) or type(seen).__name__  # the first paragraph
        if not any(words in other for other in said):
            said.append(words)
        seen = seen.__cause__ or seen.__context__
    return "; because: ".join(said)


def main(arguments: list[str] | None = None) -> int:
    """Print the report, for people or as JSON.

    Args:
        arguments: of the command line, without the program's name; None for the process's own.

    Returns:
        0 with a report, whatever it says, and 1 without torch, which is the exit status.
    """
    parser = argparse.ArgumentParser(
        prog="python -m torchmemo.devices",
        description="What torch can compute on here.",
        epilog="Exit status: 0 with a report, whatever it says; 1 where torch is not installed.",
    )
    parser.add_argument("--json", action="store_true", help="for programs")
    options = parser.parse_args(arguments)
    try:
        report = device_report()
    except ImportError as error:
        print(f"{parser.prog}: {error}", file=sys.stderr)
        return 1
    if options.json:
        print(json.dumps(asdict(report), indent=2))
        return 0
    print(f"torch    {report.torch}, built for {report.built_for}")
    if report.built_for.startswith(("CUDA", "ROCm")):  # other backends have no such variable
        print("visible ", "all" if report.visible is None else report.visible or "none: the variable is empty")
    for device in report.devices:
        facts = [device.name or "unnamed"]
        if device.memory:
            facts.append(f"{device.memory / 2**30:.1f} GiB")
        if device.capability:
            facts.append(f"compute capability {device.capability}")
        print(f"device {device.index}".ljust(8), ", ".join(facts))
        if device.problem and device.problem != report.problem:
            print("         computes nothing:", device.problem)
    if report.problem:
        print("problem ", report.problem)
    print(f'use      torch.device("{report.use}")')
    return 0


if __name__ == "__main__":
    sys.exit(main())
