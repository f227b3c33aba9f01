# The same script in two processes, each on a GPU of its own.
# Requires: multi_gpu

# --8<-- [start:ddp_gpu]
torchrun --standalone --nproc-per-node 2 examples/gpu/model/ddp_gpu.py
# --8<-- [end:ddp_gpu]
