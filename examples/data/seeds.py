"""Random numbers in workers: a generator that the dataset holds is copied, and each copy gives the same numbers."""

# --8<-- [start:setup]
import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset, get_worker_info


class Noisy(Dataset):
    def __init__(self, draw):
        self.draw = draw

    def __len__(self):
        return 4

    def __getitem__(self, index):
        return self.draw()


def numbers(draw, **options):
    torch.manual_seed(0)
    loader = DataLoader(Noisy(draw), num_workers=2, **options)  # each worker makes two samples
    epochs = [torch.cat(list(loader)).tolist() for _ in range(2)]
    return "different" if len({*epochs[0], *epochs[1]}) == 8 else f"{len({*epochs[0], *epochs[1]})} of 8 are different"
# --8<-- [end:setup]


# --8<-- [start:seeds]
own = np.random.default_rng(0)
print("default_rng made before the workers:", numbers(lambda: own.random()))
#> default_rng made before the workers: 2 of 8 are different
print("np.random, which the loader seeds:  ", numbers(lambda: np.random.rand()))
#> np.random, which the loader seeds:   different
print("torch.rand, which the loader seeds: ", numbers(lambda: torch.rand(()).item()))
#> torch.rand, which the loader seeds:  different


def give_each_its_own(worker_id):
    get_worker_info().dataset.draw = np.random.default_rng(torch.initial_seed()).random


print("default_rng made in each worker:    ", numbers(None, worker_init_fn=give_each_its_own))
#> default_rng made in each worker:     different
# --8<-- [end:seeds]

# --8<-- [start:seed_range]
try:
    np.random.seed(2**32)  # torch.initial_seed() is as large as that
except ValueError as error:
    print(error)
    #> Seed must be between 0 and 2**32 - 1
# --8<-- [end:seed_range]
