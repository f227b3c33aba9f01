"""The loop, and what each line leaves behind."""

# --8<-- [start:loop]
import torch
from torch import nn

x = torch.tensor([[0.0], [1.0], [2.0], [3.0]])  # (batch=4, in=1)
y = 2 * x + 1
model = nn.Linear(1, 1)
nn.init.zeros_(model.weight)
nn.init.zeros_(model.bias)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

for _ in range(200):
    loss = nn.functional.mse_loss(model(x), y)  # build the graph
    optimizer.zero_grad()  # forget the last step's gradients
    loss.backward()  # fill .grad
    optimizer.step()  # read .grad, change the parameters

print("weight:", round(model.weight.item(), 3), "bias:", round(model.bias.item(), 3))
#> weight: 2.0 bias: 1.0
# --8<-- [end:loop]
