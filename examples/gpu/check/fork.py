"""Asking whether there is a GPU starts CUDA, and a forked process cannot use it after that.

Requires: cuda
"""

# --8<-- [start:fork]
import os
import subprocess
import sys

code = """
import os, torch
print("available:", torch.cuda.is_available(), end=", ", flush=True)
child = os.fork()  # as DataLoader workers and multiprocessing on Linux do up to Python 3.13
if child:
    os.waitpid(child, 0)
else:
    try:
        torch.ones(1, device="cuda")
        print("the forked process works")
    except RuntimeError as error:
        print(str(error).split(". ")[0])
"""
for checked_by in ("CUDA", "NVML"):
    environment = {**os.environ, "PYTORCH_NVML_BASED_CUDA_CHECK": str(int(checked_by == "NVML"))}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    print(f"asked by {checked_by}:", done.stdout.strip())
    #? asked by CUDA: available: True, Cannot re-initialize CUDA in forked subprocess
    #? asked by NVML: available: True, the forked process works
# --8<-- [end:fork]
