"""A file that asks for a GPU, on a machine without one.

Requires: no_cuda
"""

# --8<-- [start:no_gpu]
import torch

torch.save({"weight": torch.ones(2)}, "weights.pt")
try:
    torch.load("weights.pt", map_location="cuda")  # where a file from a GPU goes by itself
except RuntimeError as error:
    print(str(error).split(". ")[0])
    #> Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is False
# --8<-- [end:no_gpu]
