"""Module.to changes the module, Tensor.to returns another tensor."""

# --8<-- [start:setup]
import copy

import torch
from torch import nn

net = nn.Linear(2, 1)
x = torch.ones(4, 2)
# --8<-- [end:setup]

# --8<-- [start:in_place]
moved = net.to(torch.float64)
print("returns itself:", moved is net, "| net:", net.weight.dtype)
#> returns itself: True | net: torch.float64
small = net.to(torch.bfloat16)
print("net, though small was meant:", net.weight.dtype)  # there is only one model
#> net, though small was meant: torch.bfloat16
net.to(torch.float32)
small = copy.deepcopy(net).to(torch.bfloat16)
print("net:", net.weight.dtype, "| small:", small.weight.dtype)
#> net: torch.float32 | small: torch.bfloat16
# --8<-- [end:in_place]

# --8<-- [start:tensor_to]
x.to(torch.float64)  # the result is thrown away
print("x:", x.dtype)
#> x: torch.float32
x = x.to(torch.float64)
print("x, kept:", x.dtype)
#> x, kept: torch.float64
print("nothing to change, nothing new:", x.to("cpu", torch.float64) is x)
#> nothing to change, nothing new: True
print("with copy=True:", x.to("cpu", torch.float64, copy=True) is x)
#> with copy=True: False
# --8<-- [end:tensor_to]
