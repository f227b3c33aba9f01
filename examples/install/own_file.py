"""A file of your own called torch.py is imported instead of torch."""

# --8<-- [start:own_file]
import subprocess
import sys
from pathlib import Path

Path("torch.py").write_text("import torch\nprint(torch.ones(2))\n")
done = subprocess.run([sys.executable, "torch.py"], capture_output=True, text=True)
print(done.stderr.strip().splitlines()[-1].split(" (")[0])
#> AttributeError: partially initialized module 'torch' has no attribute 'ones'
find = "import importlib.util; print(importlib.util.find_spec('torch').origin.endswith('site-packages/torch/__init__.py'))"
for folder in (".", "/"):
    print(folder, subprocess.run([sys.executable, "-c", find], cwd=folder, capture_output=True, text=True).stdout.strip())
    #> . False
    #> / True
# --8<-- [end:own_file]
