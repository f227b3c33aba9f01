"""Integers: division, means and labels differ between NumPy and torch."""

# --8<-- [start:setup]
import numpy as np
import torch
from torch import nn

pixels = np.array([0, 51, 255], dtype=np.uint8)
# --8<-- [end:setup]

# --8<-- [start:division]
print("divided by NumPy:", torch.from_numpy(pixels / 255).dtype)
#> divided by NumPy: torch.float64
print("divided by torch:", (torch.from_numpy(pixels) / 255).dtype)
#> divided by torch: torch.float32
print("mean by NumPy:", pixels.mean())
#> mean by NumPy: 102.0
try:
    torch.from_numpy(pixels).mean()
except RuntimeError as error:
    print("mean by torch:", error)
    #> mean by torch: mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: Byte
# --8<-- [end:division]

# --8<-- [start:labels]
logits = torch.zeros(2, 3)  # (batch=2, classes=3)
for dtype in ("int64", "int32", "int16", "uint8"):
    y = torch.from_numpy(np.array([0, 2], dtype=dtype))
    try:
        outcome = f"loss {nn.CrossEntropyLoss()(logits, y):.4f}"
    except RuntimeError as error:
        outcome = error
    print(f"{dtype}: {outcome}")
    #> int64: loss 1.0986
    #> int32: expected target dtype to be Long or Byte, but got Int
    #> int16: expected target dtype to be Long or Byte, but got Short
    #> uint8: loss 1.0986
# --8<-- [end:labels]
