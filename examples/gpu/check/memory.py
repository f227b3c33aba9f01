"""Memory that tensors use, and memory that torch keeps for the next ones.

Requires: cuda
"""

# --8<-- [start:memory]
import torch

torch.cuda.empty_cache()
used, kept = torch.cuda.memory_allocated(), torch.cuda.memory_reserved()


def show(moment):
    allocated, reserved = torch.cuda.memory_allocated() - used, torch.cuda.memory_reserved() - kept
    print(f"{moment}: allocated {allocated // 2**20} MiB, reserved {reserved // 2**20} MiB")
    #? made: allocated 256 MiB, reserved 256 MiB
    #? deleted: allocated 0 MiB, reserved 256 MiB
    #? emptied: allocated 0 MiB, reserved 0 MiB


x = torch.ones(64, 2**20, device="cuda")  # 64 times 2**20 float32: 256 MiB
show("made")
del x
show("deleted")
torch.cuda.empty_cache()
show("emptied")
free, total = torch.cuda.mem_get_info()  # of the whole device, as the driver counts
print("the driver counts more than torch has reserved:", total - free > torch.cuda.memory_reserved())
#? the driver counts more than torch has reserved: True
# --8<-- [end:memory]

# --8<-- [start:free]
try:
    torch.empty(2 * total, dtype=torch.uint8, device="cuda")
except torch.OutOfMemoryError as error:
    print(str(error).split(". ")[0])
    #? CUDA out of memory
x = torch.ones(64, 2**20, device="cuda")
torch.cuda.empty_cache()  # x is still there
print("after empty_cache():", torch.cuda.memory_allocated() - used == x.nbytes)
#? after empty_cache(): True
# --8<-- [end:free]
