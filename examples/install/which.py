"""What this torch was built for, before the question of whether there is a GPU."""

# --8<-- [start:which]
import torch


def built_for():
    if torch.version.cuda:
        return "CUDA"
    if torch.version.hip:
        return "ROCm"
    return "the CPU alone"  # torch.__version__ often ends in +cpu


print("built for", built_for())
#> built for CUDA
print("asks without an error:", torch.cuda.is_available() in (True, False), torch.accelerator.is_available() in (True, False))
#> asks without an error: True True
# --8<-- [end:which]
