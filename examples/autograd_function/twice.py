"""A backward that leaves torch has no second derivative, and does not always say so."""

# --8<-- [start:setup]
import torch
from torch.autograd import Function, grad, gradcheck, gradgradcheck
from torch.autograd.function import once_differentiable


class Cube(Function):
    @staticmethod
    def forward(x):
        return x**3

    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.save_for_backward(*inputs)

    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        return grad_output * torch.from_numpy(3 * x.detach().numpy() ** 2)  # NumPy: no graph


class CubeOnce(Cube):
    backward = staticmethod(once_differentiable(Cube.backward))
# --8<-- [end:setup]

# --8<-- [start:second]
def second_derivative(cube):
    x = torch.ones(1, dtype=torch.float64, requires_grad=True)
    (first,) = grad(cube(x) ** 2, x, create_graph=True)  # of x⁶: 6x⁵
    first.backward()
    return x.grad.item()  # 30x⁴


print("x**3:", second_derivative(lambda x: x**3), "Cube:", second_derivative(Cube.apply))
#> x**3: 30.0 Cube: 18.0
# --8<-- [end:second]

# --8<-- [start:once]
try:
    second_derivative(CubeOnce.apply)
except RuntimeError as error:
    print(error)
    #> trying to differentiate twice a function that was marked with @once_differentiable
# --8<-- [end:once]

# --8<-- [start:penalty]
for name, cube in (("x**3", lambda x: x**3), ("CubeOnce", CubeOnce.apply)):
    x = torch.ones(1, dtype=torch.float64, requires_grad=True)
    y = cube(x)
    (first,) = grad(y, x, create_graph=True)
    (y + first**2).backward()  # of x³ + 9x⁴: 3x² + 36x³
    print(f"{name}: {x.grad.item()}")
    #> x**3: 39.0
    #> CubeOnce: 3.0

w = torch.ones(1, dtype=torch.float64, requires_grad=True)
try:  # with a weight after it, grad_output is w and requires grad
    (first,) = grad(CubeOnce.apply(x) * w, x, create_graph=True)
    (first**2).backward()
except RuntimeError as error:
    print(error)
    #> trying to differentiate twice a function that was marked with @once_differentiable
# --8<-- [end:penalty]

# --8<-- [start:gradgradcheck]
x = torch.ones(1, dtype=torch.float64, requires_grad=True)
for cube in (Cube, CubeOnce):
    once, twice = gradcheck(cube.apply, (x,)), gradgradcheck(cube.apply, (x,), raise_exception=False)
    print(f"{cube.__name__}: gradcheck {once}, gradgradcheck {twice}")
    #> Cube: gradcheck True, gradgradcheck False
    #> CubeOnce: gradcheck True, gradgradcheck False
# --8<-- [end:gradgradcheck]
