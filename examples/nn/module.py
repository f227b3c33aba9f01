"""A module of one's own: what Net is, and what it must call first."""

# --8<-- [start:module]
import torch
from torch import nn

try:
    net = Net()
except NameError as error:
    print(error)
    #> name 'Net' is not defined


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(2, 3)
        self.out = nn.Linear(3, 1)

    def forward(self, x):  # (batch, 2) -> (batch, 1)
        return self.out(torch.relu(self.hidden(x)))


net = Net()
print(tuple(net(torch.ones(4, 2)).shape))
#> (4, 1)
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
