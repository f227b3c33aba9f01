"""A checkpoint from a GPU, read on a machine without one.

Requires: no_cuda
"""

# --8<-- [start:map_location]
import zipfile

import torch

torch.save({"weight": torch.ones(2)}, "cpu.pt")
with zipfile.ZipFile("cpu.pt") as read, zipfile.ZipFile("gpu.pt", "w") as write:
    for name in read.namelist():  # the same file, as a GPU machine writes it: each storage names its device
        content = read.read(name)
        if name.endswith("data.pkl"):
            content = content.replace(b"X\x03\x00\x00\x00cpu", b"X\x06\x00\x00\x00cuda:0")
        write.writestr(name, content)
try:
    torch.load("gpu.pt")
except RuntimeError as error:
    print(str(error).split(". ")[0])
    #> Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is False
print(torch.load("gpu.pt", map_location="cpu")["weight"].device)
#> cpu
# --8<-- [end:map_location]
