"""Before you write a Function: does a composition of operations do?"""

# --8<-- [start:compose]
import torch


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
