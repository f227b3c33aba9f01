"""A write to one part of a tensor counts as a write to all of it."""

# --8<-- [start:parts]
import torch
from torch import nn

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)


def write_a_part():
    y = x * 1
    y[1] = y[0].sin()  # sin saves y[0], and only y[1] is written
    return y


ways = {
    "y[1] = y[0].sin()": write_a_part,
    "torch.stack": lambda: torch.stack([x[0], x[0].sin(), x[2]]),
    "ReLU(inplace=True)": lambda: nn.ReLU(inplace=True)(x.sigmoid()),  # sigmoid saves its result
    "ReLU()": lambda: nn.ReLU()(x.sigmoid()),
}
for name, way in ways.items():
    try:
        way().sum().backward()
        outcome = "no error"
    except RuntimeError as error:
        outcome = str(error).split(": [")[0]
    print(f"{name}: {outcome}")
    #> y[1] = y[0].sin(): one of the variables needed for gradient computation has been modified by an inplace operation
    #> torch.stack: no error
    #> ReLU(inplace=True): one of the variables needed for gradient computation has been modified by an inplace operation
    #> ReLU(): no error
# --8<-- [end:parts]
