"""Input and weights in two dtypes: each layer says it in its own words."""

# --8<-- [start:one_dtype]
import torch
from torch import nn

x = torch.ones(1, 2, 4, 4)
for layer, half in (
    (nn.Linear(4, 1), x.half()),
    (nn.Linear(4, 1).half(), x),
    (nn.Conv2d(2, 1, 1), x.half()),
    (nn.LSTM(4, 1), x[0].half()),
):
    try:
        layer(half)
    except (RuntimeError, ValueError) as error:
        print(str(error).split(". ")[0])
        #> mat1 and mat2 must have the same dtype, but got Half and Float
        #> mat1 and mat2 must have the same dtype, but got Float and Half
        #> Input type (c10::Half) and bias type (float) should be the same
        #> RNN input dtype (torch.float16) does not match weight dtype (torch.float32)
with torch.autocast("cpu", dtype=torch.bfloat16):
    print(nn.Linear(4, 1)(x.half()).dtype, nn.Conv2d(2, 1, 1)(x.half()).dtype)  # autocast makes both one
    #> torch.bfloat16 torch.bfloat16
# --8<-- [end:one_dtype]
