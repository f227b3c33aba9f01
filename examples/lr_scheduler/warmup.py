"""Warm up in a line, then fall in a cosine: SequentialLR. Both at once: ChainedScheduler."""

# --8<-- [start:setup]
from torch.optim.lr_scheduler import ChainedScheduler, CosineAnnealingLR, LinearLR, SequentialLR

from torchmemo import lr_curve


def show(name, make_scheduler):
    print(f"{name}:", *(f"{value:.3f}" for value in lr_curve(make_scheduler, 9)))
    #> one after the other: 0.250 0.500 0.750 1.000 0.933 0.750 0.500 0.250 0.067
    #> both at once: 0.250 0.485 0.662 0.750 0.587 0.413 0.250 0.117 0.030
# --8<-- [end:setup]

# --8<-- [start:sequential]
def warm_up_then_fall(optimizer):
    warm_up = LinearLR(optimizer, start_factor=0.25, total_iters=3)
    fall = CosineAnnealingLR(optimizer, T_max=6)  # the steps that are left, not all
    return SequentialLR(optimizer, [warm_up, fall], milestones=[3])


show("one after the other", warm_up_then_fall)
# --8<-- [end:sequential]

# --8<-- [start:chained]
def both_at_once(optimizer):
    warm_up = LinearLR(optimizer, start_factor=0.25, total_iters=3)
    return ChainedScheduler([warm_up, CosineAnnealingLR(optimizer, T_max=9)])


show("both at once", both_at_once)
# --8<-- [end:chained]
