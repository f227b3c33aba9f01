"""A prepared scheduler takes as many steps as there are processes."""

# --8<-- [start:schedule]
import torch
from accelerate import Accelerator
from torch.optim.lr_scheduler import LinearLR

for together in [True, False]:
    accelerator = Accelerator(step_scheduler_with_optimizer=together)
    weight = torch.zeros(1, requires_grad=True)
    weight.grad = torch.zeros(1)
    optimizer = torch.optim.SGD([weight], lr=1.0)
    scheduler = LinearLR(optimizer, start_factor=1.0, end_factor=0.0, total_iters=4)
    optimizer, scheduler = accelerator.prepare(optimizer, scheduler)
    curve = []
    for _ in range(4):
        curve.append(scheduler.get_last_lr()[0])
        optimizer.step()
        scheduler.step()
    accelerator.print(f"step_scheduler_with_optimizer={together}:", curve)
accelerator.end_training()
# --8<-- [end:schedule]
