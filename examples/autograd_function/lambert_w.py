"""A function of SciPy's as an operation of autograd: forward, setup_context, backward."""

# --8<-- [start:setup]
import warnings

import torch
from scipy.special import lambertw
from torch.autograd import Function, gradcheck


class LambertW(Function):
    """The w with w·exp(w) = x, which torch does not have."""

    @staticmethod
    def forward(x):  # no graph is recorded in here, so SciPy may work
        return torch.from_numpy(lambertw(x.numpy()).real)

    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.save_for_backward(output)

    @staticmethod
    def backward(ctx, grad_output):  # of the shape of the output
        (w,) = ctx.saved_tensors
        return grad_output / (w.exp() * (1 + w))  # dw/dx = 1 / (exp(w)·(1 + w))
# --8<-- [end:setup]

# --8<-- [start:apply]
x = torch.tensor([0.0, 1.0, 5.0], dtype=torch.float64, requires_grad=True)
w = LambertW.apply(x)
w.sum().backward()
print("w:", [f"{value:.4f}" for value in w.tolist()], type(w.grad_fn).__name__)
#> w: ['0.0000', '0.5671', '1.3267'] LambertWBackward
print("gradient:", [f"{value:.4f}" for value in x.grad.tolist()])
#> gradient: ['1.0000', '0.3619', '0.1140']
# --8<-- [end:apply]

# --8<-- [start:direct]
try:
    LambertW.forward(x)
except RuntimeError as error:
    print(error)
    #> Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.
with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # a DeprecationWarning: do not make an instance
    try:
        LambertW()(x)
    except RuntimeError as error:
        print(str(error).split(". ")[0])
        #> Legacy autograd function with non-static forward method is deprecated
# --8<-- [end:direct]

# --8<-- [start:gradcheck]
print("gradcheck:", gradcheck(LambertW.apply, (x,)))
#> gradcheck: True
# --8<-- [end:gradcheck]

# --8<-- [start:float32]
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    try:
        gradcheck(LambertW.apply, (x.detach().float().requires_grad_(),))
    except RuntimeError as error:
        print(str(error).split(",")[0])
        #> Jacobian mismatch for output 0 with respect to input 0
print(str(caught[0].message).split(". ")[0])
#> Input #0 requires gradient and is not a double precision floating point or complex
spacing = torch.finfo(torch.float32).eps  # from 1 to the next float32
print(f"gradcheck moves x by 1e-06, which is {1e-6 / spacing:.0f} of float32's spacings at 1")
#> gradcheck moves x by 1e-06, which is 8 of float32's spacings at 1
# --8<-- [end:float32]
