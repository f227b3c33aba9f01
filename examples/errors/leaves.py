"""What autograd lets nobody do to leaves, results and parameters."""

# --8<-- [start:leaves]
import copy

import torch
from torch import nn

w = torch.ones(2, requires_grad=True)  # a leaf
y = w * 2  # a result


class NoBackward(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x.clone()


def change_a_view(x):
    first, second = (x * 1).unbind()
    first.mul_(2)  # one of several views that one operation returned


calls = [
    lambda: copy.deepcopy(y),  # a result cannot be copied with its graph: y.detach().clone()
    lambda: setattr(y, "requires_grad", False),  # y.detach() cuts it off
    lambda: torch.ones(2).register_hook(print),  # not in a graph
    lambda: setattr(w, "grad", torch.ones(3)),  # w has two elements
    lambda: y.backward(torch.ones(3)),  # gradient= has the shape of y
    lambda: change_a_view(w),
    lambda: NoBackward.apply(w).sum().backward(),
    lambda: setattr(nn.Linear(2, 2), "weight", torch.ones(2, 2)),  # nn.Parameter(torch.ones(2, 2))
    lambda: nn.Sequential(nn.ReLU),  # the class: nn.ReLU() makes a module
]
for call in calls:
    try:
        call()
    except (RuntimeError, TypeError, NotImplementedError) as error:
        print(str(error).partition(". ")[0])
        #> Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment
        #> you can only change requires_grad flags of leaf variables
        #> cannot register a hook on a tensor that doesn't require gradient
        #> attempting to assign a gradient of size '[3]' to a tensor of size '[2]'
        #> Mismatch in shape: grad_output[0] has a shape of torch.Size([3]) and output[0] has a shape of torch.Size([2]).
        #> Output 0 of Unbind is a view and is being modified inplace
        #> You must implement either the backward or vjp method for your custom autograd.Function to use it with backward mode AD.
        #> cannot assign 'torch.FloatTensor' as parameter 'weight' (torch.nn.Parameter or None expected)
        #> torch.nn.modules.activation.ReLU is not a Module subclass
# --8<-- [end:leaves]
