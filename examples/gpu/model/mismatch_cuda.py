"""The same two mistakes with a GPU.

Requires: cuda
"""

# --8<-- [start:mismatch_cuda]
import re

import torch
from torch import nn

x = torch.ones(4, 2)
for model_device, x_device in [("cuda", "cpu"), ("cpu", "cuda")]:
    model = nn.Linear(2, 1, device=model_device)
    try:
        model(x.to(x_device))
    except RuntimeError as error:
        print(f"model on {model_device}, x on {x_device}:", re.split("[,.]", str(error))[0])
        #? model on cuda, x on cpu: Expected all tensors to be on the same device
        #? model on cpu, x on cuda: Expected all tensors to be on the same device
# --8<-- [end:mismatch_cuda]
