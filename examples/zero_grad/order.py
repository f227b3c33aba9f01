"""Where zero_grad() may stand in the loop, and where it may not."""

# --8<-- [start:setup]
import torch
from torch import nn

x = torch.tensor([[1.0], [2.0], [3.0]])  # (batch=3, in=1)
y = 2 * x


def train(order):
    model = nn.Linear(1, 1, bias=False)
    nn.init.zeros_(model.weight)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
    calls = {
        "zero_grad": optimizer.zero_grad,
        "backward": lambda: ((model(x) - y) ** 2).mean().backward(),
        "step": optimizer.step,
    }
    for _ in range(10):
        for name in order:
            calls[name]()
    return model.weight.item()
# --8<-- [end:setup]


# --8<-- [start:order]
first = train(["zero_grad", "backward", "step"])
last = train(["backward", "step", "zero_grad"])
print(f"zero_grad first: {first:.4f}, last: {last:.4f}, equal to the last bit: {first == last}")
#> zero_grad first: 1.9963, last: 1.9963, equal to the last bit: True
# --8<-- [end:order]

# --8<-- [start:never]
print("zero_grad in between:", train(["backward", "zero_grad", "step"]))  # step() finds no gradient
#> zero_grad in between: 0.0
# --8<-- [end:never]
