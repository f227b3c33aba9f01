"""How much faster: a ratio, of the same work, after the first call."""

# --8<-- [start:setup]
import time

import torch

torch.set_num_threads(1)  # so that other programs on this machine count little


def gelu(x):
    return 0.5 * x * (1 + torch.tanh(0.79788456 * (x + 0.044715 * x**3)))  # many small steps, each over all of x


def seconds(f, x, rounds=20):
    f(x)  # compiles, and fills the caches
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        f(x)
        best = min(best, time.perf_counter() - start)
    return best
# --8<-- [end:setup]


# --8<-- [start:speed]
x = torch.randn(1_000_000)
compiled = torch.compile(gelu)
start = time.perf_counter()
compiled(x)
first, plain = time.perf_counter() - start, seconds(gelu, x)
print("many small steps: at least twice as fast:", plain / seconds(compiled, x) > 2)
#> many small steps: at least twice as fast: True
print("the first call costs more than 10 plain ones:", first > 10 * plain)
#> the first call costs more than 10 plain ones: True
a = torch.randn(512, 512)
product = torch.compile(lambda a: a @ a)
print("one large matrix product: at least twice as fast:", seconds(lambda a: a @ a, a) / seconds(product, a) > 2)
#> one large matrix product: at least twice as fast: False
# --8<-- [end:speed]
