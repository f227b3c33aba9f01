"""Gradients are kept in leaves only."""

# --8<-- [start:setup]
import warnings

import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
y = x * 2
# --8<-- [end:setup]

# --8<-- [start:leaf]
(y**2).sum().backward()
print("leaf:", x.is_leaf, "grad:", x.grad.tolist())
#> leaf: True grad: [8.0, 16.0]
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print("leaf:", y.is_leaf, "grad:", y.grad)
    #> leaf: False grad: None
print("warned:", [str(warning.message).split(" Its")[0] for warning in caught])
#> warned: ['The .grad attribute of a Tensor that is not a leaf Tensor is being accessed.']

y = x * 2
y.retain_grad()  # before backward
(y**2).sum().backward()
print("leaf:", y.is_leaf, "grad:", y.grad.tolist())  # 2y
#> leaf: False grad: [4.0, 8.0]
# --8<-- [end:leaf]

# --8<-- [start:scaled]
w = torch.ones(2, requires_grad=True) * 0.1  # a result; the leaf behind it has no name
try:
    torch.optim.SGD([w], lr=0.1)
except ValueError as error:
    print(error)
    #> can't optimize a non-leaf Tensor
w = (torch.ones(2) * 0.1).requires_grad_()  # first the value, then the flag
torch.optim.SGD([w], lr=0.1)
print("leaf:", w.is_leaf)
#> leaf: True
# --8<-- [end:scaled]
