"""torch.autograd.grad returns gradients and leaves .grad alone."""

# --8<-- [start:setup]
import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
w = torch.tensor([3.0], requires_grad=True)
# --8<-- [end:setup]

# --8<-- [start:grad]
(dx,) = torch.autograd.grad((x**3).sum(), x, create_graph=True)  # dx has a graph of its own
print(dx.tolist(), x.grad)  # 3x²
#> [3.0, 12.0] None
(ddx,) = torch.autograd.grad(dx.sum(), x)
print(ddx.tolist(), x.grad)  # 6x
#> [6.0, 12.0] None

try:
    torch.autograd.grad((x**3).sum(), [x, w])
except RuntimeError as error:
    print("...", str(error)[str(error).index("appears") :])
    #> ... appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.
print(torch.autograd.grad((x**3).sum(), [x, w], allow_unused=True)[1])
#> None
# --8<-- [end:grad]
