"""Clip accumulated gradients once, right before the update."""

# --8<-- [start:clip]
import torch
from accelerate import Accelerator
from torch import nn
from torch.utils.data import DataLoader

accelerator = Accelerator(gradient_accumulation_steps=2)
loader = DataLoader(torch.tensor([[6.0], [-4.0]]), batch_size=1)  # gradients 6 and -4, their mean 1
for name in ["before the update", "at each batch"]:
    model = nn.Linear(1, 1, bias=False)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.0)
    model, optimizer, batches = accelerator.prepare(model, optimizer, loader)
    for x in batches:
        with accelerator.accumulate(model):
            accelerator.backward(model(x).mean())
            if name == "at each batch" or accelerator.sync_gradients:
                accelerator.clip_grad_norm_(model.parameters(), max_norm=1.0)
            if accelerator.sync_gradients:
                print(f"{name}: gradient {model.weight.grad.item():.1f}")
                #> before the update: gradient 1.0
                #> at each batch: gradient -1.0
            optimizer.step()
            optimizer.zero_grad()
# --8<-- [end:clip]
