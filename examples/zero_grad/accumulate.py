"""Gradients add up until you clear them."""

# --8<-- [start:setup]
import torch
from torch import nn

model = nn.Linear(2, 1, bias=False)  # weight: (out=1, in=2)
x = torch.tensor([[1.0, 2.0]])  # (batch=1, in=2)
# --8<-- [end:setup]

# --8<-- [start:accumulate]
model(x).sum().backward()  # d(w·x)/dw = x, whatever w is
model(x).sum().backward()  # added to the first, not written over it
print(model.weight.grad.tolist())
#> [[2.0, 4.0]]
model.zero_grad()
model(x).sum().backward()
print(model.weight.grad.tolist())
#> [[1.0, 2.0]]
# --8<-- [end:accumulate]
