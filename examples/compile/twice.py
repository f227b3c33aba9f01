"""backward twice through a compiled graph."""

# --8<-- [start:twice]
import torch

f = torch.compile(lambda x: (x.sin() * x.cos()).sum(), backend="aot_eager")
x = torch.ones(3, requires_grad=True)
(first,) = torch.autograd.grad(f(x), x, create_graph=True)
print("gradient:", round(first[0].item(), 4))
#> gradient: -0.4161
try:
    first.sum().backward()
except RuntimeError as error:
    print(str(error).split(". ")[0])
    #> torch.compile with aot_autograd does not currently support double backward
# --8<-- [end:twice]
