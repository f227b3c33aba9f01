"""A function of SciPy's as an operation that autograd and torch.compile know: torch.library.custom_op."""

# --8<-- [start:setup]
import torch
from scipy.special import lambertw
from torch.autograd import Function, gradcheck


@torch.library.custom_op("torchmemo::lambert_w", mutates_args=())
def lambert_w(x: torch.Tensor) -> torch.Tensor:
    """The w with w·exp(w) = x, which torch does not have."""
    return torch.from_numpy(lambertw(x.numpy()).real.copy())  # copy(): .real alone has other strides


@lambert_w.register_fake
def _(x):  # shape and dtype of the result, without computing it
    return torch.empty_like(x)


def setup_context(ctx, inputs, output):
    ctx.save_for_backward(output)


def backward(ctx, grad_output):
    (w,) = ctx.saved_tensors
    return grad_output / (w.exp() * (1 + w))  # dw/dx = 1 / (exp(w)·(1 + w))


lambert_w.register_autograd(backward, setup_context=setup_context)
# --8<-- [end:setup]

# --8<-- [start:custom_op]
x = torch.tensor([0.0, 1.0, 5.0], dtype=torch.float64, requires_grad=True)
w = lambert_w(x)
w.sum().backward()
print("w:", [round(value, 4) for value in w.tolist()], "gradient:", [round(value, 4) for value in x.grad.tolist()])
#> w: [0.0, 0.5671, 1.3267] gradient: [1.0, 0.3619, 0.114]
print("gradcheck:", gradcheck(lambert_w, (x,)))
#> gradcheck: True
checks = ("test_schema", "test_autograd_registration", "test_faketensor")
print("opcheck:", torch.library.opcheck(lambert_w, (x,), test_utils=checks))
#> opcheck: {'test_schema': 'SUCCESS', 'test_autograd_registration': 'SUCCESS', 'test_faketensor': 'SUCCESS'}
# --8<-- [end:custom_op]

# --8<-- [start:compiled]
class LambertW(Function):
    @staticmethod
    def forward(x):
        return torch.from_numpy(lambertw(x.numpy()).real.copy())

    setup_context, backward = staticmethod(setup_context), staticmethod(backward)


for name, operation in (("custom_op", lambert_w), ("Function", LambertW.apply)):
    compiled = torch.compile(lambda x, operation=operation: 2 * operation(x), backend="eager", fullgraph=True)
    try:
        compiled(x)
        outcome = "one graph"
    except torch._dynamo.exc.Unsupported:
        outcome = "the graph breaks at SciPy"
    print(f"{name}: {outcome}")
    #> custom_op: one graph
    #> Function: the graph breaks at SciPy
try:
    LambertW.forward(x)  # not .apply
except RuntimeError as error:
    print(error)
    #> Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.
# --8<-- [end:compiled]
