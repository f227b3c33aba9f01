"""Clip between backward and step, over all parameters together."""

# --8<-- [start:setup]
import torch
from torch import nn
from torch.nn.utils import clip_grad_norm_

gradient = torch.tensor([30.0, 40.0])  # of norm 50


def loss_of(w, factor=1.0):
    return (w * gradient * factor).sum()  # its gradient is gradient * factor, wherever w is
# --8<-- [end:setup]

# --8<-- [start:clip]
w = nn.Parameter(torch.zeros(2))
optimizer = torch.optim.SGD([w], lr=1.0)
optimizer.zero_grad()
loss_of(w).backward()
norm = clip_grad_norm_([w], max_norm=1.0)  # of a model: model.parameters()
print("norm before:", norm.item(), "gradient now:", [round(value, 4) for value in w.grad.tolist()])
#> norm before: 50.0 gradient now: [0.6, 0.8]
optimizer.step()
print("w:", [round(value, 4) for value in w.tolist()])
#> w: [-0.6, -0.8]
# --8<-- [end:clip]

# --8<-- [start:late]
for place in ("after each backward", "after the last backward", "after step"):
    w = nn.Parameter(torch.zeros(2))
    optimizer = torch.optim.SGD([w], lr=1.0)
    for factor in (1.0, -0.9):  # two batches, whose gradients are added: [3, 4] is left
        loss_of(w, factor).backward()
        if place == "after each backward":
            clip_grad_norm_([w], max_norm=1.0)
    if place == "after the last backward":
        clip_grad_norm_([w], max_norm=1.0)
    optimizer.step()
    if place == "after step":
        clip_grad_norm_([w], max_norm=1.0)
    print(f"{place}: the step is {[round(value, 2) for value in w.tolist()]}")
    #> after each backward: the step is [0.6, 0.8]
    #> after the last backward: the step is [-0.6, -0.8]
    #> after step: the step is [-3.0, -4.0]
# --8<-- [end:late]

# --8<-- [start:scaled]
w = nn.Parameter(torch.zeros(2))
optimizer = torch.optim.SGD([w], lr=1.0)
scaler = torch.amp.GradScaler("cpu")  # "cuda" on a GPU
scaler.scale(loss_of(w)).backward()
print("norm of the scaled gradient:", w.grad.norm().item())
#> norm of the scaled gradient: 3276800.0
scaler.unscale_(optimizer)  # before clipping
print("norm after unscale_():", clip_grad_norm_([w], max_norm=1.0).item())
#> norm after unscale_(): 50.0
scaler.step(optimizer)
scaler.update()
print("w:", [round(value, 4) for value in w.tolist()])
#> w: [-0.6, -0.8]
# --8<-- [end:scaled]

# --8<-- [start:adam]
for max_norm in (1000.0, 1.0):
    for name, factors in (("constant", [1.0] * 5), ("a spike", [0.02, 0.02, 20.0, 0.02, 0.02])):
        w = nn.Parameter(torch.zeros(2))
        optimizer = torch.optim.Adam([w], lr=0.1)
        steps = []
        for factor in factors:
            before = w[0].item()
            optimizer.zero_grad()
            loss_of(w, factor).backward()
            clip_grad_norm_([w], max_norm)
            optimizer.step()
            steps.append(round(before - w[0].item(), 2))
        print(f"max_norm {max_norm:g}, {name}: steps {steps}")
        #> max_norm 1000, constant: steps [0.1, 0.1, 0.1, 0.1, 0.1]
        #> max_norm 1000, a spike: steps [0.1, 0.1, 0.06, 0.05, 0.04]
        #> max_norm 1, constant: steps [0.1, 0.1, 0.1, 0.1, 0.1]
        #> max_norm 1, a spike: steps [0.1, 0.1, 0.1, 0.1, 0.1]
# --8<-- [end:adam]

# --8<-- [start:nonfinite]
for error_if_nonfinite in (False, True):
    w = nn.Parameter(torch.zeros(2))
    loss_of(w, torch.tensor([float("inf"), 1.0])).backward()
    try:
        clip_grad_norm_([w], 1.0, error_if_nonfinite=error_if_nonfinite)
        print(w.grad.tolist())
        #> [nan, 0.0]
    except RuntimeError as error:
        print(str(error).split(". ")[0])
        #> The total norm of order 2.0 for gradients from `parameters` is non-finite, so it cannot be clipped
# --8<-- [end:nonfinite]
