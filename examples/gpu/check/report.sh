# What there is to compute on, with the GPUs hidden.

# --8<-- [start:report]
export CUDA_VISIBLE_DEVICES=
python -m torchmemo.devices | tail -n 1
#> use      torch.device("cpu")
python -m torchmemo.devices --json | grep -A 1 devices
#>   "devices": [],
#>   "use": "cpu",
# --8<-- [end:report]
