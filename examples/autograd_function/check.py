"""A wrong backward trains without an error; gradcheck catches it, at points where it can be seen."""

# --8<-- [start:setup]
import inspect
import warnings

import torch
from torch.autograd import Function, gradcheck


class Square(Function):
    @staticmethod
    def forward(x):
        return x**2

    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.save_for_backward(*inputs)

    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        return grad_output * x  # wrong: the factor 2 is missing
# --8<-- [end:setup]

# --8<-- [start:trains_on]
for name, square in (("right", torch.square), ("wrong", Square.apply)):
    w = torch.nn.Parameter(torch.tensor(5.0))
    optimizer = torch.optim.SGD([w], lr=0.1)
    losses = []
    for _ in range(200):
        loss = square(w) - 3 * w + 4  # least at w = 1.5, where it is 1.75
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    print(f"{name}: loss {losses[0]:.2f} to {losses[-1]:.2f}, w {w.item():.2f}")
    #> right: loss 14.00 to 1.75, w 1.50
    #> wrong: loss 14.00 to 4.00, w 3.00
# --8<-- [end:trains_on]

# --8<-- [start:caught]
for point in (1.0, 0.0):
    x = torch.full((2,), point, dtype=torch.float64, requires_grad=True)
    try:
        outcome = gradcheck(Square.apply, (x,))
    except RuntimeError as error:
        outcome = str(error).split(",")[0]
    print(f"at x = {point}: {outcome}")
    #> at x = 1.0: Jacobian mismatch for output 0 with respect to input 0
    #> at x = 0.0: True
# --8<-- [end:caught]

# --8<-- [start:float32]
x = torch.ones(2, requires_grad=True)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print("a right gradient, in float32:", gradcheck(torch.square, (x,), raise_exception=False))
    #> a right gradient, in float32: False
print(str(caught[0].message).split(". ")[0])
#> Input #0 requires gradient and is not a double precision floating point or complex
eps = inspect.signature(gradcheck).parameters["eps"].default
spacing = torch.finfo(torch.float32).eps  # from 1 to the next float32
print(f"gradcheck moves x by {eps}: at 1, that is {eps / spacing:.0f} steps from one float32 to the next")
#> gradcheck moves x by 1e-06: at 1, that is 8 steps from one float32 to the next
# --8<-- [end:float32]

# --8<-- [start:noisy]
class Noisy(Square):
    @staticmethod
    def backward(ctx, grad_output):  # right, but not twice the same, as with atomic adds on a GPU
        (x,) = ctx.saved_tensors
        return grad_output * 2 * x * (1 + 1e-12 * torch.rand_like(x))


x = torch.ones(2, dtype=torch.float64, requires_grad=True)
try:
    gradcheck(Noisy.apply, (x,))
except RuntimeError as error:
    print(str(error).split(",")[0])
    #> Backward is not reentrant
print("with nondet_tol:", gradcheck(Noisy.apply, (x,), nondet_tol=1e-10))
#> with nondet_tol: True
# --8<-- [end:noisy]
