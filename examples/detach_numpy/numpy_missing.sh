# torch whose NumPy was not there when it was imported.

# --8<-- [start:numpy_missing]
python -W ignore -c 'import sys; sys.modules["numpy"] = None; import torch; torch.ones(2).numpy()' 2>&1 | tail -n 1 || true
#> RuntimeError: Numpy is not available
# --8<-- [end:numpy_missing]
