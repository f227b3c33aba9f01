# What the driver sees, whatever a program may see.
# Requires: cuda

# --8<-- [start:nvidia_smi]
nvidia-smi --query-gpu=index,uuid,name,memory.total,memory.used --format=csv | head -n 1
# --8<-- [end:nvidia_smi]
