"""Changes of labs: a lab can be changed and run again in the same kernel, and what it says of its changes is so."""

from __future__ import annotations

from dataclasses import dataclass

from nbclient import NotebookClient


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
        "[1.0, 1e-3, 1e-12]",
        ("1e14: off by under 1e-4 {'normal': False, 'lstsq': False}",),
    ),
    Change("fit_a_line", "delta=60.0", "delta=600.0", ("Huber, mistyped  slope 11.5",)),
    Change("digits", "nn.Dropout(0.25)", "nn.Dropout(0.0)", ("in train(): True", "test: ")),
    Change("digits", "max_lr=0.02", "max_lr=2.0", ("% of the validation data, over 97%: False",)),
    Change("digits", "optimizer.zero_grad()", "pass", ("% of the validation data, over 97%: False",)),
    Change("own_function", "clean + 0.3 *", "clean + 0.1 *", ("learned threshold 0.1",)),
    Change("which_survive", "at = 36", "at = 12", ("beside s1: s1 0.0, s2 0.0", "without s1: s2 0.0")),
]


def change_and_run_again(client: NotebookClient, lab: str) -> None:
    """Make each of a lab's changes in turn, run the cells from there on, and look at what they print.

    Raises:
        AssertionError: a line that should be printed is not, or the other way around.
    """
    cells = client.nb.cells
    before, last = _printed(cells), len(cells)
    for change in (change for change in CHANGES if change.lab == lab):
        changed = _replace(cells, change.old, change.new)
        first = min(changed, last)  # what was changed before is as it was again
        for index in range(first, len(cells)):
            client.execute_cell(cells[index], index)
        after = _printed(cells[first:])
        assert change.printed[0] not in before
        for line in change.printed:
            assert line in after, f"{change.new}: {after}"
        for line in change.not_printed:
            assert line not in after, f"{change.new}: {after}"
        last = _replace(cells, change.new, change.old)


def _printed(cells: list) -> str:
    outputs = (output for cell in cells for output in cell.get("outputs", []))
    return "".join(output["text"] for output in outputs if output.get("name") == "stdout")


def _replace(cells: list, old: str, new: str) -> int:
    """Change a cell, and return which it is."""
    (index,) = [n for n, cell in enumerate(cells) if cell.cell_type == "code" and old in cell.source]
    assert cells[index].source.count(old) == 1
    cells[index].source = cells[index].source.replace(old, new)
    return index
