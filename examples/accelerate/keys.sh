# The same script in two processes.

# --8<-- [start:keys]
ACCELERATE_USE_CPU=true torchrun --standalone --nproc-per-node 2 examples/accelerate/keys.py
#> DistributedDataParallel {'as it is': ['module.weight', 'module.bias'], 'get_state_dict': ['weight', 'bias']}
# --8<-- [end:keys]
