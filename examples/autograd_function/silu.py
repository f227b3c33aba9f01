"""A Function with its three methods: the value, what is kept for backward, and the gradient."""

# --8<-- [start:setup]
import torch
from torch.autograd import Function, gradcheck
from torch.autograd.graph import saved_tensors_hooks


class SiLU(Function):
    """x·sigmoid(x)."""

    @staticmethod
    def forward(x):  # nothing in here is recorded
        return x * x.sigmoid()

    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.save_for_backward(*inputs)  # x alone

    @staticmethod
    def backward(ctx, grad_output):  # of the shape of the output
        (x,) = ctx.saved_tensors
        sigmoid = x.sigmoid()  # once more, instead of kept
        return grad_output * sigmoid * (1 + x * (1 - sigmoid))
# --8<-- [end:setup]

# --8<-- [start:apply]
x = torch.tensor([-1.0, 0.0, 2.0], dtype=torch.float64, requires_grad=True)
y = SiLU.apply(x)
y.sum().backward()
print("value:   ", [round(value, 4) for value in y.tolist()], type(y.grad_fn).__name__)
#> value:    [-0.2689, 0.0, 1.7616] SiLUBackward
print("gradient:", [round(value, 4) for value in x.grad.tolist()])
#> gradient: [0.0723, 0.5, 1.0908]
points = torch.randn(20, dtype=torch.float64, requires_grad=True)
print("gradcheck:", gradcheck(SiLU.apply, (points,), raise_exception=False))
#> gradcheck: True
# --8<-- [end:apply]

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
print("silu of torch: ", saved_bytes(torch.nn.functional.silu))
#> silu of torch:  4000
# --8<-- [end:memory]
