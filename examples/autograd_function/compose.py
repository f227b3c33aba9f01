"""Before you write a Function: does a composition of operations do?"""

# --8<-- [start:setup]
import torch
from torch.autograd import Function, gradcheck

# --8<-- [end:setup]

# --8<-- [start:compose]
def value_and_gradient(function):
    x = torch.tensor(100.0, requires_grad=True)
    y = function(x)
    y.backward()
    return y.item(), x.grad.item()


print("log(1 + exp(x)):", value_and_gradient(lambda x: torch.log(1 + torch.exp(x))))
#> log(1 + exp(x)): (inf, nan)
print("logaddexp(x, 0):", value_and_gradient(lambda x: torch.logaddexp(x, torch.zeros(()))))
#> logaddexp(x, 0): (100.0, 1.0)
print("softplus(x):    ", value_and_gradient(torch.nn.functional.softplus))
#> softplus(x):     (100.0, 1.0)
# --8<-- [end:compose]

# --8<-- [start:straight_through]
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


def forward_alone(x):
    return Sign.forward(x)  # not .apply


for function in (torch.sign, composed, Sign.apply, forward_alone):
    x = torch.tensor([0.3, 300.0], dtype=torch.bfloat16, requires_grad=True)
    y = function(x)
    y.sum().backward()
    print(f"{function.__name__}: {y.tolist()}, gradient {x.grad.tolist()}")
    #> sign: [1.0, 1.0], gradient [0.0, 0.0]
    #> composed: [1.0, 0.0], gradient [1.0, 1.0]
    #> apply: [1.0, 1.0], gradient [1.0, 1.0]
    #> forward_alone: [1.0, 1.0], gradient [0.0, 0.0]
print("gradcheck:", gradcheck(Sign.apply, (x.detach().double().requires_grad_(),), raise_exception=False))
#> gradcheck: False
# --8<-- [end:straight_through]
