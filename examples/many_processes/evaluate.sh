# Two processes, with three samples and with two.

# --8<-- [start:evaluate]
torchrun --standalone --nproc-per-node 2 examples/many_processes/evaluate.py
#> 3 of 5: 0.60, mean of the means 0.67
# --8<-- [end:evaluate]
