"""backward returns one gradient for each argument of forward, and need not compute all of them."""

# --8<-- [start:setup]
import torch
from torch.autograd import Function
from torch.utils.flop_counter import FlopCounterMode


class ScaledMatmul(Function):
    @staticmethod
    def forward(x, weight, scale):
        return scale * (x @ weight)  # (batch, in) @ (in, out) -> (batch, out)

    @staticmethod
    def setup_context(ctx, inputs, output):
        x, weight, ctx.scale = inputs  # a number may stay on ctx
        ctx.save_for_backward(x, weight)

    @staticmethod
    def backward(ctx, grad_output):
        x, weight = ctx.saved_tensors
        grad_x = grad_weight = None
        if ctx.needs_input_grad[0]:
            grad_x = ctx.scale * (grad_output @ weight.T)
        if ctx.needs_input_grad[1]:
            grad_weight = ctx.scale * (x.T @ grad_output)
        return grad_x, grad_weight, None  # scale is no tensor
# --8<-- [end:setup]

# --8<-- [start:needs]
weight = torch.ones(32, 16, requires_grad=True)
for requires_grad in (True, False):
    x = torch.ones(64, 32, requires_grad=requires_grad)
    loss = ScaledMatmul.apply(x, weight, 2.0).sum()
    with FlopCounterMode(display=False) as counter:
        loss.backward()
    print(f"x requires grad {requires_grad}: {counter.get_total_flops():,} operations")
    #> x requires grad True: 131,072 operations
    #> x requires grad False: 65,536 operations
# --8<-- [end:needs]

# --8<-- [start:count]
class OneTooFew(ScaledMatmul):
    @staticmethod
    def backward(ctx, grad_output):
        return ScaledMatmul.backward(ctx, grad_output)[:2]  # nothing for scale


try:
    OneTooFew.apply(x, weight, 2.0).sum().backward()
except RuntimeError as error:
    print(error)
    #> function OneTooFewBackward returned an incorrect number of gradients (expected 3, got 2)
# --8<-- [end:count]

# --8<-- [start:shape]
class Transposed(ScaledMatmul):
    @staticmethod
    def backward(ctx, grad_output):
        grad_x, grad_weight, _ = ScaledMatmul.backward(ctx, grad_output)
        return grad_x, grad_weight.T, None


try:
    Transposed.apply(x, weight, 2.0).sum().backward()
except RuntimeError as error:
    print(error)
    #> Function TransposedBackward returned an invalid gradient at index 1 - got [16, 32] but expected shape compatible with [32, 16]
# --8<-- [end:shape]

# --8<-- [start:none]
class NoneForWeight(ScaledMatmul):
    @staticmethod
    def backward(ctx, grad_output):
        return None, None, None


weight.grad = None
NoneForWeight.apply(x, weight, 2.0).sum().backward()
print("weight.grad:", weight.grad)
#> weight.grad: None
# --8<-- [end:none]
