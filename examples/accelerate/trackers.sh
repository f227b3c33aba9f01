# The same script in two processes.

# --8<-- [start:trackers]
ACCELERATE_USE_CPU=true torchrun --standalone --nproc-per-node 2 examples/accelerate/trackers.py
#> 2 processes: own loss 1.0, logged 1.5, files 1
# --8<-- [end:trackers]
