"""A checkpoint that is cut off while it is written: write beside it, then rename."""

# --8<-- [start:save_fails]
import os

import torch


def save(state, path):
    torch.save(state, f"{path}.new")
    os.replace(f"{path}.new", path)  # one step: the old file or the new one, never half


save({"step": 1}, "run.pt")


class Stop:
    def __reduce__(self):  # stands for a full disk, or a job that is ended
        raise OSError("No space left on device")


try:
    save({"step": 2, "stop": Stop()}, "run.pt")
except OSError as error:
    print(error)
    #> No space left on device
print("still whole:", torch.load("run.pt"))
#> still whole: {'step': 1}
try:
    torch.save({}, "nowhere/run.pt")
except RuntimeError as error:
    print(error)
    #> Parent directory nowhere does not exist.
# --8<-- [end:save_fails]
