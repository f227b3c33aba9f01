# The same script in two processes.

# --8<-- [start:unprepared]
ACCELERATE_USE_CPU=true torchrun --standalone --nproc-per-node 2 examples/accelerate/unprepared.py
#> nothing left out: 4 samples a process, gradients [14.0, 14.0]
#> loader left out: 8 samples a process, gradients [28.0, 28.0]
#> model left out: 4 samples a process, gradients [10.0, 18.0]
# --8<-- [end:unprepared]
