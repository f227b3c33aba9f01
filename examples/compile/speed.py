"""How much faster: a ratio, of the same work, after the first call."""

# --8<-- [start:setup]
import time

import torch

torch.set_num_threads(1)  # so that other programs on this machine count little


def curve(x):
    for _ in range(4):
        x = 0.5 * x + 0.1 * x * x - 0.2  # small steps, each over all of x
    return x


def seconds(*functions, x, rounds=20):
    best = [float("inf")] * len(functions)
    for round in range(rounds + 1):
        for i, f in enumerate(functions):  # they take turns, so that a busy moment slows down both
            start = time.perf_counter()
            f(x)
            if round:  # the first compiles, and fills the caches
                best[i] = min(best[i], time.perf_counter() - start)
    return best
# --8<-- [end:setup]


# --8<-- [start:speed]
x = torch.randn(1_000_000)
compiled = torch.compile(curve)
start = time.perf_counter()
compiled(x)
first = time.perf_counter() - start
plain, fast = seconds(curve, compiled, x=x)
print("many small steps: at least twice as fast:", plain / fast > 2)
#> many small steps: at least twice as fast: True
print("the first call costs more than 10 plain ones:", first > 10 * plain)
#> the first call costs more than 10 plain ones: True
a = torch.randn(512, 512)
product = torch.compile(lambda a: a @ a)
plain, fast = seconds(lambda a: a @ a, product, x=a)
print("one large matrix product: at least twice as fast:", plain / fast > 2)
#> one large matrix product: at least twice as fast: False
# --8<-- [end:speed]
