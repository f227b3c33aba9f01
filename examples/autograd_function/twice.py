"""Which backward can be differentiated again, and which gives a wrong second derivative without an error."""

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
        return grad_output * 3 * x**2  # torch operations, which are recorded


class Detached(Cube):
    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        return grad_output * 3 * x.detach() ** 2


class Kept(Function):
    @staticmethod
    def forward(ctx, x):
        square = x**2  # neither an input nor an output
        ctx.save_for_backward(square)
        return square * x

    @staticmethod
    def backward(ctx, grad_output):
        (square,) = ctx.saved_tensors
        return grad_output * 3 * square


class WithNumPy(Cube):
    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        return grad_output * torch.from_numpy(3 * x.numpy() ** 2)


class Once(Detached):
    backward = staticmethod(once_differentiable(Detached.backward))
# --8<-- [end:setup]

# --8<-- [start:second]
for cube in (Cube, Detached, Kept, WithNumPy, Once):
    x = torch.ones(1, dtype=torch.float64, requires_grad=True)
    try:
        (first,) = grad(cube.apply(x) ** 2, x, create_graph=True)  # of x⁶: 6x⁵
        first.backward()
        outcome = x.grad.item()  # 30x⁴
    except RuntimeError as error:
        outcome = str(error).split(". ")[0]
    print(f"{cube.__name__}: {outcome}")
    #> Cube: 30.0
    #> Detached: 18.0
    #> Kept: 18.0
    #> WithNumPy: Can't call numpy() on Tensor that requires grad
    #> Once: trying to differentiate twice a function that was marked with @once_differentiable
# --8<-- [end:second]

# --8<-- [start:gradgradcheck]
x = torch.ones(1, dtype=torch.float64, requires_grad=True)
for cube in (Cube, Detached, Once):
    once, twice = gradcheck(cube.apply, (x,)), gradgradcheck(cube.apply, (x,), raise_exception=False)
    print(f"{cube.__name__}: gradcheck {once}, gradgradcheck {twice}")
    #> Cube: gradcheck True, gradgradcheck True
    #> Detached: gradcheck True, gradgradcheck False
    #> Once: gradcheck True, gradgradcheck False
# --8<-- [end:gradgradcheck]

# --8<-- [start:penalty]
for cube in (Cube, Once):
    x = torch.ones(1, dtype=torch.float64, requires_grad=True)
    y = cube.apply(x)
    (first,) = grad(y, x, create_graph=True)  # 3x²; grad_output is the constant 1
    (y + first**2).backward()  # of x³ + 9x⁴: 3x² + 36x³
    print(f"{cube.__name__}: {x.grad.item()}")
    #> Cube: 39.0
    #> Once: 3.0
# --8<-- [end:penalty]
