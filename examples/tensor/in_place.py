"""The writes that autograd refuses, and those that it allows."""

# --8<-- [start:setup]
import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
# --8<-- [end:setup]

# --8<-- [start:leaf_write]
for name, write in (("x -= 0.5", lambda: x.sub_(0.5)), ("x[0] = 5", lambda: x.__setitem__(0, 5.0))):
    try:
        write()
    except RuntimeError as error:
        print(f"{name}: {error}")
        #> x -= 0.5: a leaf Variable that requires grad is being used in an in-place operation.
        #> x[0] = 5: a view of a leaf Variable that requires grad is being used in an in-place operation.
with torch.no_grad():  # as optimizers do
    x -= 0.5
print("in no_grad():", x.tolist(), "leaf:", x.is_leaf)
#> in no_grad(): [0.5, 1.5] leaf: True
result = x - 0.5  # what x = x - 0.5 would call x from then on
print("x - 0.5:", result.tolist(), "leaf:", result.is_leaf)
#> x - 0.5: [0.0, 1.0] leaf: False
# --8<-- [end:leaf_write]

# --8<-- [start:kept_write]
for operation in (torch.exp, torch.tanh, torch.relu, torch.sin, torch.square):
    y = operation(x)
    y += 1
    try:
        y.sum().backward()
        outcome = "fine"
    except RuntimeError as error:
        outcome = str(error).split(": [")[0]
    print(f"{operation.__name__}: {outcome}")
    #> exp: one of the variables needed for gradient computation has been modified by an inplace operation
    #> tanh: one of the variables needed for gradient computation has been modified by an inplace operation
    #> relu: one of the variables needed for gradient computation has been modified by an inplace operation
    #> sin: fine
    #> square: fine
# --8<-- [end:kept_write]
