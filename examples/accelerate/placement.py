"""What is prepared moves to the GPU, and nothing else does.

Requires: cuda
"""

# --8<-- [start:placement]
import re

import torch
from accelerate import Accelerator
from torch import nn
from torch.utils.data import DataLoader

accelerator = Accelerator()
model, loader = accelerator.prepare(nn.Linear(2, 1), DataLoader(torch.ones(4, 2), batch_size=2))
for batch in loader:
    print("from the loader:", batch.device.type, model(batch).device.type)
    #? from the loader: cuda cuda
    #? from the loader: cuda cuda

own = torch.ones(2, 2)
try:
    model(own)
except RuntimeError as error:
    print(re.split("[,.]", str(error))[0])
    #? Expected all tensors to be on the same device
print("moved:", model(own.to(accelerator.device)).device.type)
#? moved: cuda
# --8<-- [end:placement]
