"""With a GradScaler, step the scheduler only where the optimizer was stepped."""

# --8<-- [start:skipped]
import torch
from torch.optim.lr_scheduler import ExponentialLR

w = torch.tensor(1.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1.0)
scheduler = ExponentialLR(optimizer, gamma=0.5)
scaler = torch.amp.GradScaler("cpu")  # "cuda" with float16

for x in (1.0, float("inf"), 1.0):  # the second gradient overflows
    optimizer.zero_grad()
    scaler.scale(w * x).backward()
    scale = scaler.get_scale()
    scaler.step(optimizer)  # skips optimizer.step() if a gradient is inf or nan
    scaler.update()  # and then lowers the scale
    skipped = scaler.get_scale() < scale
    if not skipped:
        scheduler.step()
    print(f"skipped: {skipped}, next learning rate {scheduler.get_last_lr()[0]}")
    #> skipped: False, next learning rate 0.5
    #> skipped: True, next learning rate 0.5
    #> skipped: False, next learning rate 0.25
# --8<-- [end:skipped]
