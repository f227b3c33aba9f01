"""A prepared scheduler takes as many steps as there are processes, unless each batch is split among them."""

# --8<-- [start:schedule]
import torch
from accelerate import Accelerator, DataLoaderConfiguration
from torch.optim.lr_scheduler import LinearLR
from torch.utils.data import DataLoader

settings = {
    "by default": {},
    "step_scheduler_with_optimizer=False": {"step_scheduler_with_optimizer": False},
    "split_batches=True": {"dataloader_config": DataLoaderConfiguration(split_batches=True)},
}
for name, options in settings.items():
    accelerator = Accelerator(**options)
    weight = torch.zeros(1, requires_grad=True)
    weight.grad = torch.zeros(1)
    optimizer = torch.optim.SGD([weight], lr=1.0)
    scheduler = LinearLR(optimizer, start_factor=1.0, end_factor=0.0, total_iters=4)
    loader = DataLoader(torch.zeros(32), batch_size=8)
    loader, optimizer, scheduler = accelerator.prepare(loader, optimizer, scheduler)
    curve = []
    for _ in range(4):
        curve.append(scheduler.get_last_lr()[0])
        optimizer.step()
        scheduler.step()
    accelerator.print(f"{name}: batches of {len(next(iter(loader)))}, learning rates {curve}")
accelerator.end_training()
# --8<-- [end:schedule]
