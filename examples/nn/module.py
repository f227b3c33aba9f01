"""A module of one's own: layers made in __init__, used in forward, found in one tree."""

# --8<-- [start:module]
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(2, 3)
        self.out = nn.Linear(3, 1)

    def forward(self, x):  # (batch, 2) -> (batch, 1)
        return self.out(torch.relu(self.hidden(x)))


net = Net()
print("output:", tuple(net(torch.ones(4, 2)).shape))  # net(x), not net.forward(x)
#> output: (4, 1)
print("modules:", [name for name, _ in net.named_modules()])  # the first is net itself
#> modules: ['', 'hidden', 'out']
print("parameters:", {name: tuple(parameter.shape) for name, parameter in net.named_parameters()})
#> parameters: {'hidden.weight': (3, 2), 'hidden.bias': (3,), 'out.weight': (1, 3), 'out.bias': (1,)}
# --8<-- [end:module]

# --8<-- [start:super_init]
class Forgetful(nn.Module):
    def __init__(self):
        self.hidden = nn.Linear(2, 3)


try:
    Forgetful()
except AttributeError as error:
    print(error)
    #> cannot assign module before Module.__init__() call
# --8<-- [end:super_init]

# --8<-- [start:in_forward]
class Fresh(nn.Module):
    def forward(self, x):
        return nn.Linear(2, 1)(x)  # another layer at every call, in no tree


fresh, x = Fresh().double(), torch.ones(4, 2)
print("parameters:", len(list(fresh.parameters())), "the same output twice:", torch.equal(fresh(x), fresh(x)))
#> parameters: 0 the same output twice: False
try:
    fresh(x.double())  # double() has not reached the layer, nor would to("cuda")
except RuntimeError as error:
    print(error)
    #> mat1 and mat2 must have the same dtype, but got Double and Float
# --8<-- [end:in_forward]
