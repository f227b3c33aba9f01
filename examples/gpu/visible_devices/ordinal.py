"""With one device visible there is no cuda:1, whatever number the device has on the machine.

Requires: cuda
"""

# --8<-- [start:ordinal]
import os
import subprocess
import sys

code = """
import torch
print("count:", torch.cuda.device_count())
try:
    torch.ones(1, device="cuda:1")
except Exception as error:
    print(str(error).splitlines()[0])
"""
environment = {**os.environ, "CUDA_VISIBLE_DEVICES": "0"}
done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
for line in done.stdout.splitlines():
    print(line)
# --8<-- [end:ordinal]
