"""A file that was saved on a GPU, read where there is none.

Requires: cuda
"""

# --8<-- [start:save_cuda]
import os
import subprocess
import sys

import torch
from torch import nn

torch.save(nn.Linear(2, 1, device="cuda").state_dict(), "weights.pt")
print("back on:", torch.load("weights.pt")["weight"].device)
#? back on: cuda:0
without_gpu = {**os.environ, "CUDA_VISIBLE_DEVICES": ""}
for arguments in ["'weights.pt'", "'weights.pt', map_location='cpu'"]:
    code = f"import torch; print(torch.load({arguments})['weight'].device)"
    done = subprocess.run([sys.executable, "-c", code], env=without_gpu, capture_output=True, text=True)
    print(f"load({arguments}):", (done.stdout or done.stderr).strip().splitlines()[-1].split(". ")[0])
    #? load('weights.pt'): RuntimeError: Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is False
    #? load('weights.pt', map_location='cpu'): cpu
# --8<-- [end:save_cuda]
