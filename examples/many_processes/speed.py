"""What a step computes grows with the batch, what DDP exchanges does not."""

# --8<-- [start:speed]
import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel
from torch.utils.flop_counter import FlopCounterMode

dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)  # so that it runs without torchrun
exchanged = 0


def counting(state, bucket):  # called for each exchange of gradients
    global exchanged
    exchanged += bucket.buffer().nbytes
    future = torch.futures.Future()
    future.set_result(bucket.buffer())
    return future


model = DistributedDataParallel(nn.Sequential(nn.Linear(256, 256), nn.ReLU(), nn.Linear(256, 1)))
model.register_comm_hook(None, counting)
for batch_size in (4, 64, 1024):
    exchanged = 0
    with FlopCounterMode(display=False) as counter:
        model(torch.ones(batch_size, 256)).sum().backward()
    print(f"batch {batch_size}: {exchanged} bytes, {counter.get_total_flops() / exchanged:.0f} operations for each")
    #> batch 4: 264196 bytes, 4 operations for each
    #> batch 64: 264196 bytes, 64 operations for each
    #> batch 1024: 264196 bytes, 1022 operations for each
dist.destroy_process_group()
# --8<-- [end:speed]
