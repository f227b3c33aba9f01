"""A skip connection needs x twice: Sequential cannot express it, forward can."""

# --8<-- [start:setup]
import torch
from torch import nn


class Residual(nn.Module):
    def __init__(self, *layers):
        super().__init__()
        self.body = nn.Sequential(*layers)

    def forward(self, x):
        return x + self.body(x)  # x goes around the body too
# --8<-- [end:setup]


# --8<-- [start:skip]
model = nn.Sequential(Residual(nn.Linear(2, 2), nn.ReLU()), Residual(nn.Linear(2, 2)), nn.Linear(2, 1))
for parameter in model.parameters():
    nn.init.zeros_(parameter)
nn.init.ones_(model[2].weight)
print(model(torch.tensor([[1.0, 2.0]])).tolist())  # the bodies add nothing, and x still arrives: 1 + 2
#> [[3.0]]
# --8<-- [end:skip]

# --8<-- [start:branches]
class Branches(nn.Module):
    def __init__(self):
        super().__init__()
        self.heads = nn.ModuleDict({"label": nn.Linear(2, 10), "box": nn.Linear(2, 4)})

    def forward(self, x, head):
        return self.heads[head](x)


model = Branches()
print(tuple(model(torch.ones(1, 2), "box").shape), list(model.state_dict()))
#> (1, 4) ['heads.label.weight', 'heads.label.bias', 'heads.box.weight', 'heads.box.bias']
model(torch.ones(1, 2), "box").sum().backward()
print([name for name, parameter in model.named_parameters() if parameter.grad is None])
#> ['heads.label.weight', 'heads.label.bias']
# --8<-- [end:branches]
