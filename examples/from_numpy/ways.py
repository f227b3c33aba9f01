"""Eight ways from an array to a tensor, and which of them share memory."""

# --8<-- [start:setup]
import numpy as np
import torch

from torchmemo import shares_memory

ways = {
    "torch.from_numpy(a)": torch.from_numpy,
    "torch.from_dlpack(a)": torch.from_dlpack,
    "torch.as_tensor(a)": torch.as_tensor,
    "torch.as_tensor(a, dtype=float32)": lambda a: torch.as_tensor(a, dtype=torch.float32),
    "torch.asarray(a)": torch.asarray,
    "torch.asarray(a, copy=True)": lambda a: torch.asarray(a, copy=True),
    "torch.tensor(a)": torch.tensor,
    "torch.Tensor(a)": torch.Tensor,  # FloatTensor(a) likewise
}
# --8<-- [end:setup]

# --8<-- [start:ways]
for name, way in ways.items():
    row = f"{name:34}"
    for a in (np.ones(3, dtype=np.float32), np.ones(3, dtype=np.float64)):
        tensor = way(a)
        what = "shares" if shares_memory(tensor, a) else "copies"
        row += f"{a.dtype}: {what}, {str(tensor.dtype).removeprefix('torch.')}    "
    print(row.rstrip())
    #> torch.from_numpy(a)               float32: shares, float32    float64: shares, float64
    #> torch.from_dlpack(a)              float32: shares, float32    float64: shares, float64
    #> torch.as_tensor(a)                float32: shares, float32    float64: shares, float64
    #> torch.as_tensor(a, dtype=float32) float32: shares, float32    float64: copies, float32
    #> torch.asarray(a)                  float32: shares, float32    float64: shares, float64
    #> torch.asarray(a, copy=True)       float32: copies, float32    float64: copies, float64
    #> torch.tensor(a)                   float32: copies, float32    float64: copies, float64
    #> torch.Tensor(a)                   float32: shares, float32    float64: copies, float32

try:
    torch.asarray(np.ones(3), dtype=torch.float32, copy=False)
except ValueError as error:
    print(error)
    #> can't alias tensor with dtype 'Double' into dtype 'Float'.
# --8<-- [end:ways]
