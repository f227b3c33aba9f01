"""scheduler.step() comes after optimizer.step()."""

# --8<-- [start:order]
import warnings

import torch
from torch.optim.lr_scheduler import ExponentialLR

for order in (["optimizer", "scheduler"], ["scheduler", "optimizer"]):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
    calls = {"optimizer": optimizer, "scheduler": ExponentialLR(optimizer, gamma=0.5)}
    used = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for _ in range(3):
            for name in order:
                if name == "optimizer":
                    used.append(optimizer.param_groups[0]["lr"])
                calls[name].step()
    print(f"{order[0]} first:", used)
    #> optimizer first: [1.0, 0.5, 0.25]
    #> scheduler first: [0.5, 0.25, 0.125]
print(str(caught[0].message).split(". ")[0])
#> Detected call of `lr_scheduler.step()` before `optimizer.step()`
# --8<-- [end:order]
