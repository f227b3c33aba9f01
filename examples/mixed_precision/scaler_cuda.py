"""Three training steps in float16 on a GPU, of which the first two are skipped.

Requires: cuda
"""

# --8<-- [start:scaler_cuda]
import torch
from torch import nn

model = nn.Linear(1, 1, bias=False, device="cuda")
nn.init.ones_(model.weight)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scaler = torch.amp.GradScaler("cuda")
x, y = torch.ones(1, 1, device="cuda"), torch.zeros(1, 1, device="cuda")
for _ in range(3):
    optimizer.zero_grad()
    with torch.autocast("cuda", dtype=torch.float16):
        loss = nn.functional.mse_loss(model(x), y)  # its gradient is 2, and 2 times 65536 overflows float16
    scale = scaler.get_scale()
    scaler.scale(loss).backward()
    scaler.step(optimizer)
    scaler.update()
    print(f"loss {loss.item():.1f} ({loss.dtype}), scale {scale:.0f}, weight {model.weight.item():.1f}")
    #? loss 1.0 (torch.float32), scale 65536, weight 1.0
    #? loss 1.0 (torch.float32), scale 32768, weight 1.0
    #? loss 1.0 (torch.float32), scale 16384, weight 0.8
# --8<-- [end:scaler_cuda]
