"""Under set_default_device the loader's own random numbers are drawn on the wrong device.

Requires: cuda
"""

# --8<-- [start:generator]
import torch
from torch.utils.data import DataLoader

torch.set_default_device("cuda")
try:
    next(iter(DataLoader([0, 1], shuffle=True, generator=torch.Generator(device="cpu"))))
except RuntimeError as error:
    print(error)
    #? Expected a 'cuda' device type for generator but found 'cpu'
loader = DataLoader([0, 1], shuffle=True, generator=torch.Generator(device="cuda"))
print(len(list(loader)))
#? 2
torch.set_default_device("cpu")
# --8<-- [end:generator]
