"""from_numpy() gives a tensor on the array's own memory: a write to either shows in both."""

# --8<-- [start:setup]
import numpy as np
import torch

a = np.array([1.0, 2.0, 3.0])
b = torch.from_numpy(a)
# --8<-- [end:setup]

# --8<-- [start:both_ways]
a[0] = 10
b[1] = 20
print("array: ", a.tolist())
#> array:  [10.0, 20.0, 3.0]
print("tensor:", b.tolist(), b.dtype)  # the array's dtype, not torch's default
#> tensor: [10.0, 20.0, 3.0] torch.float64

a += 1  # in place: the tensor sees it
print("after a += 1:   ", b.tolist())
#> after a += 1:    [11.0, 21.0, 4.0]
a = a + 1  # a new array under the old name: the tensor keeps the old one
print("after a = a + 1:", b.tolist())
#> after a = a + 1: [11.0, 21.0, 4.0]
# --8<-- [end:both_ways]
