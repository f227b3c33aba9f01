# Two processes, and a batch after which nothing should be exchanged.

# --8<-- [start:two_models]
ACCELERATE_USE_CPU=true torchrun --standalone --nproc-per-node 2 examples/accelerate/two_models.py
#> accumulate(a): gradients of a [0.5, 1.0], of b [0.75, 0.75]
#> accumulate(a, b): gradients of a [0.5, 1.0], of b [0.5, 1.0]
# --8<-- [end:two_models]
