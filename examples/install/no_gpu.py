"""is_available() gives no reason; starting CUDA does.

Requires: no_cuda
"""

# --8<-- [start:no_gpu_visible]
import os
import subprocess
import sys

import torch

print("is_available:", torch.cuda.is_available(), "| device_count:", torch.cuda.device_count())
#> is_available: False | device_count: 0
try:
    torch.cuda.init()
except RuntimeError as error:
    print(str(error).split(". ")[0])
    #> Found no NVIDIA driver on your system
done = subprocess.run([sys.executable, "-m", "torchmemo.devices"], capture_output=True, text=True, env={**os.environ})
print(done.stdout.splitlines()[-1])
#> use      torch.device("cpu")
# --8<-- [end:no_gpu_visible]
