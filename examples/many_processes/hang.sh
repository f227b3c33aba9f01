# Two processes, of which one has a batch more.

# --8<-- [start:hang]
torchrun --standalone --nproc-per-node 2 examples/many_processes/hang.py 2>/dev/null | sed 's/^.*Rank/Rank/'
#> Rank 1 failed to pass monitoredBarrier
#> batches: 3
# --8<-- [end:hang]
