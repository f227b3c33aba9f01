"""DDP waits for the gradient of every parameter."""

# --8<-- [start:unused]
import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)  # only so that it runs without torchrun


class TwoHeads(nn.Module):
    def __init__(self):
        super().__init__()
        self.used, self.unused = nn.Linear(2, 1), nn.Linear(2, 1)

    def forward(self, x):  # (batch, 2) -> (batch, 1)
        return self.used(x)


x = torch.ones(4, 2)
for name in ["as it is", "frozen", "find_unused_parameters=True"]:
    net = TwoHeads()
    net.unused.requires_grad_(name != "frozen")  # before it is wrapped
    model = DistributedDataParallel(net, find_unused_parameters=name.startswith("find"))
    try:
        for _ in range(2):
            model(x).sum().backward()
        outcome = "two steps"
    except RuntimeError as error:
        outcome = str(error).split(". ")[0]
    print(f"{name}: {outcome}")
    #> as it is: Expected to have finished reduction in the prior iteration before starting a new one
    #> frozen: two steps
    #> find_unused_parameters=True: two steps
dist.destroy_process_group()
# --8<-- [end:unused]
