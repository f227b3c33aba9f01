"""Go on in the middle of an epoch: it takes an order of the data that comes back."""

# --8<-- [start:resume]
import torch
from accelerate import Accelerator, DataLoaderConfiguration
from accelerate.utils import set_seed
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

x = torch.arange(32.0).reshape(32, 1) / 32


def build(seedable):
    set_seed(0)  # the seedable sampler takes its orders from this seed and the epoch
    accelerator = Accelerator(dataloader_config=DataLoaderConfiguration(use_seedable_sampler=seedable))
    model = nn.Linear(1, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    loader = DataLoader(TensorDataset(x), batch_size=8, shuffle=True)
    return accelerator, *accelerator.prepare(model, optimizer, loader)


def train(accelerator, model, optimizer, batches):
    for (x_batch,) in batches:
        accelerator.backward((model(x_batch) - 2 * x_batch).square().mean())
        optimizer.step()
        optimizer.zero_grad()
        yield


for seedable in [False, True]:
    accelerator, model, optimizer, loader = build(seedable)
    for epoch in range(2):
        loader.set_epoch(epoch)
        for step, _ in enumerate(train(accelerator, model, optimizer, loader), 1):
            if (epoch, step) == (1, 2):
                accelerator.save_state("checkpoint")
    whole = model.weight.detach().clone()

    accelerator, model, optimizer, loader = build(seedable)
    accelerator.load_state("checkpoint")
    loader.set_epoch(1)  # before skipping
    rest = accelerator.skip_first_batches(loader, 2)
    left = sum(1 for _ in train(accelerator, model, optimizer, rest))
    print(f"use_seedable_sampler={seedable}: {left} batches left, the same weights: {torch.equal(model.weight, whole)}")
    #> use_seedable_sampler=False: 2 batches left, the same weights: False
    #> use_seedable_sampler=True: 2 batches left, the same weights: True
# --8<-- [end:resume]
