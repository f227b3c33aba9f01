"""Copies that the CPU does not wait for, and what goes wrong without waiting.

Requires: cuda
"""

# --8<-- [start:copies]
import torch
from torch.utils.data import DataLoader

loader = DataLoader(torch.ones(8, 2), batch_size=4, pin_memory=True)  # pinned: the GPU may fetch it by itself
for x in loader:
    x = x.to("cuda", non_blocking=True)  # the CPU goes on at once
    print("sum:", x.sum().item())  # right: queued behind the copy, and item() waits for it
    #? sum: 8.0
    #? sum: 8.0
# --8<-- [end:copies]

# --8<-- [start:races]
source, on_gpu = torch.ones(4, pin_memory=True), torch.empty(4, device="cuda")
torch.cuda._sleep(10**9)  # the GPU is busy for about half a second
on_gpu.copy_(source, non_blocking=True)  # queued
source.zero_()  # too early
print("to the GPU, source overwritten:", on_gpu.tolist())
#? to the GPU, source overwritten: [0.0, 0.0, 0.0, 0.0]

target = torch.zeros(4, pin_memory=True)
on_gpu.fill_(1.0)
torch.cuda._sleep(10**9)
target.copy_(on_gpu, non_blocking=True)
print("from the GPU, read at once:", target.tolist())
#? from the GPU, read at once: [0.0, 0.0, 0.0, 0.0]
torch.cuda.synchronize()
print("after synchronize():", target.tolist())
#? after synchronize(): [1.0, 1.0, 1.0, 1.0]
print("pinned without being told to:", on_gpu.to("cpu", non_blocking=True).is_pinned())
#? pinned without being told to: True
# --8<-- [end:races]
