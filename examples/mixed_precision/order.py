"""Calls to the scaler in the wrong order, and what it says."""

# --8<-- [start:setup]
import torch
from torch import nn


def said(calls, half=False):
    model = nn.Linear(1, 1).half() if half else nn.Linear(1, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scaler = torch.amp.GradScaler("cpu")
    loss = model(torch.ones(1, 1, dtype=model.weight.dtype)).sum()
    try:
        for call in calls:
            if call == "scale":
                scaler.scale(loss).backward()
            elif call == "backward":
                loss.backward()
            else:
                getattr(scaler, call)(optimizer)
    except (RuntimeError, ValueError, AssertionError) as error:
        return str(error).split(".  ")[0]
# --8<-- [end:setup]


# --8<-- [start:unscale]
print(said(["scale", "unscale_", "unscale_"]))
#> unscale_() has already been called on this optimizer since the last update().
print(said(["scale", "step", "unscale_"]))
#> unscale_() is being called after step().
print(said(["scale", "step", "step"]))
#> step() has already been called since the last update().
print(said(["backward", "unscale_"]))
#> Attempted unscale_ but _scale is None
print(said(["scale", "unscale_"], half=True))  # weights in float16: there is nothing to unscale into
#> Attempting to unscale FP16 gradients.
# --8<-- [end:unscale]
