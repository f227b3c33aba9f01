"""Accumulate without exchanging: no_sync() for all batches but the last."""

# --8<-- [start:no_sync]
import contextlib

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)  # so that it runs without torchrun
exchanges = 0


def counting(state, bucket):  # called for each exchange of gradients
    global exchanges
    exchanges += 1
    future = torch.futures.Future()
    future.set_result(bucket.buffer())
    return future


model = DistributedDataParallel(nn.Linear(2, 1))
model.register_comm_hook(None, counting)
for quiet in (False, True):
    exchanges = 0
    for number in range(4):
        last = number == 3
        with model.no_sync() if quiet and not last else contextlib.nullcontext():
            model(torch.ones(1, 2)).sum().backward()  # forward too has to stand inside
    print(f"no_sync {quiet}: {exchanges} exchanges for 4 batches")
    #> no_sync False: 4 exchanges for 4 batches
    #> no_sync True: 1 exchanges for 4 batches
dist.destroy_process_group()
# --8<-- [end:no_sync]
