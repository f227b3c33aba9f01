"""Stop, save, go on: the same weights to the last bit, or not."""

# --8<-- [start:setup]
import torch
from torch import nn

x = torch.linspace(-1, 1, 8).reshape(8, 1)
y = x**2


def build():
    model = nn.Linear(1, 1)
    nn.init.ones_(model.weight)
    nn.init.ones_(model.bias)
    return model, torch.optim.Adam(model.parameters(), lr=0.1)


def train(model, optimizer, num_steps):
    for _ in range(num_steps):
        optimizer.zero_grad()
        nn.functional.mse_loss(model(x), y).backward()
        optimizer.step()


model, optimizer = build()
train(model, optimizer, 5)
torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict()}, "checkpoint.pt")
train(model, optimizer, 5)
whole = model.weight.item()
# --8<-- [end:setup]

# --8<-- [start:resume]
checkpoint = torch.load("checkpoint.pt")
for restored in (["model", "optimizer"], ["model"]):
    model, optimizer = build()
    model.load_state_dict(checkpoint["model"])
    if "optimizer" in restored:
        optimizer.load_state_dict(checkpoint["optimizer"])
    train(model, optimizer, 5)
    print(f"{restored}: same bits {model.weight.item() == whole}, off by {abs(model.weight.item() - whole):.3f}")
    #> ['model', 'optimizer']: same bits True, off by 0.000
    #> ['model']: same bits False, off by 0.041
# --8<-- [end:resume]

# --8<-- [start:old_lr]
model, _ = build()
optimizer = torch.optim.Adam(model.parameters(), lr=0.001)  # the smaller lr that you wanted from here on
optimizer.load_state_dict(checkpoint["optimizer"])
print("lr:", optimizer.param_groups[0]["lr"])
#> lr: 0.1
# --8<-- [end:old_lr]

# --8<-- [start:other_groups]
try:
    torch.optim.Adam([model.weight]).load_state_dict(checkpoint["optimizer"])
except ValueError as error:
    print(error)
    #> loaded state dict contains a parameter group that doesn't match the size of optimizer's group
two_groups = torch.optim.Adam([{"params": [model.weight]}, {"params": [model.bias]}])
try:
    two_groups.load_state_dict(checkpoint["optimizer"])
except ValueError as error:
    print(error)
    #> loaded state dict has a different number of parameter groups
# --8<-- [end:other_groups]

# --8<-- [start:by_order]
swapped = torch.optim.Adam([model.bias, model.weight])
swapped.load_state_dict(checkpoint["optimizer"])
of_weight = checkpoint["optimizer"]["state"][0]["exp_avg"].item()
print("the bias has the weight's average:", swapped.state[model.bias]["exp_avg"].item() == of_weight)
#> the bias has the weight's average: True
# --8<-- [end:by_order]
