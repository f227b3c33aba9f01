"""A prepared scheduler counts updates, not batches, unless it is told to step by itself."""

# --8<-- [start:updates]
import warnings

import torch
from accelerate import Accelerator
from torch import nn
from torch.optim.lr_scheduler import LinearLR
from torch.utils.data import DataLoader

warnings.simplefilter("ignore")  # of the second case: that the scheduler steps before the optimizer
for name, options, when in [
    ("by default", {}, "always"),
    ("step_scheduler_with_optimizer=False", {"step_scheduler_with_optimizer": False}, "always"),
    ("and if sync_gradients", {"step_scheduler_with_optimizer": False}, "sync"),
]:
    accelerator = Accelerator(gradient_accumulation_steps=2, **options)
    model = nn.Linear(1, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
    scheduler = LinearLR(optimizer, start_factor=1.0, end_factor=0.0, total_iters=2)  # 4 batches: 2 updates
    loader = DataLoader(torch.ones(8, 1), batch_size=2)
    model, optimizer, loader, scheduler = accelerator.prepare(model, optimizer, loader, scheduler)
    curve = []
    for x in loader:
        curve.append(scheduler.get_last_lr()[0])
        with accelerator.accumulate(model):
            accelerator.backward(model(x).mean())
            optimizer.step()
            if when == "always" or accelerator.sync_gradients:
                scheduler.step()
            optimizer.zero_grad()
    print(f"{name}: learning rates {curve}")
    #> by default: learning rates [1.0, 1.0, 0.5, 0.5]
    #> step_scheduler_with_optimizer=False: learning rates [1.0, 0.5, 0.0, 0.0]
    #> and if sync_gradients: learning rates [1.0, 1.0, 0.5, 0.5]
# --8<-- [end:updates]
