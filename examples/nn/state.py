"""A state_dict there and back, and what strict loading says."""

# --8<-- [start:setup]
import torch
from torch import nn

net = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3))
# --8<-- [end:setup]

# --8<-- [start:state]
torch.save(net.state_dict(), "net.pt")
other = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3))
print(other.load_state_dict(torch.load("net.pt")))
#> <All keys matched successfully>
same = all(torch.equal(a, b) for a, b in zip(net.state_dict().values(), other.state_dict().values(), strict=True))
print("equal:", same)
#> equal: True
# --8<-- [end:state]

# --8<-- [start:live]
state = net.state_dict()
nn.init.zeros_(net[0].weight)
print("a state_dict is a view:", state["0.weight"].abs().sum().item() == 0)
#> a state_dict is a view: True
# --8<-- [end:live]

# --8<-- [start:strict]
smaller = nn.Sequential(nn.Linear(2, 3))
try:
    smaller.load_state_dict(net.state_dict())
except RuntimeError as error:
    print(str(error).splitlines()[1].strip())
    #> Unexpected key(s) in state_dict: "1.weight", "1.bias", "1.running_mean", "1.running_var", "1.num_batches_tracked".
print(smaller.load_state_dict(net.state_dict(), strict=False))
#> _IncompatibleKeys(missing_keys=[], unexpected_keys=['1.weight', '1.bias', '1.running_mean', '1.running_var', '1.num_batches_tracked'])
wrapped = {f"module.{name}": value for name, value in smaller.state_dict().items()}  # as DataParallel and DDP name them
print(smaller.load_state_dict(wrapped, strict=False))  # nothing was loaded, and no error
#> _IncompatibleKeys(missing_keys=['0.weight', '0.bias'], unexpected_keys=['module.0.weight', 'module.0.bias'])
# --8<-- [end:strict]

# --8<-- [start:size]
try:
    nn.Sequential(nn.Linear(2, 4)).load_state_dict(net.state_dict(), strict=False)
except RuntimeError as error:
    print(str(error).splitlines()[1].strip())
    #> size mismatch for 0.weight: copying a param with shape torch.Size([3, 2]) from checkpoint, the shape in current model is torch.Size([4, 2]).
# --8<-- [end:size]
