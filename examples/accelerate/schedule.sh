# The same script in two processes.

# --8<-- [start:schedule]
ACCELERATE_USE_CPU=true torchrun --standalone --nproc-per-node 2 examples/accelerate/schedule.py
#> by default: batches of 8, learning rates [1.0, 0.5, 0.0, 0.0]
#> step_scheduler_with_optimizer=False: batches of 8, learning rates [1.0, 0.75, 0.5, 0.25]
#> split_batches=True: batches of 4, learning rates [1.0, 0.75, 0.5, 0.25]
# --8<-- [end:schedule]
