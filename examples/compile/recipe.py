"""One line compiles a model; the first call does the work."""

# --8<-- [start:setup]
import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 1))
x = torch.randn(4, 8)
# --8<-- [end:setup]

# --8<-- [start:recipe]
compiled = torch.compile(model, backend="eager")  # leave backend out to compile to machine code
print("the same values:", torch.allclose(compiled(x), model(x)))
#> the same values: True
print("the same parameters:", compiled._orig_mod[0].weight is model[0].weight)
#> the same parameters: True
compiled(x).sum().backward()
print("gradient in the model:", model[0].weight.grad is not None)
#> gradient in the model: True
# --8<-- [end:recipe]
