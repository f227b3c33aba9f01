"""detach() cuts the tensor that it returns; the original is tracked as before."""

# --8<-- [start:setup]
import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
y = x * 3
# --8<-- [end:setup]

# --8<-- [start:detach]
cut = y.detach()
print("returned:", cut.requires_grad, "original:", y.requires_grad)
#> returned: False original: True
y.detach_()  # with an underscore, the tensor itself
print("original:", y.requires_grad, y.grad_fn)
#> original: False None

(x * x).sum().backward()
print("both paths:", x.grad.tolist())  # 2x
#> both paths: [2.0, 4.0]
x.grad = None
(x * x.detach()).sum().backward()  # the second factor counts as a constant
print("one path:  ", x.grad.tolist())  # x
#> one path:   [1.0, 2.0]
# --8<-- [end:detach]
