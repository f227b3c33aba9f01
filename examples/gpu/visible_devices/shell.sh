# For one command, or for all that follow.

# --8<-- [start:shell]
unset CUDA_VISIBLE_DEVICES
echo 'import os; print("sees", os.environ.get("CUDA_VISIBLE_DEVICES"))' > train.py
CUDA_VISIBLE_DEVICES=2,3 python train.py
#> sees 2,3
python train.py
#> sees None
export CUDA_VISIBLE_DEVICES=2,3
python train.py
#> sees 2,3
# --8<-- [end:shell]

# --8<-- [start:blank]
CUDA_VISIBLE_DEVICES=2, 3 python train.py 2> said.txt || grep -o "command not found" said.txt
#> command not found
CUDA_VISIBLE_DEVICES="2, 3" python train.py
#> sees 2, 3
# --8<-- [end:blank]
