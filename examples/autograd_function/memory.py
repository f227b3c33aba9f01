"""A Function may save less than the composition, and compute the rest again."""

# --8<-- [start:setup]
import torch
from torch.autograd import Function, gradcheck
from torch.autograd.graph import saved_tensors_hooks


class SiLU(Function):
    @staticmethod
    def forward(x):
        return x * x.sigmoid()

    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.save_for_backward(*inputs)  # x alone

    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        sigmoid = x.sigmoid()  # once more, instead of kept
        return grad_output * sigmoid * (1 + x * (1 - sigmoid))
# --8<-- [end:setup]

# --8<-- [start:memory]
def saved_bytes(function):
    saved = {}
    x = torch.ones(1000, requires_grad=True)
    with saved_tensors_hooks(lambda tensor: saved.update({tensor.data_ptr(): tensor.nbytes}), lambda packed: packed):
        function(x)
    return sum(saved.values())


print("x * sigmoid(x):", saved_bytes(lambda x: x * x.sigmoid()))
#> x * sigmoid(x): 8000
print("SiLU.apply:    ", saved_bytes(SiLU.apply))
#> SiLU.apply:     4000
print("silu:          ", saved_bytes(torch.nn.functional.silu))
#> silu:           4000
print("gradcheck:", gradcheck(SiLU.apply, (torch.linspace(-3, 3, 7).double().requires_grad_(),)))
#> gradcheck: True
# --8<-- [end:memory]
