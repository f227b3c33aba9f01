# What the driver sees, whatever a program may see.
# Requires: cuda

# --8<-- [start:nvidia_smi]
export CUDA_VISIBLE_DEVICES=
python -c "import torch; print('torch can use CUDA:', torch.cuda.is_available())"
#? torch can use CUDA: False
nvidia-smi --query-gpu=index,uuid,name,memory.total,memory.used --format=csv > seen.txt
head -n 1 seen.txt
#? index, uuid, name, memory.total [MiB], memory.used [MiB]
test $(wc -l < seen.txt) -gt 1 && echo "nvidia-smi lists devices"
#? nvidia-smi lists devices
# --8<-- [end:nvidia_smi]
