# Two processes, with three batches and with four.

# --8<-- [start:unequal]
torchrun --standalone --nproc-per-node 2 examples/many_processes/unequal.py
#> batches in all: 7
# --8<-- [end:unequal]
