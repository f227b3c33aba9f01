"""L2 by the weight_decay of AdamW; L1 with exact zeros by a soft threshold after each step of SGD."""

# --8<-- [start:setup]
import torch
from torch import nn

from torchmemo import decay_groups, soft_threshold

x = torch.cos(torch.outer(torch.arange(40.0), torch.arange(1.0, 5.0)))  # (samples=40, features=4)
y = x @ torch.tensor([[3.0], [1.0], [0.0], [0.0]])  # the last two features count for nothing


def new_model():
    model = nn.Linear(4, 1)
    nn.init.ones_(model.weight)
    nn.init.zeros_(model.bias)
    return model


def report(model):
    weights = " ".join(f"{abs(w):.1f}" for w in model.weight[0].tolist())
    return f"weights {weights}, exact zeros {int((model.weight == 0).sum())}"
# --8<-- [end:setup]


# --8<-- [start:l2]
for weight_decay in (0.0, 0.3):  # usual values are 0.01 to 0.1
    model = new_model()
    optimizer = torch.optim.AdamW(decay_groups(model, weight_decay), lr=0.01)
    for _ in range(1000):
        optimizer.zero_grad()
        nn.functional.mse_loss(model(x), y).backward()
        optimizer.step()
    print(f"weight_decay {weight_decay}:", report(model))
    #> weight_decay 0.0: weights 3.0 1.0 0.0 0.0, exact zeros 0
    #> weight_decay 0.3: weights 2.3 1.0 0.0 0.0, exact zeros 0
# --8<-- [end:l2]

# --8<-- [start:l1]
strength, lr = 0.2, 0.1
model = new_model()
optimizer = torch.optim.SGD(model.parameters(), lr=lr)  # without momentum
for _ in range(1000):
    optimizer.zero_grad()
    nn.functional.mse_loss(model(x), y).backward()  # the penalty is not in the loss
    optimizer.step()
    with torch.no_grad():
        model.weight.copy_(soft_threshold(model.weight, lr * strength))
print("soft threshold:  ", report(model))
#> soft threshold:   weights 2.8 0.8 0.0 0.0, exact zeros 2
# --8<-- [end:l1]
