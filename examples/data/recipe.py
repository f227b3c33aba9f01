"""A dataset gives one sample, a DataLoader makes batches of them."""

# --8<-- [start:setup]
import torch
from torch.utils.data import DataLoader, Dataset


class Squares(Dataset):
    def __init__(self, size):
        self.size = size

    def __len__(self):  # how many samples there are
        return self.size

    def __getitem__(self, index):  # one sample: anything made of tensors, numbers, strings
        x = torch.tensor([float(index)])
        return x, x**2
# --8<-- [end:setup]


# --8<-- [start:recipe]
train = DataLoader(Squares(10), batch_size=4, shuffle=True, drop_last=True)  # shuffled again in each epoch
test = DataLoader(Squares(10), batch_size=4)  # in order, with the last samples
for x, y in test:
    print(tuple(x.shape), y.flatten().tolist())
    #> (4, 1) [0.0, 1.0, 4.0, 9.0]
    #> (4, 1) [16.0, 25.0, 36.0, 49.0]
    #> (2, 1) [64.0, 81.0]
print(len(train), "batches for training,", len(test), "for testing")
#> 2 batches for training, 3 for testing
# --8<-- [end:recipe]
