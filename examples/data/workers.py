"""num_workers: processes that prepare batches, each with its own copy of the dataset."""

# --8<-- [start:setup]
import os
import warnings

import torch
from torch.utils.data import DataLoader, Dataset, IterableDataset, get_worker_info


class WhoMadeIt(Dataset):
    def __init__(self):
        self.opened = 0

    def __len__(self):
        return 8

    def __getitem__(self, index):
        self.opened += 1  # of the copy in this process
        return os.getpid()
# --8<-- [end:setup]


# --8<-- [start:workers]
data = WhoMadeIt()
pids = torch.cat(list(DataLoader(data, batch_size=2, num_workers=2)))
print(len(set(pids.tolist())), "processes, this one among them:", os.getpid() in pids.tolist())
#> 2 processes, this one among them: False
print("counted here:", data.opened)
#> counted here: 0
# --8<-- [end:workers]

# --8<-- [start:stream]
class Stream(IterableDataset):
    def __init__(self, split):
        self.split = split

    def __iter__(self):
        worker = get_worker_info()  # None where there are no workers
        step = worker.num_workers if worker and self.split else 1
        return iter(range(worker.id if worker and self.split else 0, 4, step))


for split in (False, True):
    print(split, sorted(torch.cat(list(DataLoader(Stream(split), num_workers=2))).tolist()))
    #> False [0, 0, 1, 1, 2, 2, 3, 3]
    #> True [0, 1, 2, 3]
# --8<-- [end:stream]

# --8<-- [start:workers_error]
for options in ({"prefetch_factor": 2}, {"persistent_workers": True}):
    try:
        DataLoader(data, **options)
    except ValueError as error:
        print(str(error).split(".")[0])
        #> prefetch_factor option could only be specified in multiprocessing
        #> persistent_workers option needs num_workers > 0
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    DataLoader(data, num_workers=10_000)
print(str(caught[0].message).split(" is ")[0])
#> This DataLoader will create 10000 worker processes in total. Our suggested max number of worker in current system
# --8<-- [end:workers_error]
