"""What parameters() lists: frozen ones too, buffers and plain tensors not."""

# --8<-- [start:setup]
import torch
from torch import nn


class Scale(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(2))
        self.frozen = nn.Parameter(torch.ones(2), requires_grad=False)
        self.mean = nn.Buffer(torch.zeros(2))  # or self.register_buffer("mean", torch.zeros(2))
        self.cache = nn.Buffer(torch.zeros(2), persistent=False)  # moved, but not saved
        self.plain = torch.ones(2)  # a tensor, and nothing more


net = Scale()
# --8<-- [end:setup]

# --8<-- [start:parameters]
print("parameters:", [name for name, _ in net.named_parameters()])
#> parameters: ['weight', 'frozen']
print("to be trained:", [name for name, p in net.named_parameters() if p.requires_grad])
#> to be trained: ['weight']
parameters = net.parameters()
print("the first time:", len(list(parameters)), "the second time:", len(list(parameters)))  # a generator
#> the first time: 2 the second time: 0
# --8<-- [end:parameters]

# --8<-- [start:plain]
net.to(torch.float64)
saved = net.state_dict()
for name in ("weight", "frozen", "mean", "cache", "plain"):
    print(f"{name:6} follows to(): {getattr(net, name).dtype == torch.float64!s:5} is saved: {name in saved}")
    #> weight follows to(): True  is saved: True
    #> frozen follows to(): True  is saved: True
    #> mean   follows to(): True  is saved: True
    #> cache  follows to(): True  is saved: False
    #> plain  follows to(): False is saved: False
# --8<-- [end:plain]
