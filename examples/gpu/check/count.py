"""device_count() counts what is visible, not what is in use.

Requires: cuda
"""

# --8<-- [start:count]
import torch

before = torch.cuda.device_count()
x = torch.ones(1, device="cuda")
print("used one, counted the same:", torch.cuda.device_count() == before)
print("current_device() is an index:", torch.cuda.current_device())
# --8<-- [end:count]
