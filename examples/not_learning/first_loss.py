"""Before any training, a classifier's loss is the logarithm of the number of classes."""

# --8<-- [start:setup]
from math import log

import torch
from torch import nn

torch.manual_seed(0)
x, labels = torch.randn(1000, 20), torch.randint(0, 10, (1000,))  # (samples, features), ten classes
# --8<-- [end:setup]

# --8<-- [start:first_loss]
model = nn.Linear(20, 10)
print(f"log(10) = {log(10):.2f}, first loss {nn.CrossEntropyLoss()(model(x), labels):.1f}")
#> log(10) = 2.30, first loss 2.4
print(f"inputs from 0 to 255: {nn.CrossEntropyLoss()(model(255 * x), labels):.0f}")
#> inputs from 0 to 255: 207
# --8<-- [end:first_loss]
