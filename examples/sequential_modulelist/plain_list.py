"""Layers in a plain list are invisible to the model that holds them."""

# --8<-- [start:setup]
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, container):
        super().__init__()
        self.layers = container([nn.Linear(2, 2), nn.Linear(2, 1)])

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x
# --8<-- [end:setup]


# --8<-- [start:plain_list]
for container in (list, nn.ModuleList):
    model = Net(container)
    y = model(torch.ones(1, 2))  # runs either way
    print(container.__name__, "parameters:", len(list(model.parameters())), "state_dict:", len(model.state_dict()))
    #> list parameters: 0 state_dict: 0
    #> ModuleList parameters: 4 state_dict: 4
# --8<-- [end:plain_list]

# --8<-- [start:dtype]
model = Net(list).to(torch.float64)  # nothing to move
print(model.layers[0].weight.dtype)
#> torch.float32
# --8<-- [end:dtype]


# --8<-- [start:optimizer]
class HalfRegistered(Net):
    def __init__(self, container):
        super().__init__(container)
        self.out = nn.Linear(1, 1)  # this one is registered

    def forward(self, x):
        return self.out(super().forward(x))


model = HalfRegistered(list)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)  # no error
before = [layer.weight.clone() for layer in [*model.layers, model.out]]
model(torch.ones(1, 2)).square().sum().backward()
optimizer.step()
print("changed:", [not torch.equal(old, layer.weight) for old, layer in zip(before, [*model.layers, model.out], strict=True)])
#> changed: [False, False, True]

try:
    torch.optim.SGD(Net(list).parameters(), lr=0.1)
except ValueError as error:
    print(error)
    #> optimizer got an empty parameter list
# --8<-- [end:optimizer]
