"""Neither torchvision nor torch brings the package tensorboard, and the writer needs it as well."""

# --8<-- [start:package]
from importlib.metadata import requires

for package in ("torchvision", "torch"):
    needed = [line for line in requires(package) if "tensorboard" in line]
    print(package, "requires tensorboard:", bool(needed))
    #> torchvision requires tensorboard: False
    #> torch requires tensorboard: False
# --8<-- [end:package]

# --8<-- [start:import]
import sys

sys.modules["tensorboard"] = None  # as if it were not installed
try:
    import torch.utils.tensorboard

    print("imported", torch.utils.tensorboard.SummaryWriter)
except ModuleNotFoundError as error:
    print("SummaryWriter cannot be imported without:", error.name)
    #> SummaryWriter cannot be imported without: tensorboard
# --8<-- [end:import]
