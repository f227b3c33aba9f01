# The same script on two GPUs.
# Requires: multi_gpu

# --8<-- [start:gpus]
torchrun --standalone --nproc-per-node 2 examples/accelerate/batch.py
#? 2 x 8: 10 steps, weight [0.36829, 0.3778]
#? 2 x 4: 20 steps, weight [0.39031, 0.4]
# --8<-- [end:gpus]
