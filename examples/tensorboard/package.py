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
import subprocess
import sys

program = """
import sys

sys.modules["tensorboard"] = None  # as if it were not installed
from torch.utils.tensorboard import SummaryWriter
"""
done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
print("exit status", done.returncode, *done.stderr.splitlines()[-1:])
#> exit status 1 ModuleNotFoundError: import of tensorboard halted; None in sys.modules
# --8<-- [end:import]
