"""The machine's last GPU is cuda:0 to a program that sees it alone.

Requires: multi_gpu
"""

# --8<-- [start:renumbered]
import os
import subprocess
import sys

ask = "import torch; print(*(torch.cuda.get_device_properties(i).uuid for i in range(torch.cuda.device_count())))"


def uuids(**variables):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CUDA_")} | variables
    done = subprocess.run([sys.executable, "-c", ask], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.split()


every = uuids()
print("1 becomes cuda:0:", uuids(CUDA_VISIBLE_DEVICES="1") == [every[1]])
#? 1 becomes cuda:0: True
print("1,0 turns them round:", uuids(CUDA_VISIBLE_DEVICES="1,0") == [every[1], every[0]])
#? 1,0 turns them round: True
print("by UUID:", uuids(CUDA_VISIBLE_DEVICES=f"GPU-{every[1]}") == [every[1]])
#? by UUID: True
# --8<-- [end:renumbered]

# --8<-- [start:order]
listed = subprocess.run(["nvidia-smi", "--query-gpu=uuid", "--format=csv,noheader"], capture_output=True, text=True)
by_bus = [line.removeprefix("GPU-") for line in listed.stdout.split()]  # nvidia-smi goes by bus number
print("PCI_BUS_ID counts as nvidia-smi does:", uuids(CUDA_DEVICE_ORDER="PCI_BUS_ID") == by_bus)
#? PCI_BUS_ID counts as nvidia-smi does: True
# --8<-- [end:order]
