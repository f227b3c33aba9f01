"""A Function whose gradient is not that of its value, and what happens when it is not called by apply."""

# --8<-- [start:setup]
import warnings

import torch
from torch.autograd import Function


class Sign(Function):
    """The sign of x, with the gradient of x itself."""

    @staticmethod
    def forward(x):
        return x.sign()

    @staticmethod
    def setup_context(ctx, inputs, output):
        pass

    @staticmethod
    def backward(ctx, grad_output):
        return grad_output


def composed(x):
    return x + (x.sign() - x).detach()  # the value of sign, the gradient of x
# --8<-- [end:setup]

# --8<-- [start:straight_through]
for function in (torch.sign, composed, Sign.apply):
    x = torch.tensor([0.3, 300.0], dtype=torch.bfloat16, requires_grad=True)
    y = function(x)
    y.sum().backward()
    print(f"{function.__name__}: {y.tolist()}, gradient {x.grad.tolist()}")
    #> sign: [1.0, 1.0], gradient [0.0, 0.0]
    #> composed: [1.0, 0.0], gradient [1.0, 1.0]
    #> apply: [1.0, 1.0], gradient [1.0, 1.0]


class Reverse(Sign):  # a gradient reversal layer
    @staticmethod
    def forward(x):
        return x.view_as(x)

    @staticmethod
    def backward(ctx, grad_output):
        return -grad_output


x = torch.tensor([2.0], requires_grad=True)
y = Reverse.apply(x)
y.backward()
print(f"reversed: {y.tolist()}, gradient {x.grad.tolist()}")
#> reversed: [2.0], gradient [-1.0]
# --8<-- [end:straight_through]

# --8<-- [start:direct]
x = torch.tensor([0.3], requires_grad=True)
Sign.forward(x).backward()  # not .apply
print("gradient of forward alone:", x.grad.item())
#> gradient of forward alone: 0.0
with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # a DeprecationWarning: do not make an instance
    try:
        Sign()(x)
    except RuntimeError as error:
        print(str(error).split(". ")[0])
        #> Legacy autograd function with non-static forward method is deprecated
# --8<-- [end:direct]
