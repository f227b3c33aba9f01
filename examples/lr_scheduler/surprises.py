"""What a scheduler does before its first step and after its last."""

# --8<-- [start:setup]
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, OneCycleLR

from torchmemo import lr_curve

# --8<-- [end:setup]

# --8<-- [start:made]
optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1, momentum=0.5)
LinearLR(optimizer)
print("LinearLR was made:", round(optimizer.param_groups[0]["lr"], 4))
#> LinearLR was made: 0.0333
OneCycleLR(optimizer, max_lr=1.0, total_steps=10)
group = optimizer.param_groups[0]
print("OneCycleLR was made:", round(group["lr"], 4), "momentum", group["momentum"])
#> OneCycleLR was made: 0.04 momentum 0.95
optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
LinearLR(optimizer)
CosineAnnealingLR(optimizer, T_max=4)  # begins where the other has left the learning rate
print("LinearLR, then CosineAnnealingLR:", round(optimizer.param_groups[0]["lr"], 4))
#> LinearLR, then CosineAnnealingLR: 0.0333
# --8<-- [end:made]

# --8<-- [start:rises]
curve = lr_curve(lambda optimizer: CosineAnnealingLR(optimizer, T_max=4), 9)
print("T_max=4, 9 steps:", *(f"{value:.3f}" for value in curve))
#> T_max=4, 9 steps: 1.000 0.854 0.500 0.146 0.000 0.146 0.500 0.854 1.000
# --8<-- [end:rises]

# --8<-- [start:too_many]
try:
    lr_curve(lambda optimizer: OneCycleLR(optimizer, max_lr=1.0, total_steps=4), 6)
except ValueError as error:
    print(error)
    #> Tried to step 5 times. The specified number of total steps is 4
# --8<-- [end:too_many]
