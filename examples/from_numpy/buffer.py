"""A buffer that is filled again and again changes every tensor that was made from it."""

# --8<-- [start:setup]
import numpy as np
import torch

buffer = np.zeros(2, dtype=np.float32)  # one array for every sample, as readers of files and cameras use it
# --8<-- [end:setup]

# --8<-- [start:buffer]
shared, copied = [], []
for sample in (1, 2, 3):
    buffer[:] = sample
    shared.append(torch.from_numpy(buffer))
    copied.append(torch.tensor(buffer))
print("from_numpy:", [x.tolist() for x in shared])
#> from_numpy: [[3.0, 3.0], [3.0, 3.0], [3.0, 3.0]]
print("tensor:    ", [x.tolist() for x in copied])
#> tensor:     [[1.0, 1.0], [2.0, 2.0], [3.0, 3.0]]
# --8<-- [end:buffer]

# --8<-- [start:stale]
for way in (torch.from_numpy, torch.tensor):
    buffer[:] = [3, 4]
    w = torch.ones(2, requires_grad=True)
    loss = (w * way(buffer)).sum()  # autograd keeps the other factor, since d(wx)/dw = x
    buffer[:] = 0  # the next sample arrives before backward
    loss.backward()
    print(f"{way.__name__}: {w.grad.tolist()}")
    #> from_numpy: [0.0, 0.0]
    #> tensor: [3.0, 4.0]
# --8<-- [end:stale]
