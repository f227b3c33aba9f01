"""numpy() refuses a tensor that requires grad; detach() first."""

# --8<-- [start:setup]
import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
y = x * 3
# --8<-- [end:setup]

# --8<-- [start:requires_grad]
try:
    y.numpy()
except RuntimeError as error:
    print(error)
    #> Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.
array = y.detach().numpy()
print(array, type(array).__name__)
#> [3. 6.] ndarray
# --8<-- [end:requires_grad]

# --8<-- [start:detach]
cut = y.detach()
print(cut.requires_grad, cut.grad_fn)  # the new tensor has no history
#> False None
print(y.requires_grad, y.grad_fn is not None)  # the old one keeps its own
#> True True
y.sum().backward()  # and still leads back to x
print(x.grad.tolist())
#> [3.0, 3.0]
# --8<-- [end:detach]
