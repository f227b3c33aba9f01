"""An accuracy over all processes: add up what is right and how many there are, then divide."""

# --8<-- [start:evaluate]
import torch
import torch.distributed as dist

alone = {} if dist.is_torchelastic_launched() else {"store": dist.HashStore(), "rank": 0, "world_size": 1}
dist.init_process_group("gloo", **alone)
rank, world_size = dist.get_rank(), dist.get_world_size()
right = torch.tensor([1.0, 1.0, 0.0, 1.0, 0.0])  # (samples=5,): whether each prediction is right
own = right[rank::world_size]  # each sample in one process: three in process 0, two in process 1
counts = torch.tensor([own.sum(), len(own)])
dist.all_reduce(counts)  # all processes call it, once
mean = own.mean()
dist.all_reduce(mean)
if rank == 0:
    print(f"{counts[0]:.0f} of {counts[1]:.0f}: {counts[0] / counts[1]:.2f}, mean of the means {mean / world_size:.2f}")
    #> 3 of 5: 0.60, mean of the means 0.60
dist.destroy_process_group()
# --8<-- [end:evaluate]
