"""Sequential calls its layers one after another; ModuleList registers them and has no forward."""

# --8<-- [start:setup]
import torch
from torch import nn

x = torch.ones(1, 2)  # (batch=1, in=2)
layers = [nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1)]
# --8<-- [end:setup]

# --8<-- [start:join]
model = nn.Sequential(*layers)
by_hand = layers[2](layers[1](layers[0](x)))
print("Sequential, the same as by hand:", torch.equal(model(x), by_hand))
#> Sequential, the same as by hand: True
# --8<-- [end:join]

# --8<-- [start:list]
listed = nn.ModuleList(layers)
try:
    print(tuple(listed(x).shape))
except NotImplementedError as error:
    print(error)
    #> Module [ModuleList] is missing the required "forward" function
# --8<-- [end:list]

# --8<-- [start:forward]
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList(layers)

    def forward(self, x):
        for layer in self.layers:  # the order is written here, and nowhere else
            x = layer(x)
        return x


print("ModuleList and forward, the same:", torch.equal(Net()(x), by_hand))
#> ModuleList and forward, the same: True
# --8<-- [end:forward]
