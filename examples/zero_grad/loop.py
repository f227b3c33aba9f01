"""The training loop: zero_grad(), forward, backward(), step()."""

# --8<-- [start:loop]
import torch
from torch import nn

torch.manual_seed(0)
x = torch.tensor([[1.0], [2.0], [3.0], [4.0]])  # (samples=4, in=1)
y = 2 * x
batches = list(zip(x.split(2), y.split(2), strict=True))  # a DataLoader gives the same: (input, target)

model = nn.Linear(1, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
for epoch in range(200):
    for x_batch, y_batch in batches:
        optimizer.zero_grad()  # remove the gradients of the batch before
        loss = nn.functional.mse_loss(model(x_batch), y_batch)
        loss.backward()  # adds this batch's gradients to .grad
        optimizer.step()  # changes the weights by what is in .grad
print(f"loss {loss.item():.4f}, weight {model.weight.item():.2f}")
#> loss 0.0000, weight 2.00
# --8<-- [end:loop]
