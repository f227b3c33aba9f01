"""What changes on GPUs: NCCL, and a device for each process.

Requires: cuda
"""

# --8<-- [start:ddp_gpu]
import os

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

local_rank = int(os.environ.get("LOCAL_RANK", 0))  # the number of the process on this machine
torch.cuda.set_device(local_rank)  # from here, "cuda" is this process's GPU
alone = {} if dist.is_torchelastic_launched() else {"store": dist.HashStore(), "rank": 0, "world_size": 1}
dist.init_process_group("nccl", **alone)
model = DistributedDataParallel(nn.Linear(2, 1).to("cuda"), device_ids=[local_rank])
x = torch.full((4, 2), 1.0 + dist.get_rank(), device="cuda")  # other data in each process
model(x).sum().backward()
if dist.get_rank() == 0:
    print("processes:", dist.get_world_size(), "| on:", x.device, "| gradient:", model.module.weight.grad.tolist())
dist.destroy_process_group()
# --8<-- [end:ddp_gpu]
