"""What a torch that was built for the CPU alone says, read from torch's source."""

# --8<-- [start:cpu_build]
import inspect

import torch

for line in inspect.getsource(torch.cuda._lazy_init).splitlines():
    if "not compiled" in line:
        print(line.strip())
        #> raise AssertionError("Torch not compiled with CUDA enabled")
# --8<-- [end:cpu_build]
