"""Ask the driver itself how it reads the variable.

Requires: cuda
"""

# --8<-- [start:driver]
import os
import subprocess
import sys

code = """
import ctypes
cuda, count = ctypes.CDLL("libcuda.so.1"), ctypes.c_int(0)
if cuda.cuInit(0) == 0:  # the driver reads the variable here; any other number is an error
    cuda.cuDeviceGetCount(ctypes.byref(count))
print(count.value)
"""


def seen(**variables):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CUDA_")} | variables
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    return int(done.stdout)


print("not set: all of them:", seen() >= 1)
#? not set: all of them: True
for text in ("0", "", "-1", "0,-1", "0,99", "99,0", "0,0"):
    print(f"{text!r}:", seen(CUDA_VISIBLE_DEVICES=text))
    #? '0': 1
    #? '': 0
    #? '-1': 0
    #? '0,-1': 1
    #? '0,99': 1
    #? '99,0': 0
    #? '0,0': 0
# --8<-- [end:driver]
