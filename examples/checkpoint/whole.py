"""state_dict or model: what comes back is what was saved."""

# --8<-- [start:setup]
import sys

import torch
from torch import nn

net = nn.Linear(2, 1)
# --8<-- [end:setup]

# --8<-- [start:whole_model]
torch.save(net.state_dict(), "weights.pt")
loaded = torch.load("weights.pt")  # a dictionary
for use in (lambda: loaded.eval(), lambda: loaded(torch.ones(1, 2)), lambda: nn.Linear(2, 1).load_state_dict(net)):
    try:
        use()
    except (AttributeError, TypeError) as error:
        print(error)
        #> 'collections.OrderedDict' object has no attribute 'eval'
        #> 'collections.OrderedDict' object is not callable
        #> Expected state_dict to be dict-like, got <class 'torch.nn.modules.linear.Linear'>.
again = nn.Linear(2, 1)  # the code makes the model,
print(again.load_state_dict(loaded))  # the file fills it
#> <All keys matched successfully>
# --8<-- [end:whole_model]

# --8<-- [start:missing_class]
class Net(nn.Linear):
    pass


torch.save(Net(2, 1), "model.pt")  # the whole model: its class by name, without its code
kept = Net
del sys.modules["__main__"].Net  # another program, without that class
try:
    torch.load("model.pt", weights_only=False)
except AttributeError as error:
    print(str(error).split(" from ")[0])
    #> Can't get attribute 'Net' on <module '__main__'
sys.modules["__main__"].Net = kept
print(type(torch.load("model.pt", weights_only=False)).__name__)
#> Net
# --8<-- [end:missing_class]
