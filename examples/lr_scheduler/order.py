"""scheduler.step() comes after optimizer.step()."""

# --8<-- [start:order]
import warnings

import torch
from torch import nn
from torch.optim.lr_scheduler import ExponentialLR


def train(scheduler_first):
    w = nn.Parameter(torch.tensor(1.0))
    optimizer = torch.optim.SGD([w], lr=1.0)
    scheduler = ExponentialLR(optimizer, gamma=0.5)
    used = []
    for epoch in range(3):
        if scheduler_first:  # the mistake
            scheduler.step()
        used.append(optimizer.param_groups[0]["lr"])
        optimizer.zero_grad()  # with batches: these three lines once for each
        (w**2).backward()
        optimizer.step()
        if not scheduler_first:
            scheduler.step()  # once an epoch, after its last optimizer.step()
    return used


for scheduler_first in (False, True):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        used = train(scheduler_first)
    print(f"scheduler first: {scheduler_first}, used {used}, warnings {len(caught)}")
    #> scheduler first: False, used [1.0, 0.5, 0.25], warnings 0
    #> scheduler first: True, used [0.5, 0.25, 0.125], warnings 1
print(str(caught[0].message).split(". ")[0])
#> Detected call of `lr_scheduler.step()` before `optimizer.step()`
# --8<-- [end:order]
