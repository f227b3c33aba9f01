"""A training step in float16 on a GPU.

Requires: cuda
"""

# --8<-- [start:scaler_cuda]
import torch
from torch import nn

model = nn.Linear(2, 1).to("cuda")
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scaler = torch.amp.GradScaler("cuda")
x, y = torch.ones(4, 2, device="cuda"), torch.zeros(4, 1, device="cuda")
for _ in range(3):
    optimizer.zero_grad()
    with torch.autocast("cuda", dtype=torch.float16):
        loss = nn.functional.mse_loss(model(x), y)
    scaler.scale(loss).backward()
    scaler.step(optimizer)
    scaler.update()
print("loss:", loss.dtype, "| weight:", model.weight.dtype)
# --8<-- [end:scaler_cuda]
