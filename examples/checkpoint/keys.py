"""A model that has changed since: keys that are missing, keys that nobody knows, other sizes."""

# --8<-- [start:setup]
from collections import OrderedDict

from torch import nn


def build(classes, body="body"):
    return nn.Sequential(OrderedDict({body: nn.Linear(4, 8), "head": nn.Linear(8, classes)}))


state = build(10).state_dict()
# --8<-- [end:setup]

# --8<-- [start:missing_keys]
renamed = build(10, body="encoder")
try:
    renamed.load_state_dict(state)
except RuntimeError as error:
    print(" ".join(str(error).split()))
    #> Error(s) in loading state_dict for Sequential: Missing key(s) in state_dict: "encoder.weight", "encoder.bias". Unexpected key(s) in state_dict: "body.weight", "body.bias".
print(renamed.load_state_dict(state, strict=False))  # the encoder keeps its random weights, and no error comes
#> _IncompatibleKeys(missing_keys=['encoder.weight', 'encoder.bias'], unexpected_keys=['body.weight', 'body.bias'])
print(renamed.load_state_dict({name.replace("body.", "encoder."): value for name, value in state.items()}))
#> <All keys matched successfully>
# --8<-- [end:missing_keys]

# --8<-- [start:size_mismatch]
fewer = build(3)
for strict in (True, False):
    try:
        fewer.load_state_dict(state, strict=strict)
    except RuntimeError as error:
        print(strict, str(error).splitlines()[1].strip())
        #> True size mismatch for head.weight: copying a param with shape torch.Size([10, 8]) from checkpoint, the shape in current model is torch.Size([3, 8]).
        #> False size mismatch for head.weight: copying a param with shape torch.Size([10, 8]) from checkpoint, the shape in current model is torch.Size([3, 8]).
fitting = {name: value for name, value in state.items() if value.shape == fewer.state_dict()[name].shape}
print(fewer.load_state_dict(fitting, strict=False).missing_keys)  # new, to be trained
#> ['head.weight', 'head.bias']
# --8<-- [end:size_mismatch]
