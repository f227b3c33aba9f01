"""A layer that is made in forward() is new at each call, unregistered and untrained."""

# --8<-- [start:in_forward]
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(2, 3)

    def forward(self, x):
        return nn.Linear(3, 1)(self.hidden(x))  # the mistake: belongs into __init__


model = Net().to(torch.float64)
print("registered:", [name for name, _ in model.named_parameters()])
#> registered: ['hidden.weight', 'hidden.bias']
try:
    model(torch.ones(1, 2, dtype=torch.float64))
except RuntimeError as error:  # the new layer was not moved
    print(str(error).removeprefix("addmm: "))
    #> mat1 and mat2 must have the same dtype, but got Double and Float
model = Net()
x = torch.ones(1, 2)
print("two calls, the same output:", torch.equal(model(x), model(x)))
#> two calls, the same output: False
# --8<-- [end:in_forward]
