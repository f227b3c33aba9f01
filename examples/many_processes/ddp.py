"""One training step in as many processes as torchrun starts."""

# --8<-- [start:setup]
import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

# With torchrun, init_process_group("gloo") is enough. The rest lets this page run the script without it.
alone = {} if dist.is_torchelastic_launched() else {"store": dist.HashStore(), "rank": 0, "world_size": 1}
dist.init_process_group("gloo", **alone)
rank, world_size = dist.get_rank(), dist.get_world_size()
answers = torch.ones(1)
dist.all_reduce(answers)  # the sum over all processes
assert answers.item() == world_size
# --8<-- [end:setup]

# --8<-- [start:ddp]
net = nn.Linear(2, 1, bias=False)
nn.init.zeros_(net.weight)
model = DistributedDataParallel(net)
x = torch.arange(8.0).reshape(4, 2)[rank::world_size]  # of (4, 2), this process's share
y = torch.ones(4, 1)[rank::world_size]
for reduction in ["mean", "sum"]:
    grads = []
    for forward in [net, model]:  # past the wrapper, and through it
        net.zero_grad()
        nn.functional.mse_loss(forward(x), y, reduction=reduction).backward()
        grads.append(net.weight.grad[0].tolist())
    for number in range(world_size):  # one after another
        if number == rank:
            print(f"{reduction}, process {rank} of {world_size}: past model {grads[0]}, through model {grads[1]}")
            #> mean, process 0 of 1: past model [-6.0, -8.0], through model [-6.0, -8.0]
            #> sum, process 0 of 1: past model [-24.0, -32.0], through model [-24.0, -32.0]
        dist.monitored_barrier()  # no process goes on before all are here
# --8<-- [end:ddp]

# --8<-- [start:ddp_keys]
output = model(x)
loss = nn.functional.mse_loss(output, y) if rank == 0 else 0 * output.sum()  # only process 0 has a loss
model.zero_grad()
loss.backward()  # in all processes
if rank == 0:  # one process writes, and without the prefix
    print("a loss in process 0 alone:", net.weight.grad[0].tolist())
    #> a loss in process 0 alone: [-6.0, -8.0]
    print(list(model.state_dict()), "| to save:", list(model.module.state_dict()))
    #> ['module.weight'] | to save: ['weight']
dist.destroy_process_group()
# --8<-- [end:ddp_keys]
