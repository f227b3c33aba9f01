"""Which samples, in which order: shuffle, sampler, drop_last."""

# --8<-- [start:setup]
import torch
from torch.utils.data import DataLoader, IterableDataset, SequentialSampler, WeightedRandomSampler

data = list(range(10))
# --8<-- [end:setup]

# --8<-- [start:sampler]
def order(seed):
    generator = torch.Generator().manual_seed(seed)
    return [batch.tolist() for batch in DataLoader(data, batch_size=4, shuffle=True, generator=generator)]


print("sizes", [len(batch) for batch in order(0)], "the same seed, the same order:", order(0) == order(0))
#> sizes [4, 4, 2] the same seed, the same order: True
weighted = WeightedRandomSampler([1.0] * 9 + [9.0], num_samples=1000, generator=torch.Generator().manual_seed(0))
drawn = torch.tensor(list(weighted))
print(f"the last sample of ten is drawn {(drawn == 9).float().mean():.1f} of the time")
#> the last sample of ten is drawn 0.5 of the time
lengths = torch.tensor([5, 90, 7, 88, 6, 91])
groups = lengths.argsort().reshape(2, 3).tolist()  # a list of indices for each batch
print("by length:", [batch.tolist() for batch in DataLoader(lengths, batch_sampler=groups)])
#> by length: [[5, 6, 7], [88, 90, 91]]
# --8<-- [end:sampler]

# --8<-- [start:sampler_error]
class Stream(IterableDataset):
    def __iter__(self):
        return iter(data)


for attempt in (
    lambda: DataLoader([], shuffle=True),
    lambda: DataLoader(data, shuffle=True, sampler=SequentialSampler(data)),
    lambda: DataLoader(data, batch_size=2, batch_sampler=[[0, 1]]),
    lambda: DataLoader(Stream(), shuffle=True),
    lambda: DataLoader(data, batch_size=4 // 8),  # a batch shared by more GPUs than it has samples
):
    try:
        attempt()
    except ValueError as error:
        print(str(error).split(", but got shuffle=")[0])
        #> num_samples should be a positive integer value, but got num_samples=0
        #> sampler option is mutually exclusive with shuffle
        #> batch_sampler option is mutually exclusive with batch_size, shuffle, sampler, and drop_last
        #> DataLoader with IterableDataset: expected unspecified shuffle option
        #> batch_size should be a positive integer value, but got batch_size=0
# --8<-- [end:sampler_error]
