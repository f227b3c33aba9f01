"""A scheduler counts its own steps, and does not know whether they are epochs or batches."""

# --8<-- [start:units]
import torch
from torch.optim.lr_scheduler import StepLR

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
