"""What a scheduler does before its first step and after its last."""

# --8<-- [start:setup]
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, CyclicLR, LinearLR, OneCycleLR, SequentialLR

from torchmemo import lr_curve


def new_optimizer():
    return torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)  # without momentum
# --8<-- [end:setup]


# --8<-- [start:made]
optimizer = new_optimizer()
warm_up = LinearLR(optimizer, start_factor=0.25)
print("LinearLR was made:", optimizer.param_groups[0]["lr"])
#> LinearLR was made: 0.025
fall = CosineAnnealingLR(optimizer, T_max=4)
print("and CosineAnnealingLR beside it:", optimizer.param_groups[0]["lr"])
#> and CosineAnnealingLR beside it: 0.025
SequentialLR(optimizer, [fall, warm_up], milestones=[4])
print("and SequentialLR that begins with the cosine:", optimizer.param_groups[0]["lr"])
#> and SequentialLR that begins with the cosine: 0.1
# --8<-- [end:made]

# --8<-- [start:momentum]
for scheduler_class, options in ((OneCycleLR, {"max_lr": 1.0, "total_steps": 8}), (CyclicLR, {"base_lr": 0.1, "max_lr": 1.0})):
    for cycle_momentum in (True, False):
        optimizer = new_optimizer()
        scheduler_class(optimizer, cycle_momentum=cycle_momentum, **options)
        print(f"{scheduler_class.__name__}, cycle_momentum={cycle_momentum}: momentum {optimizer.param_groups[0]['momentum']}")
        #> OneCycleLR, cycle_momentum=True: momentum 0.95
        #> OneCycleLR, cycle_momentum=False: momentum 0
        #> CyclicLR, cycle_momentum=True: momentum 0.9
        #> CyclicLR, cycle_momentum=False: momentum 0
# --8<-- [end:momentum]

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
