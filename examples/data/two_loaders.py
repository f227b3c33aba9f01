"""Two loaders in one loop: zip ends with the shorter one, which may begin again."""

# --8<-- [start:two_loaders]
import itertools

import torch
from torch.utils.data import DataLoader

short = DataLoader(range(60), batch_size=20, shuffle=True)  # 3 batches
long = DataLoader(range(100), batch_size=20)  # 5 batches


def endless(loader):
    while True:
        yield from loader  # each time in a new order


print("zip:", len(list(zip(short, long, strict=False))), "endless:", len(list(zip(long, endless(short), strict=False))))
#> zip: 3 endless: 5
for name, batches in {"cycle": itertools.cycle(short), "endless": endless(short)}.items():
    first, second = (torch.cat(list(itertools.islice(batches, 3))) for _ in range(2))  # two rounds
    print(f"{name}: the second round in the same order: {torch.equal(first, second)}")
    #> cycle: the second round in the same order: True
    #> endless: the second round in the same order: False
# --8<-- [end:two_loaders]
