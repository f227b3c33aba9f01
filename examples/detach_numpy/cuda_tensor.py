"""numpy() refuses a tensor on a GPU: bring it to the CPU first.

Requires: cuda
"""

# --8<-- [start:cuda_tensor]
import torch

x = torch.ones(2, device="cuda")
try:
    x.numpy()
except TypeError as error:
    print(error)
print(x.cpu().numpy())  # a copy, since the memory is another
# --8<-- [end:cuda_tensor]
