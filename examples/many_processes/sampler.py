"""DistributedSampler gives each process its share, the same length for all."""

# --8<-- [start:sampler]
from torch.utils.data import DistributedSampler

data = range(5)
for rank in range(2):  # given by hand here; in a process group it asks the group
    print(f"process {rank}:", list(DistributedSampler(data, num_replicas=2, rank=rank, shuffle=False)))
    #> process 0: [0, 2, 4]
    #> process 1: [1, 3, 0]
sampler = DistributedSampler(range(1000), num_replicas=2, rank=0, shuffle=True)
first, second = list(sampler), list(sampler)
print("the next epoch has the same order:", first == second)
#> the next epoch has the same order: True
sampler.set_epoch(1)  # before each epoch; the DataLoader does not do it for you
print("after set_epoch:", first == list(sampler))
#> after set_epoch: False
# --8<-- [end:sampler]
