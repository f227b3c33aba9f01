"""Clip between backward and step, over all parameters together."""

# --8<-- [start:setup]
import torch
from torch import nn
from torch.nn.utils import clip_grad_norm_

w = nn.Parameter(torch.zeros(2))
gradient = torch.tensor([30.0, 40.0])  # of norm 50
# --8<-- [end:setup]

# --8<-- [start:clip]
(w * gradient).sum().backward()
before = clip_grad_norm_([w], max_norm=1.0)
print("norm before:", before.item(), "gradient now:", [round(g, 4) for g in w.grad.tolist()])
#> norm before: 50.0 gradient now: [0.6, 0.8]
# --8<-- [end:clip]

# --8<-- [start:late]
for place in ("before backward", "after backward", "after step"):
    w = nn.Parameter(torch.zeros(2))
    optimizer = torch.optim.SGD([w], lr=1.0)
    loss = (w * gradient).sum()
    if place == "before backward":
        clip_grad_norm_([w], max_norm=1.0)
    loss.backward()
    if place == "after backward":
        clip_grad_norm_([w], max_norm=1.0)
    optimizer.step()
    if place == "after step":
        clip_grad_norm_([w], max_norm=1.0)
    print(f"{place}: a step of length {w.detach().norm().item():.2f}")
    #> before backward: a step of length 50.00
    #> after backward: a step of length 1.00
    #> after step: a step of length 50.00
# --8<-- [end:late]

# --8<-- [start:adam]
for max_norm in (1000.0, 1.0, 0.001):
    w = nn.Parameter(torch.zeros(2))
    optimizer = torch.optim.Adam([w], lr=0.1)
    for _ in range(3):
        optimizer.zero_grad()
        (w * gradient).sum().backward()
        clip_grad_norm_([w], max_norm)
        optimizer.step()
    print(f"max_norm {max_norm}: {[round(value, 4) for value in w.tolist()]}")
    #> max_norm 1000.0: [-0.3, -0.3]
    #> max_norm 1.0: [-0.3, -0.3]
    #> max_norm 0.001: [-0.3, -0.3]
# --8<-- [end:adam]

# --8<-- [start:nonfinite]
for error_if_nonfinite in (False, True):
    w = nn.Parameter(torch.zeros(2))
    (w * torch.tensor([float("inf"), 1.0])).sum().backward()
    try:
        clip_grad_norm_([w], 1.0, error_if_nonfinite=error_if_nonfinite)
        print(w.grad.tolist())
        #> [nan, 0.0]
    except RuntimeError as error:
        print(str(error).split(". ")[0])
        #> The total norm of order 2.0 for gradients from `parameters` is non-finite, so it cannot be clipped
# --8<-- [end:nonfinite]
