"""torchmemo.devices: the variable against torch's own reading of it, the report on machines that are pretended."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from torchmemo.devices import Device, _add, device_report, main, parse_visible_devices

UUIDS = [f"GPU-{start}-d72c-4106-c12f-20bd9faed9f6" for start in ("8932f937", "8932aaaa", "00000000", "ffffffff")]
ENTRIES = st.one_of(
    st.integers(-2, 6).map(str),
    st.sampled_from(["", " 1", "2 ", "+3", "1gpu", "x", "GPU-8932", "GPU-0", "GPU-8932f937", UUIDS[1]]),
)


def as_torch_reads_it(text: str, count: int) -> list[int]:
    """Ask torch, whose answer still holds devices that are not there: it cuts those off later, as here."""
    old = os.environ.get("CUDA_VISIBLE_DEVICES")
    os.environ["CUDA_VISIBLE_DEVICES"] = text
    try:
        read = torch.cuda._parse_visible_devices()
    finally:
        os.environ.pop("CUDA_VISIBLE_DEVICES")
        if old is not None:
            os.environ["CUDA_VISIBLE_DEVICES"] = old
    if read and isinstance(read[0], str):
        return torch.cuda._transform_uuid_to_ordinals(read, UUIDS[:count])
    there = [index >= count for index in read]
    return read[: there.index(True)] if True in there else read


@given(st.lists(ENTRIES, max_size=5).map(",".join), st.integers(0, 4))
def test_the_variable_is_read_as_torch_reads_it(text, count):
    expected = as_torch_reads_it(text, count)
    found = parse_visible_devices(text, UUIDS[:count])
    if found != expected:  # torch looks for repeats in the whole text, this up to the first entry that is not there
        assert expected == []
        assert as_torch_reads_it(",".join(text.split(",")[: len(found)]), count) == found


@given(st.lists(st.integers(-3, 8), max_size=6), st.integers(0, 6))
def test_the_result_is_what_stands_before_the_first_invalid_entry(numbers, count):
    before = []
    for number in numbers:
        if not 0 <= number < count:
            break
        before.append(number)
    expected = before if len(set(before)) == len(before) else []
    assert parse_visible_devices(",".join(map(str, numbers)), count) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, [0, 1, 2, 3]),
        ("", []),
        ("-1", []),
        ("2,3", [2, 3]),
        ("3,1", [3, 1]),
        ("0,2,-1,1", [0, 2]),
        ("1,9,2", [1]),
        ("1,1", []),
        (" 1 , 2", [1, 2]),
        ("GPU-8932f937", [0]),
        ("GPU-8932", []),  # two begin so
        ("GPU-ffff,GPU-0", [3, 2]),
        ("GPU-ffff,0", [3]),
        ("NoDevFiles", []),
    ],
)
def test_the_variable_by_hand(text, expected):
    assert parse_visible_devices(text, UUIDS) == expected


def test_the_variable_refuses_what_it_cannot_know():
    with pytest.raises(ValueError, match=r"'MIG-1/2/0' names a slice of a device \(MIG\)"):
        parse_visible_devices("MIG-1/2/0", 4)
    with pytest.raises(ValueError, match="'GPU-1' names devices by UUID: pass the UUIDs"):
        parse_visible_devices("GPU-1", 4)
    with pytest.raises(ValueError, match="available must be 0 or more, not -1"):
        parse_visible_devices("0", -1)
    with pytest.raises(TypeError, match=r"not one text: pass \['GPU-1'\]"):
        parse_visible_devices("0", "GPU-1")


def pretend(monkeypatch, kind, count=1, **properties):
    """Pretend a machine with accelerators of a kind; None: a torch that was built for the CPU alone."""
    device = torch.device(kind) if kind else None
    monkeypatch.setattr(torch.accelerator, "current_accelerator", lambda check_available=False: device)
    monkeypatch.setattr(torch.accelerator, "is_available", lambda: count > 0)
    monkeypatch.setattr(torch.accelerator, "device_count", lambda: count)
    monkeypatch.setattr(torch.cuda, "init", lambda: None)
    monkeypatch.setattr("torchmemo.devices._add", lambda device: None)
    ask = {"get_device_properties": lambda index: SimpleNamespace(**properties)} if properties else {}
    monkeypatch.setattr(torch, "get_device_module", lambda kind: SimpleNamespace(**ask))


def test_a_machine_with_two_gpus(monkeypatch, capsys):
    pretend(monkeypatch, "cuda", 2, name="H100", total_memory=80 * 2**30, major=9, minor=0)
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "2,3")
    report = device_report()
    assert report.devices == (Device(0, "H100", 80 * 2**30, "9.0"), Device(1, "H100", 80 * 2**30, "9.0"))
    assert (report.use, report.problem, report.visible) == ("cuda", None, "2,3")
    main([])
    assert "device 1 H100, 80.0 GiB, compute capability 9.0" in capsys.readouterr().out
    main(["--json"])
    assert json.loads(capsys.readouterr().out)["devices"][1]["memory"] == 80 * 2**30


@pytest.mark.parametrize("kind", ["mps", "xpu"])
def test_another_accelerator_that_says_little(monkeypatch, capsys, kind):
    pretend(monkeypatch, kind)
    report = device_report()
    assert (report.use, report.built_for, report.devices) == (kind, kind.upper(), (Device(0, None, None, None),))
    main([])
    assert f'device 0 unnamed\nuse      torch.device("{kind}")' in capsys.readouterr().out


def test_a_torch_for_the_cpu_alone(monkeypatch):
    pretend(monkeypatch, None)
    report = device_report()
    assert (report.use, report.built_for, report.devices) == ("cpu", "CPU", ())
    assert report.problem.startswith("this torch was built for the CPU alone")


def test_an_accelerator_that_is_not_there(monkeypatch):
    pretend(monkeypatch, "mps", count=0)
    report = device_report()
    assert (report.use, report.problem) == ("cpu", "torch finds no MPS device")


def test_a_driver_that_fails(monkeypatch):
    pretend(monkeypatch, "cuda")

    def fail():
        raise RuntimeError("CUDA driver initialization failed, you might not have a CUDA gpu.\nmore")

    monkeypatch.setattr(torch.cuda, "init", fail)
    report = device_report()
    assert report.use == "cpu"
    assert report.problem.startswith("CUDA driver initialization failed")

    def fail_late():
        raise torch.cuda.DeferredCudaCallError("CUDA call failed lazily at initialization")

    monkeypatch.setattr(torch.cuda, "init", fail_late)
    assert device_report().problem == "CUDA call failed lazily at initialization"


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        (
            "Unexpected error from cudaGetDeviceCount(). Did you run some cuda functions before calling "
            "NumCudaDevices() that might have already set an error? Error 802: system not yet initialized",
            "Error 802: system not yet initialized",
        ),
        (
            "CUDA unknown error - this may be due to an incorrectly set up environment, e.g. changing env variable "
            "CUDA_VISIBLE_DEVICES after program start. Setting the available devices to be zero.",
            "after program start. Setting the available devices to be zero.",
        ),
        ("\nThe driver\nis old.\n\nDevice-side assertion tracking ...", "The driver is old."),
        ("", "RuntimeError"),
    ],
)
def test_the_cause_is_kept(monkeypatch, capsys, said, problem):
    pretend(monkeypatch, "cuda")

    def fail():
        raise RuntimeError(said)

    monkeypatch.setattr(torch.cuda, "init", fail)
    assert device_report().problem.endswith(problem)
    main([])
    assert problem in capsys.readouterr().out


def test_what_caused_the_error_is_told(monkeypatch):
    pretend(monkeypatch, "cuda")

    def fail():
        raise RuntimeError("no CUDA") from OSError("libcuda.so.1: cannot open shared object file")

    monkeypatch.setattr(torch.cuda, "init", fail)
    assert device_report().problem == "no CUDA; because: libcuda.so.1: cannot open shared object file"


def test_a_gpu_that_runs_no_kernel_is_not_recommended(monkeypatch, capsys):
    """Seen by torch, too old for it: only a kernel tells."""
    pretend(monkeypatch, "cuda", 2, name="P100", total_memory=16 * 2**30, major=6, minor=0)
    old = "CUDA error: no kernel image is available for execution on the device"

    def run(device):
        if device.index in broken:
            raise RuntimeError(old)

    monkeypatch.setattr("torchmemo.devices._add", run)
    broken = {0, 1}
    report = device_report()
    assert (report.use, report.problem) == ("cpu", old)
    assert [device.problem for device in report.devices] == [old, old]
    broken = {0}
    report = device_report()
    assert (report.use, report.problem, report.devices[1].problem) == ("cuda:1", None, None)
    main([])
    assert f"computes nothing: {old}\n" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["current_accelerator", "is_available", "device_count"])
def test_whatever_fails_inside_is_reported(monkeypatch, name):
    pretend(monkeypatch, "cuda")

    def fail(*args, **options):
        raise AssertionError(f"{name} broke")

    monkeypatch.setattr(torch.accelerator, name, fail)
    report = device_report()
    assert (report.use, report.problem) == ("cpu", f"{name} broke")


def test_a_backend_without_a_module_is_reported(monkeypatch):
    pretend(monkeypatch, "xpu")

    def fail(kind):
        raise RuntimeError("no module for privateuseone")

    monkeypatch.setattr(torch, "get_device_module", fail)
    report = device_report()
    assert (report.use, report.problem) == ("cpu", "no module for privateuseone")


def test_the_kernel_itself_runs_and_is_looked_at(monkeypatch):
    _add(torch.device("cpu"))
    monkeypatch.setattr(torch, "ones", lambda *args, **options: torch.zeros(2))
    with pytest.raises(RuntimeError, match=r"1 \+ 1 \+ 1 \+ 1 is 2.0 on cpu"):
        _add(torch.device("cpu"))


def test_this_machine_with_its_gpus_hidden():
    """For real, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "torchmemo.devices", "--json"],
        env={**os.environ, "CUDA_VISIBLE_DEVICES": ""},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    report = json.loads(done.stdout)
    assert (report["torch"], report["visible"]) == (torch.__version__, "")
    if report["built_for"].startswith(("CUDA", "CPU")):
        assert (report["use"], report["devices"]) == ("cpu", [])
        assert report["problem"]
