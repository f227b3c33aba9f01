"""Weight decay reaches biases and norm layers too, unless parameter groups say otherwise."""

# --8<-- [start:setup]
import torch
from torch import nn

from torchmemo import decay_groups


def norm_weight_after(optimizer_for):
    model = nn.Sequential(nn.Linear(2, 3), nn.LayerNorm(3), nn.Linear(3, 1))
    optimizer = optimizer_for(model)
    for _ in range(100):
        loss = 0 * model(torch.ones(1, 2)).sum()  # every gradient is 0: only the decay moves anything
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return f"{model[1].weight[0].item():.4f}"
# --8<-- [end:setup]

# --8<-- [start:groups]
everything = norm_weight_after(lambda model: torch.optim.AdamW(model.parameters(), lr=0.1, weight_decay=0.1))
grouped = norm_weight_after(lambda model: torch.optim.AdamW(decay_groups(model, 0.1), lr=0.1))
print("LayerNorm's weight, from 1, all decayed:", everything, "grouped:", grouped)
#> LayerNorm's weight, from 1, all decayed: 0.3660 grouped: 1.0000

model = nn.Sequential(nn.Linear(2, 3), nn.LayerNorm(3), nn.Linear(3, 1))
names = {parameter: name for name, parameter in model.named_parameters()}
for group in decay_groups(model, 0.1):
    print(group["weight_decay"], [names[parameter] for parameter in group["params"]])
    #> 0.1 ['0.weight', '2.weight']
    #> 0.0 ['0.bias', '1.weight', '1.bias', '2.bias']
# --8<-- [end:groups]

# --8<-- [start:twice]
try:
    torch.optim.AdamW([{"params": model.parameters()}, {"params": [model[0].bias], "weight_decay": 0.0}])
except ValueError as error:
    print(error)
    #> some parameters appear in more than one parameter group
# --8<-- [end:twice]

# --8<-- [start:behind_norm]
layers = nn.Sequential(nn.Linear(2, 3, bias=False), nn.LayerNorm(3))
x = torch.tensor([[1.0, -2.0], [3.0, 0.5]])  # (batch=2, in=2)
with torch.no_grad():
    layers[0].weight.copy_(torch.tensor([[1.0, 2.0], [3.0, -1.0], [0.0, 1.0]]))
    before = layers(x)
    layers[0].weight *= 0.5  # as after much weight decay
print("the same output:", torch.allclose(layers(x), before, atol=1e-3))
#> the same output: True
# --8<-- [end:behind_norm]
