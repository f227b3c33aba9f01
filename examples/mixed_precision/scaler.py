"""float16 loses small gradients; GradScaler saves them, and skips a step that overflowed."""

# --8<-- [start:setup]
import torch
from torch import nn

x = torch.ones(1, 1)
model = nn.Linear(1, 1, bias=False)
nn.init.ones_(model.weight)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
# --8<-- [end:setup]

# --8<-- [start:scaler]
for dtype, enabled in [(torch.float16, False), (torch.float16, True), (torch.bfloat16, False)]:
    scaler = torch.amp.GradScaler("cpu", enabled=enabled)
    optimizer.zero_grad()
    with torch.autocast("cpu", dtype=dtype):
        loss = 1e-8 * model(x).float().sum()
    scaler.scale(loss).backward()
    scaler.unscale_(optimizer)  # from here the gradients can be clipped
    print(f"{dtype}, scaler {enabled}: gradient {model.weight.grad.item():.1e}")
    #> torch.float16, scaler False: gradient 0.0e+00
    #> torch.float16, scaler True: gradient 1.0e-08
    #> torch.bfloat16, scaler False: gradient 1.0e-08
# --8<-- [end:scaler]

# --8<-- [start:skipped]
scaler = torch.amp.GradScaler("cpu")
optimizer.zero_grad()
scaler.scale(model(x).sum() * float("inf")).backward()  # an overflow
before = scaler.get_scale()
scaler.step(optimizer)
scaler.update()
print("weight:", model.weight.item(), f"| scale: {before:.0f} -> {scaler.get_scale():.0f}")
#> weight: 1.0 | scale: 65536 -> 32768
# --8<-- [end:skipped]
