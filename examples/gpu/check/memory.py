"""Memory that tensors use, and memory that torch keeps for the next ones.

Requires: cuda
"""

# --8<-- [start:memory]
import torch

torch.cuda.empty_cache()
used, kept = torch.cuda.memory_allocated(), torch.cuda.memory_reserved()


def show(moment):
    allocated, reserved = torch.cuda.memory_allocated() - used, torch.cuda.memory_reserved() - kept
    print(f"{moment}: allocated {allocated / 2**20:.0f} MiB, reserved {reserved / 2**20:.0f} MiB")


x = torch.ones(64, 2**20, device="cuda")  # 64 times 2**20 float32: 256 MiB
show("made")
del x
show("deleted")
torch.cuda.empty_cache()
show("emptied")
# --8<-- [end:memory]

# --8<-- [start:free]
free, total = torch.cuda.mem_get_info()  # of the whole device, other programs included
print("free of total:", 0 < free < total)
try:
    torch.empty(2 * total, dtype=torch.uint8, device="cuda")
except torch.OutOfMemoryError as error:
    print(str(error).split(". ")[0].split(" Tried")[0])
# --8<-- [end:free]
