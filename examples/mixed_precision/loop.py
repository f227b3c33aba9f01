"""One loop with all of it, in the order that is right: accumulate, unscale, clip, step, update, schedule."""

# --8<-- [start:setup]
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(0)
device = "cuda" if torch.cuda.is_available() else "cpu"
dtype = torch.float16  # with torch.bfloat16, leave the scaler out: enabled=False
x = torch.randn(64, 8)
loader = DataLoader(TensorDataset(x, x.sum(dim=1, keepdim=True)), batch_size=8)
model = nn.Sequential(nn.Linear(8, 32), nn.ReLU(), nn.Linear(32, 1)).to(device)
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-2)
scheduler = torch.optim.lr_scheduler.LinearLR(optimizer, start_factor=1.0, end_factor=0.1, total_iters=80)
scaler = torch.amp.GradScaler(device, init_scale=2.0**24)  # too large on purpose: the first steps overflow
accumulate = 2  # batches for each step of the optimizer
# --8<-- [end:setup]

# --8<-- [start:loop]
skipped, steps, losses = 0, 0, []
for _ in range(30):
    for number, (x, y) in enumerate(loader, 1):
        with torch.autocast(device, dtype=dtype):  # forward and loss
            loss = nn.functional.mse_loss(model(x.to(device)), y.to(device)) / accumulate
        losses.append(loss.item())
        scaler.scale(loss).backward()  # outside of the block
        if number % accumulate:
            continue
        scaler.unscale_(optimizer)  # before clipping, or the limit would apply to scaled gradients
        nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
        before = scaler.get_scale()
        scaler.step(optimizer)  # leaves the weights alone if a gradient is inf or nan
        scaler.update()
        optimizer.zero_grad()
        if scaler.get_scale() < before:
            skipped += 1
        else:
            steps += 1
            scheduler.step()  # counts the optimizer's steps, not the batches
print("skipped some:", skipped > 0, "| the scheduler counted only the steps:", scheduler.last_epoch == steps)
#> skipped some: True | the scheduler counted only the steps: True
print("loss, a tenth or less:", sum(losses[-8:]) < 0.1 * sum(losses[:8]), "| weights:", model[0].weight.dtype)
#> loss, a tenth or less: True | weights: torch.float32
# --8<-- [end:loop]
