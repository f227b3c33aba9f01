"""device_count() counts what is visible, not what is in use.

Requires: no_cuda
"""

# --8<-- [start:count]
import os
from unittest.mock import patch

import torch

for visible in ("0,1,2,3", "0,1", "3", ""):
    os.environ["CUDA_VISIBLE_DEVICES"] = visible
    with patch.object(torch.cuda, "_raw_device_count_nvml", lambda: 4):  # the driver's answer on a machine of four
        counted = torch.cuda.device_count()
    print(f"visible {visible!r}: device_count() {counted}, in use: {int(torch.cuda.is_initialized())}")
    #> visible '0,1,2,3': device_count() 4, in use: 0
    #> visible '0,1': device_count() 2, in use: 0
    #> visible '3': device_count() 1, in use: 0
    #> visible '': device_count() 0, in use: 0
# --8<-- [end:count]
