"""A program on a machine with several GPUs uses one, unless it says otherwise.

Requires: multi_gpu
"""

# --8<-- [start:used]
import torch

x = torch.ones(2**20, device="cuda")
print("visible:", torch.cuda.device_count() >= 2, "| current_device():", torch.cuda.current_device())
#? visible: True | current_device(): 0
used = [torch.cuda.memory_allocated(index) > 0 for index in range(2)]
print("tensors on cuda:0:", used[0], "| on cuda:1:", used[1])
#? tensors on cuda:0: True | on cuda:1: False
# --8<-- [end:used]
