"""Warm up in a line, then fall in a cosine: SequentialLR. Both at once: ChainedScheduler."""

# --8<-- [start:setup]
import torch
from torch.optim.lr_scheduler import ChainedScheduler, CosineAnnealingLR, LinearLR, ReduceLROnPlateau, SequentialLR

from torchmemo import lr_curve


def curve(make_scheduler):
    return " ".join(f"{value:.3f}" for value in lr_curve(make_scheduler, 9))
# --8<-- [end:setup]


# --8<-- [start:sequential]
def warm_up_then_fall(optimizer):
    warm_up = LinearLR(optimizer, start_factor=0.25, total_iters=3)
    fall = CosineAnnealingLR(optimizer, T_max=6)  # the steps that are left, not all
    return SequentialLR(optimizer, [warm_up, fall], milestones=[3])


print("one after the other:", curve(warm_up_then_fall))
#> one after the other: 0.250 0.500 0.750 1.000 0.933 0.750 0.500 0.250 0.067
# --8<-- [end:sequential]


# --8<-- [start:chained]
def both_at_once(optimizer):
    warm_up = LinearLR(optimizer, start_factor=0.25, total_iters=3)
    return ChainedScheduler([warm_up, CosineAnnealingLR(optimizer, T_max=9)])


print("both at once:", curve(both_at_once))
#> both at once: 0.250 0.485 0.662 0.750 0.587 0.413 0.250 0.117 0.030
# --8<-- [end:chained]

# --8<-- [start:warmup_plateau]
optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
warm_up = LinearLR(optimizer, start_factor=0.25, total_iters=3)
plateau = ReduceLROnPlateau(optimizer, factor=0.5, patience=0)
try:
    SequentialLR(optimizer, [warm_up, plateau], milestones=[3])
except ValueError as error:
    print(str(error).split(" as it")[0])
    #> SequentialLR does not support `ReduceLROnPlateau` scheduler

used = []
for epoch, loss in enumerate([9.0, 8.0, 7.0, 6.0, 5.0, 5.0, 5.0, 4.0, 4.0]):
    used.append(f"{optimizer.param_groups[0]['lr']:.3f}")
    optimizer.step()
    if epoch < 3:
        warm_up.step()
    else:
        plateau.step(loss)
print("warm-up, then plateau:", *used)
#> warm-up, then plateau: 0.250 0.500 0.750 1.000 1.000 1.000 0.500 0.250 0.250
# --8<-- [end:warmup_plateau]
