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
environment = {name: value for name, value in os.environ.items() if name != "CUDA_VISIBLE_DEVICES"}
for moment, lines in programs.items():
    code = "\n".join([*lines, "print('hidden:', not torch.cuda.is_available())"])
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    print(f"{moment}:", done.stdout.strip())
    #? before import torch: hidden: True
    #? after import torch: hidden: True
    #? after is_available(): hidden: False
    #? after a first tensor: hidden: False
# --8<-- [end:when]

# --8<-- [start:disagree]
code = "\n".join([*programs["after is_available()"], "print(torch.cuda.device_count(), torch.cuda.is_available())"])
done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
print("device_count() and is_available() disagree:", done.stdout.strip())
#? device_count() and is_available() disagree: 0 True
# --8<-- [end:disagree]
