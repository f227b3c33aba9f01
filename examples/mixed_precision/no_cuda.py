"""Code for CUDA where there is none: a warning, and float32.

Requires: no_cuda
"""

# --8<-- [start:cpu]
import warnings

import torch
from torch import nn

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    scaler = torch.amp.GradScaler("cuda")
    with torch.autocast("cuda", dtype=torch.float16):
        print(nn.Linear(2, 1)(torch.ones(1, 2)).dtype, "scaler enabled:", scaler.is_enabled())
        #> torch.float32 scaler enabled: False
    with torch.autocast("cpu", dtype=torch.float32):
        pass
for warning in caught:
    print(str(warning.message).split(".  ")[0].split("\n")[0])
    #> torch.cuda.amp.GradScaler is enabled, but CUDA is not available
    #> CUDA is not available or torch_xla is imported. Disabling autocast.
    #> In CPU autocast, but the target dtype is not supported. Disabling autocast.
try:
    torch.autocast(dtype=torch.float16)
except TypeError as error:
    print(error)
    #> autocast.__init__() missing 1 required positional argument: 'device_type'
# --8<-- [end:cpu]
