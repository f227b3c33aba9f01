"""A read-only array gives a tensor that may be written to, and the write goes through."""

# --8<-- [start:setup]
import warnings

import numpy as np
import torch

a = np.arange(3.0)
a.flags.writeable = False
# --8<-- [end:setup]

# --8<-- [start:readonly]
torch.set_warn_always(True)  # torch gives this warning once a program
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    b = torch.from_numpy(a)
    torch.from_dlpack(a)
torch.set_warn_always(False)
print(len(caught), "warning")
#> 1 warning
for sentence in str(caught[0].message).split(". ")[:2]:
    print(sentence)
    #> The given NumPy array is not writable, and PyTorch does not support non-writable tensors
    #> This means writing to this tensor will result in undefined behavior
b[0] = 9
print(a.tolist(), "writeable:", a.flags.writeable)
#> [9.0, 1.0, 2.0] writeable: False
# --8<-- [end:readonly]

# --8<-- [start:immutable]
data = bytes([1, 2, 3])
with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # as a program does that has seen the warning
    from_bytes = torch.from_numpy(np.frombuffer(data, dtype=np.uint8))
    repeated = torch.from_numpy(np.broadcast_to(np.zeros(1), (3,)))  # one number, shown three times
from_bytes.fill_(7)
print("bytes:", list(data))
#> bytes: [7, 7, 7]
repeated[0] = 1
print("broadcast:", repeated.tolist())
#> broadcast: [1.0, 1.0, 1.0]
# --8<-- [end:immutable]
