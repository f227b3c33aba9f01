# The same script in two processes.

# --8<-- [start:unprepared]
ACCELERATE_USE_CPU=true torchrun --standalone --nproc-per-node 2 examples/accelerate/unprepared.py | sort
#> loader left out, process 0: 8 samples, gradient 28.0
#> loader left out, process 1: 8 samples, gradient 28.0
#> model left out, process 0: 4 samples, gradient 10.0
#> model left out, process 1: 4 samples, gradient 18.0
#> nothing left out, process 0: 4 samples, gradient 14.0
#> nothing left out, process 1: 4 samples, gradient 14.0
# --8<-- [end:unprepared]
