"""What is not visible is not there, whatever number it has on the machine.

Requires: cuda
"""

# --8<-- [start:ordinal]
import os
import subprocess
import sys

for visible, device in [("0", "cuda:0"), ("0", "cuda:1"), ("", "cuda:0")]:
    code = f"import torch; torch.ones(1, device='{device}')"
    environment = {**os.environ, "CUDA_VISIBLE_DEVICES": visible}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True)
    said = [text for text in ("invalid device ordinal", "No CUDA GPUs are available") if text in done.stderr]
    print(f"CUDA_VISIBLE_DEVICES={visible}, {device}:", *said or ["works"])
    #? CUDA_VISIBLE_DEVICES=0, cuda:0: works
    #? CUDA_VISIBLE_DEVICES=0, cuda:1: invalid device ordinal
    #? CUDA_VISIBLE_DEVICES=, cuda:0: No CUDA GPUs are available
# --8<-- [end:ordinal]
