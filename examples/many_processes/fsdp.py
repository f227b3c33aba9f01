"""FSDP2: each process keeps a part of every parameter."""

# --8<-- [start:setup]
import torch
import torch.distributed as dist
from torch import nn
from torch.distributed.checkpoint.state_dict import StateDictOptions, get_model_state_dict
from torch.distributed.fsdp import fully_shard

alone = {} if dist.is_torchelastic_launched() else {"store": dist.HashStore(), "rank": 0, "world_size": 1}
dist.init_process_group("gloo", **alone)
rank, world_size = dist.get_rank(), dist.get_world_size()
mesh = dist.init_device_mesh("cpu", (world_size,))
# --8<-- [end:setup]

# --8<-- [start:fsdp]
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 8))
plain = sum(parameter.numel() for parameter in model.parameters())
for layer in (model[0], model[2], model):  # the layers first, the whole last
    fully_shard(layer, mesh=mesh)
here = sum(parameter.to_local().numel() for parameter in model.parameters())
optimizer = torch.optim.AdamW(model.parameters())  # after sharding: its state is sharded as well
model(torch.ones(4, 8) * (1 + rank)).sum().backward()
optimizer.step()
state = get_model_state_dict(model, options=StateDictOptions(full_state_dict=True, cpu_offload=True))  # called by all
if rank == 0:
    print(f"of {plain} numbers, process 0 of {world_size} keeps {here}; to save: {sum(v.numel() for v in state.values())}")
    #> of 280 numbers, process 0 of 1 keeps 280; to save: 280
dist.destroy_process_group()
# --8<-- [end:fsdp]
