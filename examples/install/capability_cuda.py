"""The same question of this machine's own GPU and wheel.

Requires: cuda
"""

# --8<-- [start:capability_cuda]
import torch

print(torch.cuda.get_device_capability() >= (5, 0), len(torch.cuda.get_arch_list()) > 0)
#? True True
print((torch.ones(2, device="cuda") + 1).sum().item())  # one kernel: the answer that counts
#? 4.0
# --8<-- [end:capability_cuda]
