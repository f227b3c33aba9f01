"""From an image of NumPy (height, width, channels) to one of torch (channels, height, width)."""

# --8<-- [start:setup]
import numpy as np
import torch

from torchmemo import shares_memory

image = np.zeros((2, 2, 3), dtype=np.uint8)  # (height, width, channels)
image[..., 0] = 200  # red
x = torch.from_numpy(image)
# --8<-- [end:setup]

# --8<-- [start:permute]
permuted = x.permute(2, 0, 1)  # (channels, height, width)
reshaped = x.reshape(3, 2, 2)  # the same shape
print("permute:", permuted.tolist())
#> permute: [[[200, 200], [200, 200]], [[0, 0], [0, 0]], [[0, 0], [0, 0]]]
print("reshape:", reshaped.tolist())
#> reshape: [[[200, 0], [0, 200]], [[0, 0], [200, 0]], [[0, 200], [0, 0]]]
# --8<-- [end:permute]

# --8<-- [start:contiguous]
print("shares:", shares_memory(permuted, image), "contiguous:", permuted.is_contiguous())
#> shares: True contiguous: False
try:
    permuted.view(-1)
except RuntimeError as error:
    print(error)
    #> view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.
whole = permuted.contiguous()  # a copy, in the order of its own indices
print("shares:", shares_memory(whole, image), "contiguous:", whole.is_contiguous(), whole.view(-1).tolist())
#> shares: False contiguous: True [200, 200, 200, 200, 0, 0, 0, 0, 0, 0, 0, 0]

batch = torch.from_numpy(np.stack([image, image])).permute(0, 3, 1, 2)  # (batch, channels, height, width)
print("contiguous:", batch.is_contiguous())
#> contiguous: False
print("channels_last:", batch.is_contiguous(memory_format=torch.channels_last))
#> channels_last: True
# --8<-- [end:contiguous]
