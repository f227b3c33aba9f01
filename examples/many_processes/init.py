"""The process group: before it is there, made twice, and with a backend that this machine has not."""

# --8<-- [start:init]
import torch
import torch.distributed as dist


def said(attempt):
    try:
        attempt()
    except (RuntimeError, ValueError) as error:
        return str(error).split(", please")[0]


alone = {"rank": 0, "world_size": 1}  # so that it runs without torchrun
print(said(lambda: dist.all_reduce(torch.ones(1))))
#> Default process group has not been initialized
dist.init_process_group("gloo", store=dist.HashStore(), **alone)
print(said(lambda: dist.init_process_group("gloo", store=dist.HashStore(), **alone)))
#> trying to initialize the default process group twice!
dist.destroy_process_group()  # at the end of each program
print("initialized:", dist.is_initialized())
#> initialized: False
# --8<-- [end:init]
