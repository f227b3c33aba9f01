"""An optimizer that is named optim hides the module torch.optim."""

# --8<-- [start:naming]
from torch import nn, optim

model = nn.Linear(1, 1)
optim = optim.SGD(model.parameters(), lr=0.1)  # from here on, optim is an SGD
try:
    optim.Adam(model.parameters())
except AttributeError as error:
    print(error)
    #> 'SGD' object has no attribute 'Adam'
# --8<-- [end:naming]
