"""The same run twice: seeds, and what refuses to be the same."""

# --8<-- [start:setup]
import random

import numpy as np
import torch


def seed_all(seed):
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)  # of every device
# --8<-- [end:setup]


# --8<-- [start:reproduce]
seed_all(0)
first = torch.rand(2).tolist(), np.random.rand(), random.random()
seed_all(0)
print(first == (torch.rand(2).tolist(), np.random.rand(), random.random()))
#> True
torch.use_deterministic_algorithms(True)
try:
    torch.zeros(3).put_(torch.tensor([0, 0]), torch.tensor([1.0, 2.0]))  # which of the two stays?
except RuntimeError as error:
    print(str(error).split(". ")[0])
    #> put_ does not have a deterministic implementation, but you set 'torch.use_deterministic_algorithms(True)'
torch.use_deterministic_algorithms(True, warn_only=True)  # to find them all first
torch.use_deterministic_algorithms(False)
# --8<-- [end:reproduce]
