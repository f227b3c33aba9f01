"""What older code says that torch no longer takes, or means otherwise."""

# --8<-- [start:setup]
import warnings

import torch
from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts, StepLR

optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
# --8<-- [end:setup]

# --8<-- [start:verbose]
try:
    StepLR(optimizer, step_size=2, verbose=True)
except TypeError as error:
    print(str(error).removeprefix("LRScheduler.").removeprefix("StepLR."))
    #> __init__() got an unexpected keyword argument 'verbose'
# --8<-- [end:verbose]

# --8<-- [start:get_lr]
scheduler = StepLR(optimizer, step_size=2, gamma=0.1)
for _ in range(2):
    optimizer.step()
    scheduler.step()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(f"get_lr(): {scheduler.get_lr()[0]:.2f}, get_last_lr(): {scheduler.get_last_lr()[0]:.2f}")
    #> get_lr(): 0.01, get_last_lr(): 0.10
print(caught[0].message)
#> To get the last learning rate computed by the scheduler, please use `get_last_lr()`.
# --8<-- [end:get_lr]

# --8<-- [start:epoch]
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    scheduler.step(5)
print(str(caught[0].message).split(". ")[0])
#> The epoch parameter in `scheduler.step()` was not necessary and is being deprecated where possible
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    CosineAnnealingWarmRestarts(optimizer, T_0=4).step(0.25)  # a quarter of an epoch
print([str(warning.message) for warning in caught])
#> []
# --8<-- [end:epoch]
