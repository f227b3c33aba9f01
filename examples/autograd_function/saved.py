"""Why tensors go through save_for_backward and not onto ctx."""

# --8<-- [start:setup]
import gc
import weakref

import torch
from torch.autograd import Function
from torch.autograd.graph import saved_tensors_hooks


class Exp(Function):
    @staticmethod
    def forward(x):
        return x.exp()

    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.save_for_backward(output)

    @staticmethod
    def backward(ctx, grad_output):
        (y,) = ctx.saved_tensors
        return grad_output * y


class ExpOnCtx(Exp):
    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.y = output  # wrong

    @staticmethod
    def backward(ctx, grad_output):
        return grad_output * ctx.y


x = torch.zeros(1, requires_grad=True)  # where the gradient of exp is 1
# --8<-- [end:setup]

# --8<-- [start:inplace]
for exp in (ExpOnCtx, Exp):
    y = exp.apply(x)
    y += 1  # y is what backward needs
    x.grad = None
    try:
        y.backward()
        print(f"{exp.__name__}: gradient {x.grad.item()}")
        #> ExpOnCtx: gradient 2.0
    except RuntimeError as error:
        print(f"{exp.__name__}: {str(error).split(':')[0]}")
        #> Exp: one of the variables needed for gradient computation has been modified by an inplace operation
# --8<-- [end:inplace]

# --8<-- [start:leak]
gc.disable()  # so that nothing but the reference count frees memory
for exp in (ExpOnCtx, Exp):
    y = exp.apply(x)
    reference = weakref.ref(y)
    del y
    freed = reference() is None
    gc.collect()
    print(f"{exp.__name__}: freed {freed}, after gc.collect() {reference() is None}")
    #> ExpOnCtx: freed False, after gc.collect() True
    #> Exp: freed True, after gc.collect() True
gc.enable()

seen = []
for exp in (ExpOnCtx, Exp):
    seen.clear()
    with saved_tensors_hooks(lambda tensor: seen.append(tensor.shape), lambda packed: packed):
        exp.apply(x)
    print(f"{exp.__name__}: saved_tensors_hooks sees {len(seen)}")
    #> ExpOnCtx: saved_tensors_hooks sees 0
    #> Exp: saved_tensors_hooks sees 1
# --8<-- [end:leak]
