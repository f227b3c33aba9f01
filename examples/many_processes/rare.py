"""Rare samples more often, and divided between processes that draw the same indices."""

# --8<-- [start:rare]
import torch
from torch.utils.data import DistributedSampler, Subset, WeightedRandomSampler

labels = torch.tensor([0] * 900 + [1] * 100)
weight = (1 / labels.bincount())[labels]  # the rarer the class, the larger
for rank in range(2):  # each process does this for itself
    draw = torch.Generator().manual_seed(0)  # the same in all; another one in each epoch
    indices = list(WeightedRandomSampler(weight, num_samples=1000, generator=draw))
    part = Subset(labels, indices)
    mine = [part[index] for index in DistributedSampler(part, num_replicas=2, rank=rank)]
    share = torch.stack(mine).float().mean()
    print(f"rank {rank}: {len(mine)} samples, about half of them rare: {0.4 < share < 0.6}")
    #> rank 0: 500 samples, about half of them rare: True
    #> rank 1: 500 samples, about half of them rare: True
# --8<-- [end:rare]
