"""What parameters() lists: frozen ones too, buffers and plain tensors not."""

# --8<-- [start:setup]
import torch
from torch import nn


class Scale(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(2))
        self.frozen = nn.Parameter(torch.ones(2), requires_grad=False)
        self.register_buffer("mean", torch.zeros(2))
        self.register_buffer("cache", torch.zeros(2), persistent=False)
        self.plain = torch.ones(2)  # a tensor, and nothing more


net = Scale()
# --8<-- [end:setup]

# --8<-- [start:parameters]
print("parameters:", [name for name, _ in net.named_parameters()])
#> parameters: ['weight', 'frozen']
print("to be learned:", [name for name, p in net.named_parameters() if p.requires_grad])
#> to be learned: ['weight']
print("state_dict:", list(net.state_dict()))
#> state_dict: ['weight', 'frozen', 'mean']
parameters = net.parameters()
print("the first time:", len(list(parameters)), "the second time:", len(list(parameters)))  # a generator
#> the first time: 2 the second time: 0
# --8<-- [end:parameters]

# --8<-- [start:plain]
net.to(torch.float64)
for name in ("weight", "frozen", "mean", "cache", "plain"):
    print(name, getattr(net, name).dtype)
    #> weight torch.float64
    #> frozen torch.float64
    #> mean torch.float64
    #> cache torch.float64
    #> plain torch.float32
# --8<-- [end:plain]
