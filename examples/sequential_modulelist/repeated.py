"""[layer] * 3 is one layer three times; a slice of a Sequential shares its layers."""

# --8<-- [start:repeated]
import torch
from torch import nn

layer = nn.Linear(2, 2)
for name, layers in (("[layer] * 3", [layer] * 3), ("made 3 times", [nn.Linear(2, 2) for _ in range(3)])):
    print(f"{name}: {len(list(nn.ModuleList(layers).parameters()))} parameters")
    #> [layer] * 3: 2 parameters
    #> made 3 times: 6 parameters
sum(place(torch.ones(1, 2)).sum() for place in [layer] * 3).backward()
print("gradient:", layer.bias.grad.tolist())  # 1 from each place
#> gradient: [3.0, 3.0]

model = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
print("model[:2] has the layers of model:", model[:2][0] is model[0])
#> model[:2] has the layers of model: True
# --8<-- [end:repeated]
