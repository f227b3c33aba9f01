# The same script in two processes.

# --8<-- [start:state]
ACCELERATE_USE_CPU=true torchrun --standalone --nproc-per-node 2 examples/accelerate/state.py
#> 2 processes: model.safetensors optimizer.bin random_states_0.pkl random_states_1.pkl
# --8<-- [end:state]
