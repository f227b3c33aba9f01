# Start a script twice over, in ways of which only the last makes two processes that work together.

# --8<-- [start:processes]
export CUDA_VISIBLE_DEVICES=
accelerate launch --cpu --num_processes 2 examples/accelerate/count.py
#> process 0 of 1
torchrun --standalone --nproc-per-node 2 examples/accelerate/count.py
#> process 0 of 1
#> process 0 of 1
ACCELERATE_USE_CPU=true torchrun --standalone --nproc-per-node 2 examples/accelerate/count.py | sort
#> process 0 of 2
#> process 1 of 2
# --8<-- [end:processes]
