"""A write through detach().numpy() can make a gradient wrong without an error."""

# --8<-- [start:setup]
import torch

x = torch.tensor([0.0, 1.0], requires_grad=True)
# --8<-- [end:setup]

# --8<-- [start:silent]
y = x.exp()  # autograd keeps y, since d(exp x)/dx = exp x = y
y.sum().backward()
print("right:  ", [round(g, 4) for g in x.grad.tolist()])
#> right:   [1.0, 2.7183]

x.grad = None
y = x.exp()
y.detach().numpy()[:] = 0  # overwrites what autograd kept
y.sum().backward()
print("no error", x.grad.tolist())
#> no error [0.0, 0.0]
# --8<-- [end:silent]

# --8<-- [start:noticed]
y = x.exp()
y.detach().zero_()  # the same write, by torch: the tensors share a version counter
try:
    y.sum().backward()
except RuntimeError as error:
    print(str(error).split(": [")[0])
    #> one of the variables needed for gradient computation has been modified by an inplace operation
# --8<-- [end:noticed]

# --8<-- [start:safe]
from torchmemo import to_numpy

x.grad = None
y = x.exp()
array = to_numpy(y)  # a copy: y.detach().cpu().numpy().copy(), and a little more
array[:] = 0
y.sum().backward()
print([round(g, 4) for g in x.grad.tolist()])
#> [1.0, 2.7183]
# --8<-- [end:safe]
