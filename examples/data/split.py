"""Split by numbers, so that each part may have transforms of its own; and take one batch."""

# --8<-- [start:split]
import torch
from torch.utils.data import DataLoader, Dataset, Subset


class Numbers(Dataset):
    def __init__(self, transform=None):
        self.transform = transform

    def __len__(self):
        return 10

    def __getitem__(self, index):
        x = torch.tensor(float(index))
        return self.transform(x) if self.transform else x


numbers = torch.randperm(10, generator=torch.Generator().manual_seed(0)).tolist()
train = Subset(Numbers(transform=lambda x: -x), numbers[:8])  # augmented
val = Subset(Numbers(), numbers[8:])  # the same files, without
print(len(train), len(val), "in both:", len(set(train.indices) & set(val.indices)))
#> 8 2 in both: 0

folds = [numbers[k::5] for k in range(5)]  # five folds for cross-validation
parts = [[n for other in folds if other is not fold for n in other] for fold in folds]
print([(len(part), len(fold)) for part, fold in zip(parts, folds, strict=True)])
#> [(8, 2), (8, 2), (8, 2), (8, 2), (8, 2)]
# --8<-- [end:split]

# --8<-- [start:one_batch]
loader = DataLoader(Subset(Numbers(), range(10)), batch_size=4)
print(next(iter(loader)).tolist(), next(iter(loader)).tolist())  # iter() starts again each time
#> [0.0, 1.0, 2.0, 3.0] [0.0, 1.0, 2.0, 3.0]
batches = iter(loader)
print(next(batches).tolist(), next(batches).tolist())
#> [0.0, 1.0, 2.0, 3.0] [4.0, 5.0, 6.0, 7.0]
try:
    batches.next()
except AttributeError as error:
    print(error)
    #> '_SingleProcessDataLoaderIter' object has no attribute 'next'
# --8<-- [end:one_batch]
