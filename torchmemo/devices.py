"""Which devices there are, which of them a program sees, and why it sees none."""

from __future__ import annotations

import argparse
import json
import os
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import torch


@dataclass(frozen=True)
class Device:
    """One accelerator that the program can use.

    Attributes:
        index: as torch counts, after CUDA_VISIBLE_DEVICES.
        name: the vendor's, or None where the backend has none.
        memory: in bytes, or None where the backend does not say.
        capability: CUDA's compute capability, such as "9.0", or None elsewhere.
    """

    index: int
    name: str | None
    memory: int | None
    capability: str | None


@dataclass(frozen=True)
class DeviceReport:
    """What a program finds on its machine.

    Attributes:
        torch: its version.
        built_for: what torch was built for, such as "CUDA 13.2", or "CPU".
        visible: CUDA_VISIBLE_DEVICES as the environment has it, or None.
        devices: those that can be used, none on a machine without.
        use: the type of device to compute on: "cuda", "mps", ..., "cpu".
        problem: why there is no accelerator, or None where there is one.
    """

    torch: str
    built_for: str
    visible: str | None
    devices: tuple[Device, ...]
    use: str
    problem: str | None


def parse_visible_devices(text: str | None, available: int | Sequence[str]) -> list[int]:
    """Return which devices CUDA_VISIBLE_DEVICES leaves, in the order in which a program counts them.

    The first entry that names no device ends the list, and the ones before it count; a device named twice leaves none
    at all. Neither is an error to CUDA.

    Args:
        text: the variable's value, or None where it is not set, which leaves all.
        available: the number of devices, or their UUIDs as ``nvidia-smi -L`` prints them, which entries such as
            ``"GPU-8932f937"`` need.

    Returns:
        Indices into the machine's own devices: the first is the program's ``cuda:0``.

    Raises:
        ValueError: the text begins with ``MIG-``, since slices of a device are not listed here; it begins with ``GPU-``
            where only a number of devices is known.

    Source:
        CUDA C++ Programming Guide 13, CUDA environment variables; torch 2.15, torch.cuda._parse_visible_devices.
    """
    uuids = None if isinstance(available, int) else list(available)
    count = available if uuids is None else len(uuids)
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
            same = [index for index, uuid in enumerate(uuids) if entry.startswith("GPU-") and uuid.startswith(entry)]
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
    """Find out what there is to compute on.

    It raises nothing on any machine: what torch raises becomes the report's `problem`. Asking starts CUDA, so call it
    after CUDA_VISIBLE_DEVICES is set.

    Returns:
        The report.

    Source:
        PyTorch 2.15 documentation, torch.accelerator.
    """
    built = torch.accelerator.current_accelerator()  # what torch was built for, whether it is there or not
    version = torch.version.cuda or torch.version.hip
    name = {"cuda": "ROCm" if torch.version.hip else "CUDA"}.get(built.type, built.type.upper()) if built else "CPU"
    built_for = f"{name} {version}" if built and built.type == "cuda" else name
    devices, problem = [], None
    if built is None:
        problem = "this torch was built for the CPU alone; install one that was built for the accelerator"
    else:
        module = torch.get_device_module(built.type)
        try:
            if built.type == "cuda":
                torch.cuda.init()
            if not torch.accelerator.is_available():
                raise RuntimeError(f"torch finds no {name} device")
            devices = [_device(module, index) for index in range(torch.accelerator.device_count())]
        except Exception as error:  # CUDA raises more kinds than one
            problem = str(error).split("\n")[0].split(". ")[0]
    return DeviceReport(
        torch=torch.__version__,
        built_for=built_for,
        visible=os.environ.get("CUDA_VISIBLE_DEVICES"),
        devices=tuple(devices),
        use=built.type if devices else "cpu",
        problem=problem,
    )


def _device(module, index: int) -> Device:
    """Ask a backend for what it knows of a device; not every backend has every question."""
    ask = getattr(module, "get_device_properties", None)
    properties = ask(index) if ask else None
    major, minor = (getattr(properties, part, None) for part in ("major", "minor"))
    return Device(
        index=index,
        name=getattr(properties, "name", None),
        memory=getattr(properties, "total_memory", None),
        capability=f"{major}.{minor}" if major is not None and minor is not None else None,
    )


def main(arguments: list[str] | None = None) -> None:
    """Print the report, for people or as JSON.

    Args:
        arguments: of the command line, without the program's name; None for the process's own.
    """
    parser = argparse.ArgumentParser(prog="python -m torchmemo.devices", description="What torch can compute on here.")
    parser.add_argument("--json", action="store_true", help="for programs")
    options = parser.parse_args(arguments)
    report = device_report()
    if options.json:
        print(json.dumps(asdict(report), indent=2))
        return
    print(f"torch    {report.torch}, built for {report.built_for}")
    print("visible ", "all" if report.visible is None else f"CUDA_VISIBLE_DEVICES={report.visible}")
    for device in report.devices:
        facts = [device.name or "unnamed"]
        if device.memory:
            facts.append(f"{device.memory / 2**30:.1f} GiB")
        if device.capability:
            facts.append(f"compute capability {device.capability}")
        print(f"{report.use}:{device.index}".ljust(8), ", ".join(facts))
    if report.problem:
        print("problem ", report.problem)
    print(f'use      torch.device("{report.use}")')


if __name__ == "__main__":
    main()
