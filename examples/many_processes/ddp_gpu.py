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
local_world_size = int(os.environ.get("LOCAL_WORLD_SIZE", 1))
enough = torch.cuda.device_count() >= local_world_size
device = torch.device("cuda", local_rank if enough else 0)
torch.cuda.set_device(device)  # from here, "cuda" is this process's GPU
# With torchrun, the backend and the device are enough. The rest lets this page run the script without it.
alone = {} if dist.is_torchelastic_launched() else {"store": dist.HashStore(), "rank": 0, "world_size": 1}
if enough:
    dist.init_process_group("nccl", device_id=device, **alone)
else:  # only to try it: NCCL wants a GPU for each process, gloo does not
    dist.init_process_group("gloo", **alone)
net = nn.Linear(2, 1, device=device)
model = DistributedDataParallel(net, device_ids=[device])
x = torch.full((4, 2), 1.0 + dist.get_rank(), device=device)  # other data in each process
grads = []
for forward in [net, model]:  # past the wrapper, and through it
    net.zero_grad()
    forward(x).sum().backward()
    grads.append(net.weight.grad.tolist())
if dist.get_rank() == 0:
    print("processes:", dist.get_world_size(), "| own gradient:", grads[0], "| through model:", grads[1])
    #? processes: 1 | own gradient: [[4.0, 4.0]] | through model: [[4.0, 4.0]]
dist.destroy_process_group()
# --8<-- [end:ddp_gpu]
