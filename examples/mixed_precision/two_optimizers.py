"""One scaler serves two optimizers: each has its own step, and update comes once."""

# --8<-- [start:two_optimizers]
import torch
from torch import nn

scaler = torch.amp.GradScaler("cpu", init_scale=1024.0)  # "cuda" on a GPU
a, b = nn.Parameter(torch.ones(1)), nn.Parameter(torch.ones(1))
optimizers = [torch.optim.SGD([a], lr=0.1), torch.optim.SGD([b], lr=0.1)]
for loss in (a.sum(), (b * torch.inf).sum()):  # the second overflows
    scaler.scale(loss).backward()
for optimizer in optimizers:
    scaler.step(optimizer)
scaler.update()
print(f"a {a.item():.1f}, b {b.item():.1f}, scale {scaler.get_scale():.0f}")
#> a 0.9, b 1.0, scale 512
# --8<-- [end:two_optimizers]
