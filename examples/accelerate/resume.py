"""Save in the middle of an epoch, and go on as if nothing had happened."""

# --8<-- [start:resume]
import torch
from accelerate import Accelerator
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

x = torch.arange(64.0).reshape(32, 2) / 64


def build():
    accelerator = Accelerator()
    model = nn.Linear(2, 1)
    nn.init.zeros_(model.weight)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    loader = DataLoader(TensorDataset(x), batch_size=8)
    return accelerator, *accelerator.prepare(model, optimizer, loader)


def train(accelerator, model, optimizer, loader):
    for (x_batch,) in loader:
        accelerator.backward((model(x_batch) - 1).square().mean())
        optimizer.step()
        optimizer.zero_grad()
        yield


accelerator, model, optimizer, loader = build()
for step, _ in enumerate(train(accelerator, model, optimizer, loader), 1):
    if step == 3:
        accelerator.save_state("checkpoint")
whole = model.weight.detach().clone()

accelerator, model, optimizer, loader = build()
accelerator.load_state("checkpoint")
rest = accelerator.skip_first_batches(loader, 3)
print("batches left:", sum(1 for _ in train(accelerator, model, optimizer, rest)))
#> batches left: 1
print("same weights:", torch.equal(model.weight, whole))
#> same weights: True
# --8<-- [end:resume]
