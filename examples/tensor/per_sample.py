"""The gradient of each sample of a batch, in one call."""

# --8<-- [start:per_sample]
import torch
from torch import nn
from torch.func import functional_call, grad, vmap

model = nn.Linear(2, 1, bias=False)
x, y = torch.arange(6.0).reshape(3, 2), torch.zeros(3, 1)


def loss(weights, x, y):  # of one sample: x (2,), y (1,)
    return (functional_call(model, weights, (x,)) - y).square().sum()


weights = {name: parameter.detach() for name, parameter in model.named_parameters()}
each = vmap(grad(loss), (None, 0, 0))(weights, x, y)["weight"]  # the same weights, a row of x and of y
(model(x) - y).square().sum().backward()
print(tuple(each.shape), "add up to the gradient:", torch.allclose(each.sum(0), model.weight.grad))
#> (3, 1, 2) add up to the gradient: True
# --8<-- [end:per_sample]
