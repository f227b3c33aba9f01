"""NumPy's float64 and uint8 meet a model's float32."""

# --8<-- [start:setup]
import numpy as np
import torch
from torch import nn

layers = {
    "Linear": nn.Linear(2, 1),
    "Conv2d": nn.Conv2d(1, 1, 1),
    "Conv2d, bias=False": nn.Conv2d(1, 1, 1, bias=False),
    "LSTM": nn.LSTM(2, 1),
}
# --8<-- [end:setup]

# --8<-- [start:float64]
x = torch.from_numpy(np.ones((1, 2)))  # (batch=1, in=2), float64 as NumPy's default
for name, layer in layers.items():
    try:
        layer(x.reshape(1, 1, 1, 2) if "Conv2d" in name else x)
    except (RuntimeError, ValueError) as error:
        print(f"{name}: {str(error).split('. ')[0]}")
        #> Linear: mat1 and mat2 must have the same dtype, but got Double and Float
        #> Conv2d: Input type (double) and bias type (float) should be the same
        #> Conv2d, bias=False: expected scalar type Double but found Float
        #> LSTM: RNN input dtype (torch.float64) does not match weight dtype (torch.float32)
print("converted:", layers["Linear"](x.float()).dtype)  # a copy, since the memory is of another size
#> converted: torch.float32
# --8<-- [end:float64]

# --8<-- [start:uint8]
image = torch.from_numpy(np.zeros((1, 1, 2, 2), dtype=np.uint8))  # (batch, channels, height, width)
for name in ("Linear", "Conv2d", "Conv2d, bias=False"):
    try:
        layers[name](image)
    except RuntimeError as error:
        print(f"{name}: {error}")
        #> Linear: mat1 and mat2 must have the same dtype, but got Byte and Float
        #> Conv2d: Input type (unsigned char) and bias type (float) should be the same
        #> Conv2d, bias=False: expected scalar type Byte but found Float
print("converted:", layers["Conv2d"](image.float() / 255).dtype)
#> converted: torch.float32
# --8<-- [end:uint8]

# --8<-- [start:promoted]
y_hat = torch.full((2,), 0.5, requires_grad=True)  # float32
y = torch.from_numpy(np.ones(2))  # float64
print("MSELoss:", nn.MSELoss()(y_hat, y).dtype)
#> MSELoss: torch.float64
print("times a 0-dim float64:", (y_hat * torch.tensor(np.ones(2).mean())).dtype)
#> times a 0-dim float64: torch.float32
for name in ("BCELoss", "HuberLoss"):
    try:
        getattr(nn, name)()(y_hat, y).backward()
    except RuntimeError as error:
        print(f"{name}: {error}")
        #> BCELoss: Found dtype Double but expected Float
        #> HuberLoss: Found dtype Double but expected Float
# --8<-- [end:promoted]
