"""Unequal numbers of batches: Join lets those who are done stand in for nothing."""

# --8<-- [start:setup]
import torch
import torch.distributed as dist
from torch import nn
from torch.distributed.algorithms import Join
from torch.nn.parallel import DistributedDataParallel

alone = {} if dist.is_torchelastic_launched() else {"store": dist.HashStore(), "rank": 0, "world_size": 1}
dist.init_process_group("gloo", **alone)
rank = dist.get_rank()
# --8<-- [end:setup]

# --8<-- [start:unequal]
model = DistributedDataParallel(nn.Linear(1, 1))
batches = [torch.ones(2, 1)] * (3 + rank)  # process 1 has one more
with Join([model]):
    for batch in batches:
        model(batch).sum().backward()
done = torch.tensor([len(batches)])
dist.all_reduce(done)
if rank == 0:
    print("batches in all:", done.item())
    #> batches in all: 3
dist.destroy_process_group()
# --8<-- [end:unequal]
