"""The output of a layer inside a model: a forward hook keeps it."""

# --8<-- [start:features]
import torch
from torch import nn

net = nn.Sequential(nn.Conv2d(3, 8, 3, padding=1), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8, 10))
features = {}


def keep(name):
    return lambda module, args, output: features.update({name: output.detach()})


handles = [net.get_submodule(name).register_forward_hook(keep(name)) for name in ("0", "3")]
net(torch.ones(2, 3, 4, 4))  # (batch=2, channels=3, height=4, width=4)
print({name: tuple(output.shape) for name, output in features.items()})
#> {'0': (2, 8, 4, 4), '3': (2, 8)}
for handle in handles:
    handle.remove()
# --8<-- [end:features]
