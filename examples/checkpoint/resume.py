"""Everything a run needs to go on in the middle of an epoch: the same weights to the last bit."""

# --8<-- [start:setup]
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

x = torch.linspace(-1, 1, 40).reshape(40, 1)
data = TensorDataset(x, x**2)


def build():
    model = nn.Sequential(nn.Linear(1, 16), nn.ReLU(), nn.Dropout(0.2), nn.Linear(16, 1))
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-2)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=30)
    return {"model": model, "optimizer": optimizer, "scheduler": scheduler}
# --8<-- [end:setup]


# --8<-- [start:resume]
def train(parts, num_steps, place):
    """Go on from a place in the data; return the place that was reached."""
    order = torch.Generator()  # of the shuffling alone
    while num_steps:
        order.manual_seed(place["epoch"])  # each epoch has an order of its own, known beforehand
        for number, (x, y) in enumerate(DataLoader(data, batch_size=4, shuffle=True, generator=order)):
            if number < place["done"]:
                continue  # seen before the stop
            loss = nn.functional.mse_loss(parts["model"](x), y)
            parts["optimizer"].zero_grad()
            loss.backward()
            parts["optimizer"].step()
            parts["scheduler"].step()
            place["done"], num_steps = number + 1, num_steps - 1
            if not num_steps:
                return place
        place = {"epoch": place["epoch"] + 1, "done": 0}
    return place


def save(path, parts, place):
    states = {name: part.state_dict() for name, part in parts.items()}
    torch.save({**states, "place": place, "random": torch.get_rng_state()}, path)


def load(path, parts):
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    for name, part in parts.items():
        part.load_state_dict(checkpoint[name])
    torch.set_rng_state(checkpoint["random"])
    return checkpoint["place"]


torch.manual_seed(0)
parts = build()
place = train(parts, 14, {"epoch": 0, "done": 0})
save("run.pt", parts, place)
print("stopped at", place)
#> stopped at {'epoch': 1, 'done': 4}
train(parts, 16, dict(place))  # the run that never stopped
# --8<-- [end:resume]

# --8<-- [start:proof]
def differs(forgotten):
    torch.manual_seed(1)  # a new process
    again = build()
    place = load("run.pt", {name: part for name, part in again.items() if name != forgotten})
    if forgotten == "random":
        torch.manual_seed(1)
    if forgotten == "place":
        place = {"epoch": 0, "done": 0}
    train(again, 16, place)
    pairs = zip(parts["model"].parameters(), again["model"].parameters(), strict=True)
    return max((a - b).abs().max().item() for a, b in pairs)


print("all of it:", differs(None))
#> all of it: 0.0
for forgotten in ("model", "optimizer", "scheduler", "place", "random"):
    print(f"without {forgotten}: differs {differs(forgotten) > 0}")
    #> without model: differs True
    #> without optimizer: differs True
    #> without scheduler: differs True
    #> without place: differs True
    #> without random: differs True
# --8<-- [end:proof]
