"""numpy() refuses a tensor that requires grad; detach() first."""

# --8<-- [start:setup]
import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
y = x * 3  # requires grad too, since x does
# --8<-- [end:setup]

# --8<-- [start:requires_grad]
array = y.detach().cpu().numpy()  # to read now; from any device
kept = y.detach().cpu().numpy().copy()  # to keep or to change
print(array.tolist(), kept.tolist())
#> [3.0, 6.0] [3.0, 6.0]

try:
    y.numpy()
except RuntimeError as error:
    print(error)
    #> Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.
# --8<-- [end:requires_grad]

# --8<-- [start:detach]
cut = y.detach()
print("returned:", cut.requires_grad, cut.grad_fn)
#> returned: False None
print("original:", y.requires_grad, y.grad_fn is not None)
#> original: True True
y.sum().backward()  # still leads back to x
print("gradient:", x.grad.tolist())
#> gradient: [3.0, 3.0]
# --8<-- [end:detach]

# --8<-- [start:evaluation]
with torch.inference_mode():
    prediction = x * 3  # not recorded, so there is nothing to detach from
print("evaluated:", prediction.cpu().numpy().tolist())
#> evaluated: [3.0, 6.0]
# --8<-- [end:evaluation]
