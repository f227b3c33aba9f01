"""Another Python does not see this one's packages; and what a wheel has to fit."""

# --8<-- [start:no_torch]
import importlib.util
import subprocess
import sys

print("torch is in this Python:", importlib.util.find_spec("torch") is not None)
#> torch is in this Python: True
# -I -S: a Python that does not look into the folder of packages, as another installation would not
done = subprocess.run([sys.executable, "-I", "-S", "-c", "import torch"], capture_output=True, text=True)
print(done.stderr.splitlines()[-1])
#> ModuleNotFoundError: No module named 'torch'
# --8<-- [end:no_torch]

# --8<-- [start:no_wheel]
import platform
import struct

print("bits:", struct.calcsize("P") * 8, "Python 3.11 or newer:", sys.version_info >= (3, 11))
#> bits: 64 Python 3.11 or newer: True
print(platform.system() in {"Linux", "Windows", "Darwin"}, platform.machine().lower() in {"x86_64", "amd64", "arm64", "aarch64"})
#> True True
# --8<-- [end:no_wheel]
