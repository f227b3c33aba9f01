# Two processes, of which one decides.

# --8<-- [start:early_stop]
torchrun --standalone --nproc-per-node 2 examples/many_processes/early_stop.py
#> the processes stop in epoch [3, 3]
# --8<-- [end:early_stop]
