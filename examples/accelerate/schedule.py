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
    size = len(next(iter(loader)))
    if accelerator.is_main_process:
        print(f"{name}: batches of {size}, learning rates {curve}")
        #> by default: batches of 8, learning rates [1.0, 0.75, 0.5, 0.25]
        #> step_scheduler_with_optimizer=False: batches of 8, learning rates [1.0, 0.75, 0.5, 0.25]
        #> split_batches=True: batches of 8, learning rates [1.0, 0.75, 0.5, 0.25]
accelerator.end_training()
# --8<-- [end:schedule]
