"""NumPy's scalars, arrays without dimensions, and lists of arrays."""

# --8<-- [start:setup]
import warnings

import numpy as np
import torch

a = np.array([1.0, 2.0])
# --8<-- [end:setup]

# --8<-- [start:scalars]
for name, value in (("a[0]", a[0]), ("a.mean()", a.mean()), ("[1.0, 2.0]", [1.0, 2.0])):
    try:
        torch.from_numpy(value)
    except TypeError as error:
        print(f"{name}: {error}")
        #> a[0]: expected np.ndarray (got numpy.float64)
        #> a.mean(): expected np.ndarray (got numpy.float64)
        #> [1.0, 2.0]: expected np.ndarray (got list)
print(torch.from_numpy(a[0:1]).shape, torch.from_numpy(a[0, ...]).shape)  # views: arrays still
#> torch.Size([1]) torch.Size([])
print("Python float:", torch.tensor(1.5).dtype)
#> Python float: torch.float32
print("NumPy scalar:", torch.tensor(a.mean()).dtype)
#> NumPy scalar: torch.float64

rows = [np.ones(2), np.zeros(2)]
torch.set_warn_always(True)  # torch gives this warning once a program
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    slow = torch.tensor(rows)
torch.set_warn_always(False)
print(str(caught[0].message).split(". ")[0])
#> Creating a tensor from a list of numpy.ndarrays is extremely slow
quick = torch.from_numpy(np.stack(rows))  # one copy of whole rows
print("equal:", torch.equal(slow, quick))
#> equal: True
# --8<-- [end:scalars]
