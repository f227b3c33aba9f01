"""Is the data the brake? Measure how long the loop waits for a batch."""

# --8<-- [start:setup]
import time

import torch
from torch.utils.data import DataLoader, Dataset


class Slow(Dataset):
    def __init__(self, seconds):
        self.seconds = seconds

    def __len__(self):
        return 20

    def __getitem__(self, index):
        time.sleep(self.seconds)  # as decoding an image takes
        return torch.ones(1)


def waiting(loader, compute):
    waited, start = 0.0, time.perf_counter()
    batches = iter(loader)
    while True:
        asked = time.perf_counter()
        batch = next(batches, None)
        waited += time.perf_counter() - asked
        if batch is None:
            return waited / (time.perf_counter() - start)
        time.sleep(compute)  # on a GPU: torch.cuda.synchronize() first, or the wait seems short
# --8<-- [end:setup]


# --8<-- [start:speed]
print("slow data: waits more than half of the time:", waiting(DataLoader(Slow(0.01), batch_size=4), 0.004) > 0.5)
#> slow data: waits more than half of the time: True
print("fast data:", waiting(DataLoader(Slow(0.0), batch_size=4), 0.04) > 0.5)
#> fast data: False
# --8<-- [end:speed]
