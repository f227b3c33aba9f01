"""Each result knows the operation that made it, and so the graph back to the leaves."""

# --8<-- [start:setup]
import torch
from torch import nn

from torchmemo import graph_lines

x = torch.tensor([1.0, 2.0], requires_grad=True)
y = x.exp()
loss = (y * y + x).sum()
# --8<-- [end:setup]

# --8<-- [start:grad_fn]
print(x.grad_fn)  # no operation made a leaf
#> None
print(y.grad_fn.name())
#> ExpBackward0
print(loss.grad_fn.name(), [node.name() for node, _ in loss.grad_fn.next_functions])
#> SumBackward0 ['AddBackward0']

for line in graph_lines(loss, {"x": x}):
    print(line)
    #> Sum
    #>   Add
    #>     Mul
    #>       Exp #1
    #>         leaf x (2,) #2
    #>       Exp #1 again
    #>     leaf x (2,) #2 again
# --8<-- [end:grad_fn]

# --8<-- [start:broken]
model = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1))
hidden = model[:2](torch.ones(4, 2))  # (batch=4, hidden=3)
for name, inputs in (("whole", hidden), ("cut", hidden.detach())):
    for line in graph_lines(model[2](inputs).sum(), model.named_parameters()):
        print(f"{name:5} {line}")
        #> whole Sum
        #> whole   Addmm
        #> whole     leaf 2.bias (1,)
        #> whole     Tanh
        #> whole       Addmm
        #> whole         leaf 0.bias (3,)
        #> whole         T
        #> whole           leaf 0.weight (3, 2)
        #> whole     T
        #> whole       leaf 2.weight (1, 3)
        #> cut   Sum
        #> cut     Addmm
        #> cut       leaf 2.bias (1,)
        #> cut       T
        #> cut         leaf 2.weight (1, 3)
print("no graph at all:", list(graph_lines(hidden.detach())))
#> no graph at all: []
try:
    hidden.detach().sum().backward()
except RuntimeError as error:
    print(error)
    #> element 0 of tensors does not require grad and does not have a grad_fn
# --8<-- [end:broken]
