"""persistent_workers keeps the worker processes from one epoch to the next."""

# --8<-- [start:persistent]
import os

import torch
from torch.utils.data import DataLoader, Dataset


class WhoMadeIt(Dataset):
    def __len__(self):
        return 4

    def __getitem__(self, index):
        return os.getpid()


for persistent in (False, True):
    loader = DataLoader(WhoMadeIt(), num_workers=1, persistent_workers=persistent)
    first, second = (torch.cat(list(loader)).tolist() for epoch in range(2))
    print(f"persistent_workers={persistent}, the same process in the second epoch: {first == second}")
    #> persistent_workers=False, the same process in the second epoch: False
    #> persistent_workers=True, the same process in the second epoch: True
# --8<-- [end:persistent]
