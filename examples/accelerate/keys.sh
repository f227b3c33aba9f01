# The same script in two processes.

# --8<-- [start:keys]
ACCELERATE_USE_CPU=true torchrun --standalone --nproc-per-node 2 examples/accelerate/keys.py
#> DistributedDataParallel ['module.weight', 'module.bias']
#> unwrapped: ['weight', 'bias']
# --8<-- [end:keys]
