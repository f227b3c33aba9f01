"""vmap and the other transforms of torch.func ask more of a Function than backward does."""

# --8<-- [start:setup]
import torch
from torch.autograd import Function


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
        return grad_output * 2 * x


x = torch.tensor([1.0, 2.0, 3.0])  # (batch=3,)
# --8<-- [end:setup]

# --8<-- [start:vmap]
try:
    torch.vmap(Square.apply)(x)
except RuntimeError as error:
    print(str(error).split(". For")[0])
    #> You tried to vmap over Square, but it does not have vmap support. Please override and implement the vmap staticmethod or set generate_vmap_rule=True


class SquareForVmap(Square):
    generate_vmap_rule = True


print("values:", torch.vmap(SquareForVmap.apply)(x).tolist())
#> values: [1.0, 4.0, 9.0]
print("gradient of each sample:", torch.vmap(torch.func.grad(SquareForVmap.apply))(x).tolist())
#> gradient of each sample: [2.0, 4.0, 6.0]
# --8<-- [end:vmap]

# --8<-- [start:numpy]
class SquareByNumPy(SquareForVmap):
    @staticmethod
    def forward(x):
        return torch.from_numpy(x.numpy() ** 2)


try:
    torch.vmap(SquareByNumPy.apply)(x)
except RuntimeError as error:
    print(error)
    #> Cannot access data pointer of Tensor that doesn't have storage


class SquareWithRule(SquareByNumPy):
    generate_vmap_rule = False

    @staticmethod
    def vmap(info, in_dims, x):  # x with its batch dimension, in_dims[0]
        return SquareWithRule.apply(x), in_dims[0]  # element by element: the batch needs no care


print("values:", torch.vmap(SquareWithRule.apply)(x).tolist())
#> values: [1.0, 4.0, 9.0]
# --8<-- [end:numpy]

# --8<-- [start:old_style]
class OldSquare(Function):
    @staticmethod
    def forward(ctx, x):  # forward and setup_context in one
        ctx.save_for_backward(x)
        return x**2

    backward = Square.backward


leaf = x.clone().requires_grad_()
OldSquare.apply(leaf).sum().backward()
print("backward:", leaf.grad.tolist())
#> backward: [2.0, 4.0, 6.0]
try:
    torch.func.grad(OldSquare.apply)(x[0])
except RuntimeError as error:
    print(str(error).split(". For")[0])
    #> In order to use an autograd.Function with functorch transforms (vmap, grad, jvp, jacrev, ...), it must override the setup_context staticmethod
# --8<-- [end:old_style]
