"""Convert with a copy, in the dtypes that a model wants; from_numpy() copies nothing."""

# --8<-- [start:convert]
import numpy as np
import torch
from torch import nn

features = np.array([[1.5, 2.0], [3.0, 4.5]])  # (samples=2, features=2), float64 as NumPy's default
labels = np.array([0, 1], dtype=np.int32)  # (samples=2,)

x = torch.tensor(features, dtype=torch.float32)  # a copy
y = torch.tensor(labels, dtype=torch.int64)
loss = nn.CrossEntropyLoss()(nn.Linear(2, 2)(x), y)  # takes both as they are
print(x.dtype, y.dtype, loss.dtype)
#> torch.float32 torch.int64 torch.float32

shared = torch.from_numpy(features)
features[0, 0] = 100
print("tensor:", x[0, 0].item(), "from_numpy:", shared[0, 0].item(), shared.dtype)
#> tensor: 1.5 from_numpy: 100.0 torch.float64
# --8<-- [end:convert]
