"""What a torch says that was built for another accelerator.

Requires: no_cuda
"""

# --8<-- [start:mps]
import torch

for device in ("mps", "xpu"):
    try:
        torch.zeros(1, device=device)
    except (RuntimeError, AssertionError) as error:
        print(str(error).split(". ")[0])
        #> Could not run 'aten::empty.memory_format' with arguments from the 'MPS' backend
        #> Torch not compiled with XPU enabled
device = torch.accelerator.current_accelerator(check_available=True)  # None where there is none
print("use", torch.device("cpu") if device is None else "the accelerator")
#> use cpu
# --8<-- [end:mps]
