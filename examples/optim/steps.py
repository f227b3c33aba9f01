"""An optimizer step is not always a batch: with accumulation there are fewer steps."""

# --8<-- [start:steps]
import math

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

x = torch.linspace(-1, 1, 40).reshape(40, 1)
batches = list(DataLoader(TensorDataset(x, x**2), batch_size=4))
model = nn.Linear(1, 1)
optimizer = torch.optim.AdamW(model.parameters(), lr=0.1)

accumulate = 4  # batches whose gradients make one step
for first in range(0, len(batches), accumulate):
    group = batches[first : first + accumulate]
    for x_batch, y_batch in group:
        loss = nn.functional.mse_loss(model(x_batch), y_batch) / len(group)
        loss.backward()
    optimizer.step()
    optimizer.zero_grad()
print("batches:", len(batches), "steps:", int(optimizer.state[model.weight]["step"]))
#> batches: 10 steps: 3
print("ceil(batches / accumulate):", math.ceil(len(batches) / accumulate))
#> ceil(batches / accumulate): 3
# --8<-- [end:steps]
