"""Pinned memory is for a GPU; without one, the loader says so.

Requires: no_cuda
"""

# --8<-- [start:pinning]
import warnings

import torch
from torch.utils.data import DataLoader

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    next(iter(DataLoader(torch.zeros(4, 1), batch_size=2, pin_memory=True)))
print(str(caught[0].message).split(", then")[0])
#> 'pin_memory' argument is set as true but no accelerator is found
pin = torch.cuda.is_available()  # asks first, warns nowhere
print(DataLoader(torch.zeros(4, 1), pin_memory=pin).pin_memory)
#> False
# --8<-- [end:pinning]
