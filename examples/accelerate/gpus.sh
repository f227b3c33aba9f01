# The same script on two GPUs.
# Requires: multi_gpu

# --8<-- [start:gpus]
torchrun --standalone --nproc-per-node 2 examples/accelerate/batch.py
# --8<-- [end:gpus]
