"""The same loop, with Accelerate."""

# --8<-- [start:setup]
import torch
from accelerate import Accelerator
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

x = torch.arange(64.0).reshape(32, 2) / 64  # (32, 2)
y = 2 * x[:, :1] - x[:, 1:] + 0.5  # (32, 1)
loader = DataLoader(TensorDataset(x, y), batch_size=8)
model = nn.Linear(2, 1)
nn.init.zeros_(model.weight)
nn.init.zeros_(model.bias)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
# --8<-- [end:setup]

# --8<-- [start:accelerated]
accelerator = Accelerator()
model, optimizer, loader = accelerator.prepare(model, optimizer, loader)
for _ in range(5):
    for x_batch, y_batch in loader:
        loss = nn.functional.mse_loss(model(x_batch), y_batch)
        accelerator.backward(loss)
        optimizer.step()
        optimizer.zero_grad()

print("loss:", round(loss.item(), 4))
#> loss: 0.0062
print("weight:", [round(value, 4) for value in model.weight.flatten().tolist()])
#> weight: [0.3903, 0.4]
# --8<-- [end:accelerated]
