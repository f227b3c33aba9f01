"""DDP waits for the gradient of every parameter."""

# --8<-- [start:unused]
import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)  # one process is enough to see it


class TwoHeads(nn.Module):
    def __init__(self):
        super().__init__()
        self.used, self.unused = nn.Linear(2, 1), nn.Linear(2, 1)

    def forward(self, x):  # (batch, 2) -> (batch, 1)
        return self.used(x)


x = torch.ones(4, 2)
for find in [False, True]:
    model = DistributedDataParallel(TwoHeads(), find_unused_parameters=find)
    try:
        for _ in range(2):
            model(x).sum().backward()
        outcome = "two steps"
    except RuntimeError as error:
        outcome = str(error).split(". ")[0]
    print(f"find_unused_parameters={find}: {outcome}")
    #> find_unused_parameters=False: Expected to have finished reduction in the prior iteration before starting a new one
    #> find_unused_parameters=True: two steps
dist.destroy_process_group()
# --8<-- [end:unused]
