"""A state_dict there and back, and what loading says when it does not fit."""

# --8<-- [start:setup]
import torch
from torch import nn


def build():
    return nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3))


net, x = build(), torch.tensor([[1.0, 2.0], [3.0, 5.0]])  # x: (batch=2, in=2)
# --8<-- [end:setup]

# --8<-- [start:state]
torch.save(net.state_dict(), "net.pt")

again = build()  # the same structure, with other random weights
state = torch.load("net.pt", map_location="cpu", weights_only=True)
print(again.load_state_dict(state))
#> <All keys matched successfully>
again.eval()  # it was made in train()
with torch.inference_mode():
    print("the same answers:", torch.equal(again(x), net.eval()(x)))
    #> the same answers: True
# --8<-- [end:state]

# --8<-- [start:live]
state = net.state_dict()
nn.init.zeros_(net[0].weight)
print("it shares the model's memory:", state["0.weight"].abs().sum().item() == 0)
#> it shares the model's memory: True
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
print(list(torch.compile(smaller, backend="eager").state_dict()))  # torch.compile wraps as well
#> ['_orig_mod.0.weight', '_orig_mod.0.bias']

try:
    nn.Sequential(nn.Linear(2, 4)).load_state_dict(net.state_dict(), strict=False)
except RuntimeError as error:
    print(str(error).splitlines()[1].strip())
    #> size mismatch for 0.weight: copying a param with shape torch.Size([3, 2]) from checkpoint, the shape in current model is torch.Size([4, 2]).
# --8<-- [end:strict]
