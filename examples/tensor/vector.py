"""backward() of several numbers needs a weight for each."""

# --8<-- [start:vector]
import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
y = torch.stack([x[0] * x[1], x[0] + x[1], x[1] ** 2])  # (3,)
try:
    y.backward()
except RuntimeError as error:
    print(error)
    #> grad can be implicitly created only for scalar outputs

v = torch.tensor([1.0, 10.0, 100.0])  # (3,), a weight for each of y
y.backward(gradient=v, retain_graph=True)
print("backward(v):     ", x.grad.tolist())
#> backward(v):      [12.0, 411.0]
x.grad = None
(v * y).sum().backward(retain_graph=True)  # the same, as a scalar
print("(v * y).sum():   ", x.grad.tolist())
#> (v * y).sum():    [12.0, 411.0]
jacobian = torch.stack([torch.autograd.grad(output, x, retain_graph=True)[0] for output in y])  # (3, 2)
print("v @ the Jacobian:", (v @ jacobian).tolist())
#> v @ the Jacobian: [12.0, 411.0]
# --8<-- [end:vector]
