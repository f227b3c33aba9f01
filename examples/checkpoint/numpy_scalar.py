"""A NumPy number in a checkpoint is an object of another class: save a number of Python."""

# --8<-- [start:numpy_scalar]
import pickle

import numpy as np
import torch

best = np.mean([0.8, 0.9])  # numpy.float64
torch.save({"best": best}, "run.pt")
try:
    torch.load("run.pt")
except pickle.UnpicklingError as error:
    print(next(line.split(". ")[0].strip() for line in str(error).splitlines() if "Unsupported global" in line))
    #> WeightsUnpickler error: Unsupported global: GLOBAL numpy._core.multiarray.scalar was not an allowed global by default
with torch.serialization.safe_globals([np._core.multiarray.scalar, np.dtype, type(best.dtype)]):
    old = torch.load("run.pt")  # a file that is there already
torch.save({"best": float(old["best"])}, "run.pt")
print(f"saved as a float: {torch.load('run.pt')['best']:.2f}")
#> saved as a float: 0.85
# --8<-- [end:numpy_scalar]
