# The same script in two processes, on two GPUs or on one.
# Requires: cuda

# --8<-- [start:ddp_gpu]
torchrun --standalone --nproc-per-node 2 examples/many_processes/ddp_gpu.py
#? processes: 2 | own gradient: [[4.0, 4.0]] | through model: [[6.0, 6.0]]
# --8<-- [end:ddp_gpu]
