"""A scheduler counts its own steps, and does not know whether they are epochs, batches or optimizer steps."""

# --8<-- [start:units]
import math

import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, StepLR

num_batches = 5
for per in ("epoch", "batch"):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
    scheduler = StepLR(optimizer, step_size=2, gamma=0.1)  # every 2 what?
    curve = []
    for epoch in range(4):
        for batch in range(num_batches):
            optimizer.step()
            if per == "batch":
                scheduler.step()
        if per == "epoch":
            scheduler.step()
        curve.append(f"{scheduler.get_last_lr()[0]:.0e}")
    print(f"one step per {per}, after each epoch:", *curve)
    #> one step per epoch, after each epoch: 1e+00 1e-01 1e-01 1e-02
    #> one step per batch, after each epoch: 1e-02 1e-05 1e-07 1e-10
# --8<-- [end:units]

# --8<-- [start:accumulation]
num_epochs, accumulate = 4, 2  # one optimizer step for every two batches
for unit, per_epoch in (("batches", num_batches), ("optimizer steps", math.ceil(num_batches / accumulate))):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
    scheduler = CosineAnnealingLR(optimizer, T_max=num_epochs * per_epoch)
    for epoch in range(num_epochs):
        for batch in range(1, num_batches + 1):
            if batch % accumulate == 0 or batch == num_batches:
                optimizer.step()
                scheduler.step()
    print(f"T_max in {unit}: {num_epochs * per_epoch}, learning rate at the end {scheduler.get_last_lr()[0]:.2f}")
    #> T_max in batches: 20, learning rate at the end 0.35
    #> T_max in optimizer steps: 12, learning rate at the end 0.00
# --8<-- [end:accumulation]
