"""Stop, save, go on: the same weights to the last bit, or not."""

# --8<-- [start:setup]
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

x = torch.linspace(-1, 1, 8).reshape(8, 1)
loader = DataLoader(TensorDataset(x, x**2), batch_size=2, shuffle=True)  # draws its order from torch's random state


def build():
    model = nn.Linear(1, 1)
    nn.init.ones_(model.weight)
    nn.init.ones_(model.bias)
    return model, torch.optim.AdamW(model.parameters(), lr=0.1)


def train(model, optimizer, num_epochs):
    for _ in range(num_epochs):
        for x_batch, y_batch in loader:
            optimizer.zero_grad()
            nn.functional.mse_loss(model(x_batch), y_batch).backward()
            optimizer.step()
# --8<-- [end:setup]

# --8<-- [start:resume]
torch.manual_seed(0)
model, optimizer = build()
train(model, optimizer, 2)
parts = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "random": torch.get_rng_state()}
torch.save(parts, "checkpoint.pt")
train(model, optimizer, 2)  # the run that never stopped
whole = model.weight.item()

for restored in (["model", "optimizer", "random"], ["model", "optimizer"], ["model", "random"]):
    checkpoint = torch.load("checkpoint.pt", map_location="cpu", weights_only=True)  # training changes what was loaded
    torch.manual_seed(1)  # a new process has another random state
    model, optimizer = build()
    model.load_state_dict(checkpoint["model"])
    if "optimizer" in restored:
        optimizer.load_state_dict(checkpoint["optimizer"])
    if "random" in restored:
        torch.set_rng_state(checkpoint["random"])
    train(model, optimizer, 2)
    print(f"{restored}: the same to the last bit: {model.weight.item() == whole}")
    #> ['model', 'optimizer', 'random']: the same to the last bit: True
    #> ['model', 'optimizer']: the same to the last bit: False
    #> ['model', 'random']: the same to the last bit: False
# --8<-- [end:resume]

# --8<-- [start:other_groups]
model, _ = build()
optimizer = torch.optim.AdamW(model.parameters(), lr=0.001)  # the smaller lr that you wanted from here on
optimizer.load_state_dict(checkpoint["optimizer"])
print("lr:", optimizer.param_groups[0]["lr"])
#> lr: 0.1

swapped = torch.optim.AdamW([model.bias, model.weight])
swapped.load_state_dict(checkpoint["optimizer"])  # no error
of_weight = checkpoint["optimizer"]["state"][0]["exp_avg"].item()
print("the bias has the weight's average:", swapped.state[model.bias]["exp_avg"].item() == of_weight)
#> the bias has the weight's average: True

others = {
    "one parameter": torch.optim.AdamW([model.weight]),
    "two groups": torch.optim.AdamW([{"params": [model.weight]}, {"params": [model.bias]}]),
}
for name, optimizer in others.items():
    try:
        optimizer.load_state_dict(checkpoint["optimizer"])
    except ValueError as error:
        print(f"{name}: {error}")
        #> one parameter: loaded state dict contains a parameter group that doesn't match the size of optimizer's group
        #> two groups: loaded state dict has a different number of parameter groups
# --8<-- [end:other_groups]
