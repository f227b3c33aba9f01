"""A script for torchrun, started with python."""

# --8<-- [start:launch]
import torch.distributed as dist

try:
    dist.init_process_group("gloo")
except ValueError as error:
    print(str(error).split(": ")[-1])
    #> environment variable RANK expected, but not set
# --8<-- [end:launch]
