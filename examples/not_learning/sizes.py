"""How large the gradients are, layer by layer: they vanish, explode, or are exactly 0."""

# --8<-- [start:setup]
from math import log10

import torch
from torch import nn

from torchmemo import grad_norms


def norms(make_layer, depth=12):
    torch.manual_seed(0)
    model = nn.Sequential(*(layer for _ in range(depth) for layer in make_layer()), nn.Linear(32, 1))
    model(torch.randn(64, 32)).square().mean().backward()
    found = [norm for name, norm in grad_norms(model).items() if name.endswith("weight")]
    return f"first layer 1e{round(log10(found[0])):+03}, last layer 1e{round(log10(found[-1])):+03}"
# --8<-- [end:setup]


# --8<-- [start:sizes]
def scaled(std):
    layer = nn.Linear(32, 32)
    nn.init.normal_(layer.weight, std=std)
    return layer


print("sigmoid            ", norms(lambda: [nn.Linear(32, 32), nn.Sigmoid()]))
#> sigmoid             first layer 1e-11, last layer 1e+00
print("large weights      ", norms(lambda: [scaled(1.0), nn.ReLU()]))
#> large weights       first layer 1e+13, last layer 1e+15
print("He init, ReLU      ", norms(lambda: [scaled((2 / 32) ** 0.5), nn.ReLU()]))
#> He init, ReLU       first layer 1e-01, last layer 1e+01
print("with normalization ", norms(lambda: [nn.Linear(32, 32), nn.LayerNorm(32), nn.ReLU()]))
#> with normalization  first layer 1e-01, last layer 1e+00
# --8<-- [end:sizes]

# --8<-- [start:dead]
layer = nn.Linear(4, 100)
nn.init.constant_(layer.bias, -10.0)  # as one far too large step may leave it
out = layer(torch.randn(64, 4, generator=torch.Generator().manual_seed(0))).relu()
out.sum().backward()
print(f"dead units {(out == 0).all(dim=0).float().mean():.0%}, gradient {layer.weight.grad.norm():.1f}")
#> dead units 100%, gradient 0.0
# --8<-- [end:dead]
