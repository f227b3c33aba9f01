"""Copies that the CPU does not wait for.

Requires: cuda
"""

# --8<-- [start:copies]
import torch
from torch.utils.data import DataLoader

loader = DataLoader(torch.ones(8, 2), batch_size=4, pin_memory=True)  # pinned: the GPU may fetch it itself
for x in loader:
    x = x.to("cuda", non_blocking=True)  # the CPU goes on at once
    print("sum:", x.sum().item())  # right: the GPU works in order, and item() waits for it

back = torch.empty(4, 2, pin_memory=True)
back.copy_(x, non_blocking=True)
torch.cuda.synchronize()  # the CPU reads next, and nobody else would make it wait
print("back:", back.sum().item())
# --8<-- [end:copies]
