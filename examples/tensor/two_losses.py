"""Two losses that share a part of the graph: add them, or keep the graph; and step after the last backward."""

# --8<-- [start:two_losses]
import torch
from torch import nn

encoder, head = nn.Linear(2, 3), nn.Linear(3, 1)
x = torch.ones(4, 2)  # (batch=4, in=2)


def two_losses():
    hidden = encoder(x).tanh()  # both losses need it
    return head(hidden).pow(2).mean(), hidden.pow(2).mean()


def gradient():
    found = encoder.weight.grad
    encoder.weight.grad = None
    return found


first, second = two_losses()
(first + second).backward()  # one walk through the graph
together = gradient()
first, second = two_losses()
first.backward(retain_graph=True)  # the second needs what the first would free
second.backward()
print("the same gradient:", torch.allclose(together, gradient()))
#> the same gradient: True
# --8<-- [end:two_losses]

# --8<-- [start:two_optimizers]
one, two = (torch.optim.SGD(part.parameters(), lr=0.1) for part in (head, encoder))
first, second = two_losses()
first.backward(retain_graph=True)
one.step()  # changes head's weight, which the graph has saved
try:
    first.backward()
except RuntimeError as error:
    print(str(error).split(":")[0])
    #> one of the variables needed for gradient computation has been modified by an inplace operation

first, second = two_losses()
first.backward(retain_graph=True)
second.backward()
one.step()  # both gradients are there: now the weights may change
two.step()
# --8<-- [end:two_optimizers]
