"""A process that waits for another that does not come: the barrier says which one."""

# --8<-- [start:setup]
from datetime import timedelta

import torch.distributed as dist

alone = {} if dist.is_torchelastic_launched() else {"store": dist.HashStore(), "rank": 0, "world_size": 1}
dist.init_process_group("gloo", **alone)
rank = dist.get_rank()
batches = 3 if rank == 0 else 2  # process 1 has one less: the usual reason
# --8<-- [end:setup]

# --8<-- [start:hang]
for number in range(batches):
    try:
        dist.monitored_barrier(timeout=timedelta(seconds=3))
    except RuntimeError as error:
        print(str(error).splitlines()[0].split(" in ")[0])
if rank == 0:
    print("batches:", batches)
    #> batches: 3
dist.destroy_process_group()
# --8<-- [end:hang]
