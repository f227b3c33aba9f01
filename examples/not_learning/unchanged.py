"""After one step, each parameter that should learn has moved: print the ones that have not, and why."""

# --8<-- [start:setup]
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Linear(4, 4)
        self.frozen = nn.Linear(4, 4).requires_grad_(False)
        self.unused = nn.Linear(4, 4)
        self.cut = nn.Linear(4, 4)
        self.head = nn.Linear(4, 1)
        self.hidden = [nn.Linear(4, 4)]  # a plain list: its parameters are unknown to the model

    def forward(self, x):
        x = self.hidden[0](self.frozen(self.body(x)).relu())
        x = x + self.cut(x).detach()  # cut off: no gradient goes past it
        return self.head(x)


torch.manual_seed(0)
model = Net()
optimizer = torch.optim.SGD([*model.body.parameters(), *model.unused.parameters(), *model.cut.parameters()], lr=0.1)
# --8<-- [end:setup]


# --8<-- [start:unchanged]
before = {name: parameter.clone() for name, parameter in model.named_parameters()}
model(torch.randn(8, 4)).square().mean().backward()
optimizer.step()
given = {id(parameter) for group in optimizer.param_groups for parameter in group["params"]}
for name, parameter in model.named_parameters():
    if torch.equal(before[name], parameter) and name.endswith("weight"):
        if not parameter.requires_grad:
            why = "requires_grad is False"
        elif parameter.grad is None:
            why = "no gradient reaches it"
        else:
            why = "has a gradient, but the optimizer was not given it" if id(parameter) not in given else "gradient 0"
        print(f"{name:14} {why}")
        #> frozen.weight  requires_grad is False
        #> unused.weight  no gradient reaches it
        #> cut.weight     no gradient reaches it
        #> head.weight    has a gradient, but the optimizer was not given it
print("known to the model:", any("hidden" in name for name, _ in model.named_parameters()))
#> known to the model: False
# --8<-- [end:unchanged]
