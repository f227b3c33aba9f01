"""Gradient accumulation: backward divides the loss, also at the end of the data."""

# --8<-- [start:accumulate]
import torch
from accelerate import Accelerator
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

x = torch.ones(12, 1)
for own_division in [1, 2]:
    accelerator = Accelerator(gradient_accumulation_steps=2)
    loader = DataLoader(TensorDataset(x), batch_size=4)  # three batches: a group of two, and one alone
    model = nn.Linear(1, 1, bias=False)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.0)
    model, optimizer, loader = accelerator.prepare(model, optimizer, loader)
    updates = []
    for (x_batch,) in loader:
        with accelerator.accumulate(model):
            loss = model(x_batch).mean() / own_division  # its gradient is 1 / own_division
            accelerator.backward(loss)
            if accelerator.sync_gradients:  # the step below is a real one
                updates.append(model.weight.grad.item())
            optimizer.step()
            optimizer.zero_grad()
    print(f"loss / {own_division}: gradients of the updates", updates)
    #> loss / 1: gradients of the updates [1.0, 0.5]
    #> loss / 2: gradients of the updates [0.5, 0.25]
# --8<-- [end:accumulate]

# --8<-- [start:outside]
accelerator = Accelerator(gradient_accumulation_steps=2)
model = accelerator.prepare(nn.Linear(1, 1, bias=False))
accelerator.backward(model(x[:4].to(accelerator.device)).mean())  # not within accumulate()
print("without accumulate():", model.weight.grad.item())
#> without accumulate(): 0.5
# --8<-- [end:outside]

# --8<-- [start:clear]
loader = DataLoader(torch.tensor([[1.0], [3.0]]), batch_size=1)
model = nn.Linear(1, 1, bias=False)
optimizer = torch.optim.SGD(model.parameters(), lr=0.0)
model, optimizer, loader = accelerator.prepare(model, optimizer, loader)
for x_batch in loader:
    with accelerator.accumulate(model):
        optimizer.zero_grad()  # the mistake
        accelerator.backward(model(x_batch).mean())
        optimizer.step()
print(model.weight.grad.item())
#> 1.5
# --8<-- [end:clear]
