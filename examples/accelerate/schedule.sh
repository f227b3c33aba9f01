# The same script in two processes.

# --8<-- [start:schedule]
ACCELERATE_USE_CPU=true torchrun --standalone --nproc-per-node 2 examples/accelerate/schedule.py
#> step_scheduler_with_optimizer=True: [1.0, 0.5, 0.0, 0.0]
#> step_scheduler_with_optimizer=False: [1.0, 0.75, 0.5, 0.25]
# --8<-- [end:schedule]
