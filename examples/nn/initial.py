"""Layers come with initial values; apply() sets others."""

# --8<-- [start:initial]
import torch
from torch import nn

net = nn.Sequential(nn.Linear(100, 50), nn.ReLU(), nn.Linear(50, 10))
print("by default, below 1/sqrt(100):", bool(net[0].weight.abs().max() <= 0.1))
#> by default, below 1/sqrt(100): True


def initialize(module):
    if isinstance(module, nn.Linear):
        nn.init.kaiming_normal_(module.weight, nonlinearity="relu")
        nn.init.zeros_(module.bias)


torch.manual_seed(0)
net.apply(initialize)  # calls it with each module of the tree
print(f"std {net[0].weight.std():.2f}, expected {(2 / 100) ** 0.5:.2f}; bias {net[0].bias.abs().sum():.0f}")
#> std 0.14, expected 0.14; bias 0
# --8<-- [end:initial]

# --8<-- [start:summary]
for name, layer in net.named_children():
    print(name, layer, sum(p.numel() for p in layer.parameters()))
    #> 0 Linear(in_features=100, out_features=50, bias=True) 5050
    #> 1 ReLU() 0
    #> 2 Linear(in_features=50, out_features=10, bias=True) 510
print(sum(p.numel() for p in net.parameters() if p.requires_grad), "numbers to train")
#> 5560 numbers to train
# --8<-- [end:summary]
