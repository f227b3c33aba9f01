"""optimizer.zero_grad() clears what the optimizer holds, model.zero_grad() what the model holds."""

# --8<-- [start:setup]
import torch
from torch import nn

from torchmemo import grad_norms

model = nn.Sequential(nn.Linear(1, 1, bias=False), nn.Linear(1, 1, bias=False))
for parameter in model.parameters():
    nn.init.ones_(parameter)
optimizer = torch.optim.SGD(model[1].parameters(), lr=0.1)  # the last layer alone
x = torch.ones(1, 1)  # (batch=1, in=1)
# --8<-- [end:setup]

# --8<-- [start:whose]
model(x).sum().backward()
optimizer.zero_grad()
print(grad_norms(model))  # layer 0 is not the optimizer's: its gradient stays
#> {'0.weight': 1.0, '1.weight': None}
model(x).sum().backward()
print(grad_norms(model))  # and the next one is added to it
#> {'0.weight': 2.0, '1.weight': 1.0}
model.zero_grad()
print(grad_norms(model))
#> {'0.weight': None, '1.weight': None}
# --8<-- [end:whose]
