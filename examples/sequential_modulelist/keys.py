"""The container decides the names in a checkpoint."""

# --8<-- [start:setup]
from collections import OrderedDict

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(2, 3), nn.Linear(3, 1)])


numbered = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
named = nn.Sequential(OrderedDict(hidden=nn.Linear(2, 3), relu=nn.ReLU(), out=nn.Linear(3, 1)))
# --8<-- [end:setup]

# --8<-- [start:keys]
print("Sequential:", list(numbered.state_dict()))
#> Sequential: ['0.weight', '0.bias', '2.weight', '2.bias']
print("with names:", list(named.state_dict()))
#> with names: ['hidden.weight', 'hidden.bias', 'out.weight', 'out.bias']
print("ModuleList:", list(Net().state_dict()))
#> ModuleList: ['layers.0.weight', 'layers.0.bias', 'layers.1.weight', 'layers.1.bias']
print(named.hidden is named[0])  # by name or by position
#> True
# --8<-- [end:keys]

# --8<-- [start:rename]
try:
    named.load_state_dict(numbered.state_dict())
except RuntimeError as error:
    for line in str(error).splitlines():
        print(line.strip())
        #> Error(s) in loading state_dict for Sequential:
        #> Missing key(s) in state_dict: "hidden.weight", "hidden.bias", "out.weight", "out.bias".
        #> Unexpected key(s) in state_dict: "0.weight", "0.bias", "2.weight", "2.bias".
# --8<-- [end:rename]

# --8<-- [start:insert]
longer = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Dropout(), nn.Linear(3, 1))
print("a layer in between:", list(longer.state_dict()))  # 2.weight has become 3.weight
#> a layer in between: ['0.weight', '0.bias', '3.weight', '3.bias']
# --8<-- [end:insert]
