"""scheduler.step() comes after optimizer.step()."""

# --8<-- [start:order]
import warnings

import torch
from torch.optim.lr_scheduler import ExponentialLR


def train(scheduler_first):
    w = torch.tensor(1.0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=1.0)
    scheduler = ExponentialLR(optimizer, gamma=0.5)
    used = []
    for _ in range(3):
        if scheduler_first:  # the mistake
            scheduler.step()
        used.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if not scheduler_first:
            scheduler.step()
    return used


for scheduler_first in (False, True):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        used = train(scheduler_first)
    print(f"scheduler first: {scheduler_first}, learning rates used: {used}")
    #> scheduler first: False, learning rates used: [1.0, 0.5, 0.25]
    #> scheduler first: True, learning rates used: [0.5, 0.25, 0.125]
    for warning in caught:
        print(str(warning.message).split(". ")[0])
        #> Detected call of `lr_scheduler.step()` before `optimizer.step()`
# --8<-- [end:order]
