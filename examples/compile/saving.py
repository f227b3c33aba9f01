"""Save the model, not what compile gave: its names begin with _orig_mod."""

# --8<-- [start:saving]
import torch
from torch import nn

model = nn.Linear(2, 1)
compiled = torch.compile(model, backend="eager")
print(list(compiled.state_dict()), list(model.state_dict()))
#> ['_orig_mod.weight', '_orig_mod.bias'] ['weight', 'bias']
model.compile(backend="eager")  # in place: the names stay
print(list(model.state_dict()))
#> ['weight', 'bias']
# --8<-- [end:saving]
