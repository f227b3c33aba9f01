"""What a model does not register is reached by neither the optimizer nor eval()."""

# --8<-- [start:moved]
import torch
from torch import nn


class Scaled(nn.Module):
    def __init__(self):
        super().__init__()
        self.moved = nn.Parameter(torch.ones(2)).double()  # a result, as .to("cuda") gives on a GPU
        self.kept = nn.Parameter(torch.ones(2))


net = Scaled()
print(type(net.moved).__name__, type(net.kept).__name__, [name for name, _ in net.named_parameters()])
#> Tensor Parameter ['kept']
# --8<-- [end:moved]


# --8<-- [start:despite_eval]
class Late(nn.Module):
    def forward(self, x):
        return nn.BatchNorm1d(2)(x)  # made in forward: eval() does not reach it


for net in (Late(), nn.BatchNorm1d(2, track_running_stats=False), nn.BatchNorm1d(2)):
    try:
        net.eval()(torch.ones(1, 2))
        outcome = "no error"
    except ValueError as error:
        outcome = str(error).split(", got")[0]
    print(f"{type(net).__name__}: {outcome}")
    #> Late: Expected more than 1 value per channel when training
    #> BatchNorm1d: Expected more than 1 value per channel when training
    #> BatchNorm1d: no error
# --8<-- [end:despite_eval]
