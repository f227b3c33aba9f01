"""On a GPU a label out of range stops the process, and the message names another line.

Requires: cuda
"""

# --8<-- [start:device_assert]
import subprocess
import sys

program = """
import torch
scores = torch.zeros(2, 3, device="cuda")
try:
    torch.nn.functional.cross_entropy(scores, torch.tensor([0, 3], device="cuda")).item()
except RuntimeError as error:
    print(str(error).splitlines()[0])
try:
    print(torch.ones(1, device="cuda").item())
except RuntimeError as error:
    print("again:", str(error).splitlines()[0])
"""
ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
print(ran.stdout.strip().replace("\n", " | "))
#? CUDA error: device-side assert triggered | again: CUDA error: device-side assert triggered
print("t >= 0 && t < n_classes" in ran.stderr or "cur_target >= 0 && cur_target < n_classes" in ran.stderr)
#? True
# --8<-- [end:device_assert]
