"""One scheduler step after each optimizer step, over the whole training."""

# --8<-- [start:loop]
import torch
from torch import nn
from torch.optim.lr_scheduler import CosineAnnealingLR

batches = [(torch.ones(2, 1), torch.ones(2, 1))] * 5  # in place of a DataLoader
num_epochs = 4
model = nn.Linear(1, 1)
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
scheduler = CosineAnnealingLR(optimizer, T_max=num_epochs * len(batches))  # in optimizer steps

for epoch in range(num_epochs):
    for x, y in batches:
        optimizer.zero_grad()
        nn.functional.mse_loss(model(x), y).backward()
        optimizer.step()
        scheduler.step()
    print(f"after epoch {epoch}: {scheduler.get_last_lr()[0]:.6f}")
    #> after epoch 0: 0.000854
    #> after epoch 1: 0.000500
    #> after epoch 2: 0.000146
    #> after epoch 3: 0.000000
# --8<-- [end:loop]
