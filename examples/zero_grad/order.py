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
        "zero": optimizer.zero_grad,
        "backward": lambda: ((model(x) - y) ** 2).mean().backward(),
        "step": optimizer.step,
    }
    for _ in range(10):
        for name in order.split():
            calls[name]()
    return model.weight.item()
# --8<-- [end:setup]


# --8<-- [start:order]
before = train("zero backward step")
after = train("backward step zero")
print(f"{before:.4f}", before == after)  # the same to the last bit
#> 1.9963 True
# --8<-- [end:order]

# --8<-- [start:never]
print(train("backward zero step"))  # step() finds no gradient and skips every parameter
#> 0.0
# --8<-- [end:never]
