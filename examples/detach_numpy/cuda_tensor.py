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
    #? can't convert cuda:0 device type tensor to numpy. Use Tensor.cpu() to copy the tensor to host memory first.
array = x.detach().cpu().numpy()  # a copy: the GPU's memory is another
array[0] = 5
print(x.tolist())
#? [1.0, 1.0]
# --8<-- [end:cuda_tensor]
