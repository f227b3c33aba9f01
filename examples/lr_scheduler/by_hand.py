"""The learning rate, set by hand: some schedulers go on from it, others overwrite it."""

# --8<-- [start:by_hand]
import torch
from torch.optim import lr_scheduler as schedulers

for name, options in (
    ("ExponentialLR", {"gamma": 0.5}),
    ("StepLR", {"step_size": 10, "gamma": 0.5}),
    ("CosineAnnealingLR", {"T_max": 8}),
    ("LambdaLR", {"lr_lambda": lambda step: 0.5**step}),
    ("OneCycleLR", {"max_lr": 0.1, "total_steps": 8}),
):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    scheduler = getattr(schedulers, name)(optimizer, **options)
    for group in optimizer.param_groups:
        group["lr"] = 0.01  # by hand
    optimizer.step()
    scheduler.step()
    print(f"{name}: {optimizer.param_groups[0]['lr']:.4f}")
    #> ExponentialLR: 0.0050
    #> StepLR: 0.0100
    #> CosineAnnealingLR: 0.0096
    #> LambdaLR: 0.0500
    #> OneCycleLR: 0.0819
# --8<-- [end:by_hand]
