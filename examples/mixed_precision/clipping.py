"""Clip before unscaling, and the limit is 65536 times too small."""

# --8<-- [start:clipping]
import torch
from torch import nn

for unscale_first in (True, False):
    w = nn.Parameter(torch.tensor([0.0]))
    optimizer = torch.optim.SGD([w], lr=1.0)
    scaler = torch.amp.GradScaler("cpu")  # scale 65536
    scaler.scale(0.5 * w.sum()).backward()  # gradient 0.5, below the limit of 1
    if unscale_first:
        scaler.unscale_(optimizer)
    nn.utils.clip_grad_norm_([w], max_norm=1.0)
    scaler.step(optimizer)
    print(f"unscale first: {unscale_first}, the weight moved by {abs(w.item()):.1e}")
    #> unscale first: True, the weight moved by 5.0e-01
    #> unscale first: False, the weight moved by 1.5e-05
# --8<-- [end:clipping]
