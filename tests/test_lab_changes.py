"""A lab can be changed and run again in the same kernel, and what it says of its changes is so."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from nbclient import NotebookClient
from support import labs
from support.shell import ABORTED, ATTEMPTS

LABS = {source.stem: source for source in labs.labs()}


@dataclass(frozen=True)
class Change:
    """A change of one of a lab's cells, and lines that must and must not be printed after it."""

    lab: str
    old: str
    new: str
    printed: tuple[str, ...]
    not_printed: tuple[str, ...] = ()


CHANGES = [
    Change(
        "two_processes",
        "batch_size, num_epochs, lr = 64, 3, 0.1",
        "batch_size, num_epochs, lr = 63, 3, 0.2",
        ("plain: 29 steps an epoch", "ddp: 2 processes with 31", "plain and ddp.0: apart", "ddp.0 and ddp.1: the same"),
    ),
    Change(
        "streaming_ols",
        "1e-6 * x[:, 2]",
        "1e-3 * x[:, 2]",
        ("sums : off by under 1e-6 True", "lstsq: off by under 1e-6 True", "QR   : off by under 1e-6 True"),
    ),
    Change(
        "streaming_ols",
        "rows, features = 10_000, 8",
        "rows, features = 10_000, 12",
        ("2 processes, 182 numbers sent", "the same to 1e-12: True"),
        ("the same to 1e-12: False", "90 numbers"),  # as where a module that was changed is not read anew
    ),
    Change(
        "fit_a_line",
        "[1.0, 1e-3, 1e-6]",
        "[1.0, 1e-3, 1e-11]",
        ("1e13: off by under 1e-4 {'normal': False, 'lstsq': False}",),
    ),
    Change("fit_a_line", "delta=60.0", "delta=600.0", ("Huber, mistyped  slope 11.5",)),
    Change("digits", "nn.Dropout(0.25)", "nn.Dropout(0.0)", ("in train(): True", "test: ")),
    Change("digits", "max_lr=0.02", "max_lr=2.0", ("% of the validation data, over 97%: False",)),
    Change("digits", "optimizer.zero_grad()", "pass", ("% of the validation data, over 97%: False",)),
    Change("which_survive", "at = 36", "at = 12", ("beside s1: s1 0.0, s2 0.0", "without s1: s2 0.0")),
]


class Kernel:
    """A lab's notebook in a kernel that is not restarted."""

    def __init__(self, source: Path, folder: Path):
        self.notebook = labs.notebook(source, "en")
        self.client = NotebookClient(
            self.notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(folder)}}
        )

    def run(self, first: int = 0) -> str:
        """Run the cells from one on, and return what they printed."""
        said = []
        for index, cell in enumerate(self.notebook.cells):
            if index >= first and cell.cell_type == "code":
                self.client.execute_cell(cell, index)
                said += [output["text"] for output in cell.outputs if output.get("name") == "stdout"]
        return "".join(said)

    def change(self, old: str, new: str) -> int:
        """Change a cell, and return which it is."""
        (index,) = [n for n, cell in enumerate(self.notebook.cells) if cell.cell_type == "code" and old in cell.source]
        cell = self.notebook.cells[index]
        assert cell.source.count(old) == 1
        cell.source = cell.source.replace(old, new)
        return index


@pytest.mark.parametrize("lab", [pytest.param(name, id=f"labs/{name}") for name in sorted({c.lab for c in CHANGES})])
def test_a_lab_is_changed_and_run_again_without_restarting(lab, tmp_path):
    kernel = Kernel(LABS[lab], tmp_path)
    with kernel.client.setup_kernel():
        before, last = kernel.run(), len(kernel.notebook.cells)
        for change in (change for change in CHANGES if change.lab == lab):
            changed = kernel.change(change.old, change.new)
            after = again(kernel, min(changed, last))  # what was changed before is as it was again
            assert change.printed[0] not in before
            for line in change.printed:
                assert line in after, f"{change.new}: {after}"
            for line in change.not_printed:
                assert line not in after, f"{change.new}: {after}"
            last = kernel.change(change.new, change.old)


def again(kernel: Kernel, index: int) -> str:
    """Run the cells from one on, once more where gloo aborted a process at its end."""
    for attempt in range(ATTEMPTS):
        try:
            return kernel.run(index)
        except Exception as error:
            if ABORTED not in str(error) or attempt == ATTEMPTS - 1:
                raise
    raise AssertionError


def test_every_lab_that_writes_code_to_files_is_changed():
    writes = {name for name, source in LABS.items() if "write_text(" in source.read_text(encoding="utf-8")}
    assert writes <= {change.lab for change in CHANGES}
