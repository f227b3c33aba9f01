"""The variable is read when CUDA starts.

Requires: cuda
"""

# --8<-- [start:when]
import os
import subprocess
import sys

hide = "import os; os.environ['CUDA_VISIBLE_DEVICES'] = ''"
programs = {
    "before import torch": [hide, "import torch"],
    "after import torch": ["import torch", hide],
    "after is_available()": ["import torch; torch.cuda.is_available()", hide],
    "after a first tensor": ["import torch; torch.ones(1, device='cuda')", hide],
}
ask = "print('hidden:', not torch.cuda.is_available(), '| device_count() says so:', torch.cuda.device_count() == 0)"
environment = {name: value for name, value in os.environ.items() if name != "CUDA_VISIBLE_DEVICES"}
for moment, lines in programs.items():
    code = "\n".join([*lines, ask])
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    print(f"{moment}:", done.stdout.strip())
# --8<-- [end:when]
