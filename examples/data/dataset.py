"""What a dataset has to have, and what PyTorch says where it has not."""

# --8<-- [start:dataset]
import torch
from torch.utils.data import Dataset, TensorDataset, random_split


class Empty(Dataset):
    pass


for attempt in (
    lambda: Empty()[0],
    lambda: TensorDataset(torch.zeros(3, 2), torch.zeros(4)),
    lambda: random_split(range(10), [8, 3]),
):
    try:
        attempt()
    except (NotImplementedError, AssertionError, ValueError) as error:
        print(error)
        #> Subclasses of Dataset should implement __getitem__.
        #> Size mismatch between tensors
        #> Sum of input lengths does not equal the length of the input dataset!
print([len(part) for part in random_split(range(10), [0.8, 0.2])])  # shares always add up
#> [8, 2]
# --8<-- [end:dataset]
