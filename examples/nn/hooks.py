"""A forward hook sees what goes through, if the module is called and not its forward()."""

# --8<-- [start:hooks]
import torch
from torch import nn

net = nn.Linear(2, 1)
seen = []
handle = net.register_forward_hook(lambda module, args, output: seen.append(tuple(output.shape)))
net(torch.ones(3, 2))
print(seen)
#> [(3, 1)]
net.forward(torch.ones(3, 2))  # goes around the hooks
print(seen)
#> [(3, 1)]
handle.remove()
net(torch.ones(3, 2))
print(seen)
#> [(3, 1)]
# --8<-- [end:hooks]
