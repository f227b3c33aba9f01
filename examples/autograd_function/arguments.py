"""backward returns a gradient for each argument of forward, and need not compute all of them."""

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
changes = {
    "one too few": lambda grads: grads[:2],
    "two Nones too many": lambda grads: (*grads, None, None),
    "a transposed matrix": lambda grads: (grads[0], grads[1].T, None),
    "None for the weight": lambda grads: (grads[0], None, None),
}
for name, change in changes.items():

    class Changed(ScaledMatmul):
        @staticmethod
        def backward(ctx, grad_output, change=change):
            return change(ScaledMatmul.backward(ctx, grad_output))

    weight.grad = None
    try:
        Changed.apply(x, weight, 2.0).sum().backward()
        outcome = "no error, and " + ("no weight.grad" if weight.grad is None else "weight.grad is right")
    except RuntimeError as error:
        outcome = str(error)
    print(f"{name}: {outcome}")
    #> one too few: function ChangedBackward returned an incorrect number of gradients (expected 3, got 2)
    #> two Nones too many: no error, and weight.grad is right
    #> a transposed matrix: Function ChangedBackward returned an invalid gradient at index 1 - got [16, 32] but expected shape compatible with [32, 16]
    #> None for the weight: no error, and no weight.grad
# --8<-- [end:count]
