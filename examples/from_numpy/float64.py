"""NumPy's float64 meets a model's float32."""

# --8<-- [start:setup]
import numpy as np
import torch
from torch import nn

x = torch.from_numpy(np.ones((1, 2)))  # (batch=1, in=2), float64 as NumPy's default
# --8<-- [end:setup]

# --8<-- [start:float64]
model = nn.Linear(2, 1)
try:
    model(x)
except RuntimeError as error:
    print(error)
    #> mat1 and mat2 must have the same dtype, but got Double and Float
print(model(x.float()).dtype)  # a copy, since the memory is of another size
#> torch.float32

layers = {"Conv2d": nn.Conv2d(1, 1, 1), "Conv2d, bias=False": nn.Conv2d(1, 1, 1, bias=False), "LSTM": nn.LSTM(2, 1)}
for name, layer in layers.items():
    try:
        layer(x if name == "LSTM" else x.reshape(1, 1, 1, 2))
    except (RuntimeError, ValueError) as error:
        print(f"{name}: {str(error).split('. ')[0]}")
        #> Conv2d: Input type (double) and bias type (float) should be the same
        #> Conv2d, bias=False: expected scalar type Double but found Float
        #> LSTM: RNN input dtype (torch.float64) does not match weight dtype (torch.float32)
# --8<-- [end:float64]

# --8<-- [start:promoted]
y_hat = torch.full((2,), 0.5, requires_grad=True)  # float32
y = torch.from_numpy(np.ones(2))  # float64
loss = nn.MSELoss()(y_hat, y)
print(y_hat.dtype, y.dtype, "->", loss.dtype)
#> torch.float32 torch.float64 -> torch.float64
for name in ("BCELoss", "HuberLoss"):
    try:
        getattr(nn, name)()(y_hat, y).backward()
    except RuntimeError as error:
        print(f"{name}: {error}")
        #> BCELoss: Found dtype Double but expected Float
        #> HuberLoss: Found dtype Double but expected Float
# --8<-- [end:promoted]
