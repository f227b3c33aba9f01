"""Neither torchvision nor torch brings the package tensorboard."""

# --8<-- [start:package]
from importlib.metadata import requires

for package in ("torchvision", "torch"):
    needed = [line for line in requires(package) if "tensorboard" in line]
    print(package, "requires tensorboard:", bool(needed))
    #> torchvision requires tensorboard: False
    #> torch requires tensorboard: False
# --8<-- [end:package]
