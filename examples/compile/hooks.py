"""Hooks: the ones that are there at the first call are compiled in."""

# --8<-- [start:hooks]
import torch
from torch import nn

calls = []
model = nn.Linear(2, 1)
compiled = torch.compile(model, backend="eager")
compiled(torch.ones(1, 2))
model.register_forward_hook(lambda module, args, output: calls.append("inner"))
compiled(torch.ones(1, 2))
print("on the model, made after the first call:", calls)
#> on the model, made after the first call: []
calls.clear()
compiled.register_forward_hook(lambda module, args, output: calls.append("outer"))
compiled(torch.ones(1, 2))
print("and on what compile gave:", calls)
#> and on what compile gave: ['outer']
# --8<-- [end:hooks]
