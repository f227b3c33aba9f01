# The same script in two processes.

# --8<-- [start:metrics]
ACCELERATE_USE_CPU=true torchrun --standalone --nproc-per-node 2 examples/accelerate/metrics.py
#> own:      [0, 1, 4, 5, 8, 9]
#> gathered: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1]
#> counted:  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
# --8<-- [end:metrics]
