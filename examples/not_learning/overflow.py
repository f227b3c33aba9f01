"""float16 ends at 65504: squares of 256 are infinite, and infinity less infinity is nan."""

# --8<-- [start:overflow]
import torch

for dtype in (torch.float16, torch.bfloat16, torch.float32):
    x = torch.tensor([256.0, 1.0], dtype=dtype)
    spread = x.square() - x.square().max()  # a usual step of softmax
    small = torch.tensor(1e-8, dtype=dtype)  # a usual gradient
    print(f"{str(dtype)[6:]:9}largest {torch.finfo(dtype).max:.0e}, {spread.tolist()}, 1e-8 is {small.item():.0e}")
    #> float16  largest 7e+04, [nan, -inf], 1e-8 is 0e+00
    #> bfloat16 largest 3e+38, [0.0, -65536.0], 1e-8 is 1e-08
    #> float32  largest 3e+38, [0.0, -65535.0], 1e-8 is 1e-08
# --8<-- [end:overflow]
