"""NumPy that torch cannot use: missing, or of another major version."""

# --8<-- [start:numpy_2]
import subprocess
import sys

program = "import sys, warnings; warnings.simplefilter('ignore'); sys.modules['numpy'] = None; import torch; torch.ones(1).numpy()"
done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
print(done.stderr.strip().splitlines()[-1])
#> RuntimeError: Numpy is not available
# --8<-- [end:numpy_2]
