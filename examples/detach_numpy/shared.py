"""detach() and numpy() give views: one memory, three names."""

# --8<-- [start:setup]
import torch

from torchmemo import shares_memory

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
# --8<-- [end:setup]

# --8<-- [start:shared]
cut = x.detach()
array = cut.numpy()
print(cut.data_ptr() == x.data_ptr(), shares_memory(x, array))
#> True True
array[0] = 100
print(x.tolist())  # a leaf, changed through two views
#> [100.0, 2.0, 3.0]
# --8<-- [end:shared]

# --8<-- [start:copy]
print(shares_memory(x, x.detach().clone()))  # a copy, as a tensor
#> False
print(shares_memory(x, x.detach().numpy().copy()))  # a copy, as an array
#> False
print(shares_memory(x, x.numpy(force=True)))  # force does not mean copy
#> True
print(shares_memory(x, x.detach().double().numpy()))  # another dtype needs other memory
#> False
# --8<-- [end:copy]
