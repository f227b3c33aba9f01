"""What runs as the graph is made, and what runs at each call."""

# --8<-- [start:side_effects]
import torch

seen = []


@torch.compile(backend="eager")
def f(x):
    seen.append(tuple(x.shape))  # Python on Python objects: kept
    return x + 1


for _ in range(3):
    f(torch.ones(2))
print("appended:", len(seen))
#> appended: 3


@torch.compile(backend="eager")
def noisy(x):
    return x + torch.rand(2)


torch.manual_seed(0)
first = noisy(torch.zeros(2))
print("new random numbers at each call:", not torch.equal(first, noisy(torch.zeros(2))))
#> new random numbers at each call: True
# --8<-- [end:side_effects]
