"""autocast chooses a dtype for each operation; the weights keep theirs."""

# --8<-- [start:setup]
import torch
from torch import nn

model = nn.Linear(2, 1)
x, y = torch.ones(4, 2), torch.zeros(4, 1)
# --8<-- [end:setup]

# --8<-- [start:autocast]
print("without a dtype:", {device: torch.get_autocast_dtype(device) for device in ("cpu", "cuda")})
#> without a dtype: {'cpu': torch.bfloat16, 'cuda': torch.float16}
with torch.autocast("cpu", dtype=torch.bfloat16):  # on a GPU: "cuda", and say the dtype as well
    y_hat = model(x)
    loss = nn.functional.mse_loss(y_hat, y)
    results = {"linear": y_hat, "x @ x.T": x @ x.T, "relu of linear": y_hat.relu(), "x + x": x + x, "mse_loss": loss}
    for name, result in results.items():
        print(f"{name}: {result.dtype}")
        #> linear: torch.bfloat16
        #> x @ x.T: torch.bfloat16
        #> relu of linear: torch.bfloat16
        #> x + x: torch.float32
        #> mse_loss: torch.float32
loss.backward()  # outside: each step takes the dtype of its forward
print("weight:", model.weight.dtype, "| its gradient:", model.weight.grad.dtype)
#> weight: torch.float32 | its gradient: torch.float32
try:
    model(x.bfloat16())  # as a result that has left the block
except RuntimeError as error:
    print(error)
    #> mat1 and mat2 must have the same dtype, but got BFloat16 and Float
# --8<-- [end:autocast]
