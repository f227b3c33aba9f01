"""torch.autograd.grad returns gradients and leaves .grad alone."""

# --8<-- [start:setup]
import torch
from torch.autograd import grad

x = torch.tensor([1.0, 2.0], requires_grad=True)
w = torch.tensor([3.0], requires_grad=True)
# --8<-- [end:setup]

# --8<-- [start:grad]
(dx,) = grad((x**3).sum(), x, create_graph=True)  # dx has a graph of its own
(ddx,) = grad(dx.sum(), x)
print("3x²:", dx.tolist(), "6x:", ddx.tolist(), "x.grad:", x.grad)
#> 3x²: [3.0, 12.0] 6x: [6.0, 12.0] x.grad: None

(slope,) = grad((3 * x).sum(), x, create_graph=True)  # a constant, so there is no graph
cube = (x**3).sum()
grad(cube, x)
calls = {
    "of a constant": lambda: grad(slope.sum(), x),
    "a second time": lambda: grad(cube, x),
    "of an unused w": lambda: grad((x**3).sum(), [x, w]),
}
for name, call in calls.items():
    try:
        call()
    except RuntimeError as error:
        print(f"{name}: {str(error).split(' (')[0]}")
        #> of a constant: element 0 of tensors does not require grad and does not have a grad_fn
        #> a second time: Trying to backward through the graph a second time
        #> of an unused w: The differentiated Tensor at index 1 appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.
print("allow_unused=True:", grad((x**3).sum(), [x, w], allow_unused=True)[1])
#> allow_unused=True: None
# --8<-- [end:grad]
