"""Under autocast, backward runs outside of it: custom_fwd and custom_bwd give it the same state."""

# --8<-- [start:setup]
import torch
from torch.amp import custom_bwd, custom_fwd
from torch.autograd import Function


class Product(Function):
    @staticmethod
    def forward(ctx, x, w):
        ctx.save_for_backward(x, w)
        return x @ w

    @staticmethod
    def backward(ctx, grad_output):
        x, w = ctx.saved_tensors
        return grad_output @ w.T, x.T @ grad_output


class Decorated(Product):
    forward = staticmethod(custom_fwd(Product.forward, device_type="cpu"))  # "cuda" on a GPU
    backward = staticmethod(custom_bwd(Product.backward, device_type="cpu"))


class Split(Decorated):
    forward = staticmethod(custom_fwd(lambda x, w: x @ w, device_type="cpu"))

    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.save_for_backward(*inputs)
# --8<-- [end:setup]

# --8<-- [start:autocast]
for product in (Product, Decorated, Split):
    x, w = torch.ones(1, 2), torch.ones(2, 1, requires_grad=True)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        y = product.apply(x, w)
    try:
        y.backward()
        outcome = f"gradient {w.grad.dtype}"
    except (RuntimeError, AttributeError) as error:
        outcome = type(error).__name__
    print(f"{product.__name__}: output {y.dtype}, {outcome}")
    #> Product: output torch.bfloat16, RuntimeError
    #> Decorated: output torch.bfloat16, gradient torch.float32
    #> Split: output torch.bfloat16, AttributeError
# --8<-- [end:autocast]
