# The same script in two processes.

# --8<-- [start:fsdp]
torchrun --standalone --nproc-per-node 2 examples/many_processes/fsdp.py
#> of 280 numbers, process 0 of 2 keeps 140; to save: 280
# --8<-- [end:fsdp]
